"""The arguments that every command takes, before its name or after it."""

from __future__ import annotations

import argparse

from tongket.cli.texts import gettext


def shared(target: argparse.ArgumentParser, *, default: object) -> None:
    """Add them; a ``default`` of SUPPRESS lets what was said before a command's name stand."""
    target.add_argument(
        "--workspace",
        metavar=gettext("FOLDER"),
        default=default,
        help=gettext("the folder that holds everything (TONGKET_WORKSPACE; otherwise ./tongket-data)"),
    )
    target.add_argument(
        "--pack",
        metavar=gettext("PACK"),
        default=default,
        help=gettext("the region: a pack's name or its folder (otherwise bacgiang, the sample)"),
    )
