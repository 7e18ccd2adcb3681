"""Writes docs/reference/ from the code: settings, permissions and roles, commands. A test holds them to it.

    ./dev run python -m tools.reference
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from tongket.access.roles import ROLES
from tongket.base.options import OPTIONS
from tongket.cli.main import parser

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
HEAD = "<!-- Written by tools/reference.py from the code: change it there. -->\n\n"


def settings() -> str:
    """Every setting with its default."""
    rows = "".join(f"| `{o.variable}` | `{o.default}` | {o.help} |\n" for o in OPTIONS)
    return f"{HEAD}# Settings\n\nRead from the environment.\n\n| Variable | Default | Meaning |\n|---|---|---|\n{rows}"


def permissions() -> str:
    """Every role with what it may do."""
    rows = "".join(
        f"| `{role.name}` | {role.description} | {', '.join(f'`{p}`' for p in sorted(role.permissions))} |\n"
        for role in ROLES.values()
    )
    return f"{HEAD}# Roles and permissions\n\n| Role | Who | May |\n|---|---|---|\n{rows}"


def commands() -> str:
    """The help of every command, in English, 100 columns wide."""
    os.environ["COLUMNS"] = "100"
    top = parser()
    subparsers = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    texts = [top.format_help(), *(sub.format_help() for sub in subparsers.choices.values())]
    return f"{HEAD}# Commands\n\n" + "\n".join(f"```text\n{text}```\n" for text in texts)


PAGES = {"settings.md": settings, "permissions.md": permissions, "commands.md": commands}


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
