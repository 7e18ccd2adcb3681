"""Writes docs/reference/ from the code: settings, permissions and roles, commands. A test holds them to it.

./dev run python -m tools.reference
"""

from __future__ import annotations

import argparse
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
    """Every command with its arguments; not argparse's own layout, which differs between versions of Python."""
    top = parser()
    head = f"# Commands\n\n{top.description}\n\n{top.epilog}\n\n{_arguments(top)}"
    return HEAD + "\n".join([head, *_sections("tongket", top)])


def _sections(name: str, described: argparse.ArgumentParser) -> list[str]:
    """One section for each command, and for each act of a command that has several."""
    found = []
    for action in described._actions:
        if isinstance(action, argparse._SubParsersAction):
            for act, sub in action.choices.items():
                found.append(f"## {name} {act}\n\n{sub.description}\n\n{_arguments(sub)}")
                found += _sections(f"{name} {act}", sub)
    return found


def _arguments(described: argparse.ArgumentParser) -> str:
    rows = ""
    for action in described._actions:
        if action.help in (None, argparse.SUPPRESS) or isinstance(
            action, argparse._HelpAction | argparse._VersionAction
        ):
            continue
        takes = "" if action.nargs == 0 else str(action.metavar or "\\|".join(map(str, action.choices or ())))
        name = " ".join(part for part in (*action.option_strings, takes) if part) or action.dest
        rows += f"| `{name}` | {action.help} |\n"
    return f"| Argument | Meaning |\n|---|---|\n{rows}"


PAGES = {"settings.md": settings, "permissions.md": permissions, "commands.md": commands}


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
