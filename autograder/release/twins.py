"""The Korean twins of a lesson's texts and docstrings, read from ``lesson.ko.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Problem, did_you_mean, raise_problems
from autograder.course.document import read_text
from autograder.errors import SourceError

KINDS = ("cell", "docstring")

_START = re.compile(r"<!--\s*(?P<kind>\w+)\s*:\s*(?P<name>\S+)\s*-->\s*")
_FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(frozen=True)
class Twin:
    """One text in the other language, with the line of its comment and that of its first word."""

    text: str
    line: int
    first_line: int


@dataclass(frozen=True)
class Twins:
    """All twins of a lesson: of markdown cells by id, of docstrings by function, class or ``Class.method``."""

    path: Path
    cells: Mapping[str, Twin]
    docstrings: Mapping[str, Twin]


def read_twins(path: Path) -> Twins:
    """Read the twins of a lesson.

    ``<!-- cell: intro -->`` on a line of its own starts the twin of a cell,
    ``<!-- docstring: predict -->`` that of a docstring; each runs to the next such line.

    Raises
    ------
    SourceError
        Where the file is missing, a twin is empty or stands twice, or text stands before the
        first; the message names every such place with its line.
    """
    text = read_text(path, SourceError, "the Korean text of a lesson")
    problems: list[Problem] = []
    found: dict[tuple[str, str], Twin] = {}
    for kind, name, lines, start in _parts(text):
        blank = next((at for at, line in enumerate(lines) if line), 0)
        twin = Twin("\n".join(lines).strip("\n"), start, start + 1 + blank)
        if not kind:
            if twin.text.strip():
                message = "text before the first twin; start it with <!-- cell: id -->"
                problems.append(Problem(path, start, "", message))
        elif kind not in KINDS:
            message = f'unknown kind "{kind}".{did_you_mean(kind, KINDS)} Known: cell or docstring'
            problems.append(Problem(path, start, "", message))
        elif (kind, name) in found:
            message = f"{kind} {name} stands twice, first in line {found[kind, name].line}"
            problems.append(Problem(path, start, "", message))
        elif not twin.text.strip():
            problems.append(Problem(path, start, "", f"{kind} {name} has no text"))
        else:
            found[kind, name] = twin
    raise_problems(problems, SourceError, str(path))
    cells, docstrings = (
        {name: twin for (kind, name), twin in found.items() if kind == wanted} for wanted in KINDS
    )
    return Twins(path, cells, docstrings)


def _parts(text: str) -> list[tuple[str, str, list[str], int]]:
    """Return kind, name, lines and first line of each part; what precedes the first has no kind."""
    parts: list[tuple[str, str, list[str], int]] = [("", "", [], 1)]
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        if _FENCE.match(line):
            fenced = not fenced
        start = None if fenced else _START.fullmatch(line)
        if start:
            parts.append((start["kind"], start["name"], [], number))
        else:
            parts[-1][2].append(line.rstrip())
    return parts
