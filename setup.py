"""Compile the translations into the wheel: git keeps only their source. All else is in pyproject.toml."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithMessages(build_py):
    def run(self) -> None:
        for file in Path("src/tongket/locale").glob("*/LC_MESSAGES/*.po"):
            with file.open("rb") as source, file.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source))
        super().run()


setup(cmdclass={"build_py": BuildWithMessages})
