"""Compile the translations into the wheel: git keeps only their source. All else is in pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

LOCALE = Path("src/tongket/locale")


class BuildWithMessages(build_py):
    def run(self) -> None:
        if LOCALE.is_dir():
            # A command that Babel brings; it leaves out what is marked fuzzy.
            compile_all = self.reinitialize_command("compile_catalog", directory=str(LOCALE), domain="django")
            compile_all.ensure_finalized()
            self.run_command("compile_catalog")
        super().run()


setup(cmdclass={"build_py": BuildWithMessages})
