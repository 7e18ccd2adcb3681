"""``tongket user``: the accounts of people who may decide."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime

from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli import texts, workspace
from tongket.cli.texts import gettext

HELP = gettext_noop("give people accounts with which they may decide, change their passwords, close accounts")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and whose account it is."""
    parser.add_argument(
        "what",
        choices=("add", "password", "close"),
        help=gettext("add an account, change its password (asked for, or the first line of standard input), close it"),
    )
    parser.add_argument("name", metavar=gettext("NAME"), help=gettext("the name to log in with"))


def run(options: argparse.Namespace) -> int:
    """Do it, and say so."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    from tongket.access import actions  # needs Django to have started

    by, at, name = Actor("system"), datetime.now(UTC), options.name
    match options.what:
        case "add":
            actions.add_account(by=by, at=at, name=name, password=_password())
            print(gettext("“{name}” has an account now, and may decide.", name=name))
        case "password":
            actions.change_password(by=by, at=at, name=name, password=_password())
            print(gettext("“{name}” has another password now.", name=name))
        case _:
            actions.close_account(by=by, at=at, name=name)
            print(gettext("The account “{name}” is closed. What was decided with it stays.", name=name))
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(gettext("Password: "))
    if getpass.getpass(gettext("Once more: ")) != password:
        raise InvalidInput(gettext_noop("The two passwords differ. Nothing was changed."))
    return password
