"""Two kinds of failure: the user's input is at fault (these classes), or we are (everything else).

A message is a template marked with ``gettext_noop`` and its values; the edges translate it. So pure
code can raise errors that every language can say.
"""

from __future__ import annotations

from typing import Any


def gettext_noop(message: str) -> str:
    """Mark a text for translation without Django, and return it as it is."""
    return message


class TongketError(Exception):
    """The input or the data is at fault; ``str(error)`` says what happened, where, and what to do, in English.

    ``code`` is stable across languages and releases, so that support and tests can name the error.
    ``message`` is a ``str.format`` template, ``values`` fill it.
    """

    code = "tongket.error"

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors travel between processes."""
        return _made, (type(self), self.message, self.values)

    def __str__(self) -> str:
        return self.message.format(**self.values) if self.values else self.message


def _made(kind: type[TongketError], message: str, values: dict[str, object]) -> TongketError:
    return kind(message, **values)


class InvalidInput(TongketError):
    """A value, a file or an argument cannot be understood."""

    code = "tongket.invalid_input"


class NotFound(TongketError):
    """Something that was named does not exist here, or may not be seen."""

    code = "tongket.not_found"


class Conflict(TongketError):
    """What was asked contradicts what is already recorded."""

    code = "tongket.conflict"
