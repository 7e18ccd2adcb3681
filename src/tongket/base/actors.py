"""Who acts: a person, a rule of the reader, the pack's authors, or the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, cast

ActorKind = Literal["public", "person", "rule", "pack", "system"]


@dataclass(frozen=True)
class Actor:
    """An actor is stored as ``kind:name``, for example ``rule:ru.change.up`` or ``pack:bacgiang``."""

    kind: ActorKind
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.name else self.kind

    @classmethod
    def parse(cls, text: str) -> Self:
        """The actor that is stored so."""
        kind, _, name = text.partition(":")
        return cls(cast(ActorKind, kind), name)


PUBLIC = Actor("public")
