"""The import order is law, and the law is enforced: what breaks it is found."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tongket"
OUTSIDE_THE_LAYERS = {"packs", "settings", "locale", "migrations"}
EDGES = {"web", "cli"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in ``folder``/src, with the contracts of ``folder``."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    environment = dict(os.environ, PYTHONPATH=str(folder / "src"))
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_every_chapter_keeps_to_the_import_order() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


def test_what_breaks_the_order_is_found(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignore = shutil.ignore_patterns("__pycache__", "*.mo", "bacgiang", "static", "templates")
    copy = tmp_path / "src" / "tongket"
    shutil.copytree(SOURCE, copy, ignore=ignore)
    (copy / "units" / "upwards.py").write_text("import tongket.review\n", encoding="utf-8")
    (copy / "units" / "stored.py").write_text("import django\n", encoding="utf-8")
    (copy / "units" / "rules.py").write_text("import tongket.units.stored\n", encoding="utf-8")
    (copy / "reading" / "sly.py").write_text("import tongket.reading.models\n", encoding="utf-8")

    result = lint_imports(tmp_path)

    assert result.returncode == 1
    assert "tongket.units.upwards -> tongket.review" in result.stdout
    assert "tongket.units.stored -> django" in result.stdout
    assert "tongket.reading.sly -> tongket.reading.models" in result.stdout


def test_every_chapter_has_its_place_in_the_order() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [c["layers"] for c in config["tool"]["importlinter"]["contracts"] if c["id"] == "layers"]
    placed = {name.strip(" ()").removeprefix("tongket.") for layer in layers for name in layer.split("|")}

    chapters = {folder.name for folder in SOURCE.iterdir() if any(folder.glob("*.py"))}

    assert chapters - placed - OUTSIDE_THE_LAYERS == set()
    # import-linter looks into packages only.
    assert [name for name in sorted(chapters) if not (SOURCE / name / "__init__.py").exists()] == []


def test_only_the_edges_know_of_http() -> None:
    """import-linter sees Django as one module, so this one is checked here."""
    found = []
    for file in sorted(SOURCE.rglob("*.py")):
        if file.relative_to(SOURCE).parts[0] in EDGES:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                if f"{name}.".startswith(("django.http.", "django.shortcuts.", "django.views.")):
                    found.append(f"{file.relative_to(SOURCE)}:{node.lineno} imports {name}")

    assert found == []
