"""What commands share: the arguments that all take, before their name or after it, and what some of them need."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from tongket.base.errors import InvalidInput, gettext_noop
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


def need_engines() -> None:
    """Raise InvalidInput where what reads Parquet files is not installed."""
    for name in ("duckdb", "ibis", "pyarrow"):
        if find_spec(name) is None:
            raise InvalidInput(
                gettext_noop(
                    "{name} is not installed. Install the engines: "
                    "./dev run pip install --require-hashes -r requirements/engines.txt"
                ),
                name=name,
            )
