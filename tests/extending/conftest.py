"""A copy of the course, with its tests, that an instructor changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..patience import PATIENCE

CHECKOUT = (
    "assignments", "autograder", "benchmarks", "docs", "examples", "solutions", "tests",
    "course.yml", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE",
)  # fmt: skip


class Copy:
    """A checkout to work in."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        leave = shutil.ignore_patterns("__pycache__", ".*")
        for name in CHECKOUT:
            if (root / name).is_dir():
                shutil.copytree(root / name, folder / name, ignore=leave)
            else:
                shutil.copy(root / name, folder / name)

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        """Run a module of Python there: ``pytest``, or ``autograder``."""
        return subprocess.run(
            [sys.executable, "-m", *map(str, words)],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "COLUMNS": "160"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def done(self, *words: object) -> str:
        """Run the command line, which must succeed; return what it said."""
        ran = self.run("autograder", *words)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands in a file exactly once."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def files(self) -> set[str]:
        """Return every file, but for what Python and pytest keep for themselves."""
        return {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and not re.search(r"__pycache__|/\.", f"/{path.as_posix()}")
        }

    def write_what_is_to_do(self, *assignments: str) -> None:
        """Write something for every TODO, as the author of a draft will."""
        files = [self.folder / "course.yml", *(self.folder / "docs").glob("*.md")]
        for name in assignments:
            files += (self.folder / "solutions" / name).glob("*.*")
            files += (self.folder / "autograder" / "suites" / name).glob("*.*")
        for file in files:
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r"\bTODO\b", "Written", text), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(root, tmp_path_factory):
    return Copy(root, tmp_path_factory.mktemp("checkout"))
