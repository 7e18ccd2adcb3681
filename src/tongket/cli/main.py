"""``tongket``: the command, its parts, and its exit codes (0 done, 1 input or data at fault, 2 usage)."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from tongket import __version__
from tongket.base.errors import TongketError
from tongket.cli import texts, workspace
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext
from tongket.cli.texts import explain as sentence

# No space left, an error of the device, a quota: what may befall a write to standard output.
_OUTPUT_FAILS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EBADF)

COMMANDS = (
    "demo",
    "read",
    "serve",
    "report",
    "figures",
    "formulas",
    "series",
    "explain",
    "rollup",
    "units",
    "recast",
    "verify",
    "user",
    "bench",
)
"""Each is a module beside this one, with HELP, ``arguments(parser)`` and ``run(options) -> exit code``."""


def parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The argument parser, in the terminal's language; of one command only where arguments begin with its name."""
    top = argparse.ArgumentParser(
        prog="tongket",
        description=gettext("Tongket: a regional government's year, summed up so that it can be checked."),
        epilog=gettext(
            "Exit codes: 0 done; 1 the input or the data is at fault, and the message says which and where; 2 usage."
        ),
    )
    top.add_argument(
        "--version", action="version", version=f"tongket {__version__}", help=gettext("show the version and stop")
    )
    shared(top, default=None)
    commands = top.add_subparsers(dest="command", metavar=gettext("COMMAND"), required=True)
    # What a command works with takes longer to load than many a command to run: the others stay where they are.
    for name in arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS:
        command = import_module(f"tongket.cli.{name}")
        text = gettext(command.HELP)
        sub = commands.add_parser(name, help=text, description=text)
        shared(sub, default=argparse.SUPPRESS)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every fault of the input is one sentence on standard error."""
    texts.speak(texts.language())
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(given).parse_args(given)
    options.named_pack = options.pack
    options.pack = options.pack or "bacgiang"
    try:
        code: int = options.run(options)
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()
        return code
    except TongketError as error:
        complain(f"tongket: {sentence(error)}")
        return 1
    except KeyboardInterrupt:
        complain("")
        return 130
    except BrokenPipeError:
        # Whoever read our output stopped reading, as `head` does: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is not None or error.errno not in _OUTPUT_FAILS:
            raise
        complain("tongket: " + gettext("The output cannot be written ({reason}).", reason=error.strerror))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        fault = workspace.fault(error)
        if fault is None:
            raise
        complain(f"tongket: {sentence(fault)}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
