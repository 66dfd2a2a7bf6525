"""A lesson source read into cells that know their lines.

Percent format, as jupytext reads it, in the part of it that lessons use. The split is our own, so
that every error can name a line, and so that nothing here needs a notebook package.
"""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from autograder.course import Problem, did_you_mean, listed, raise_problems
from autograder.course.document import read_text
from autograder.errors import SourceError
from autograder.kit_files import EXPERIMENT

Kind = Literal["markdown", "code"]

OPTIONS = ("id", "tags", "task", "manual")

_MARK = re.compile(r"# ?%%(?P<rest>.*)")
_KIND = re.compile(r"\s*\[(?P<kind>[^\]]*)\]")
_KEY = re.compile(r"\s*(?P<key>[A-Za-z_][\w-]*)\s*=\s*")
_CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class LessonCell:
    """One cell of a lesson."""

    kind: Kind
    id: str  # empty where a code cell has none
    tasks: tuple[
        str, ...
    ]  # the ids of those that it defines; of a text, that it is about, and goes with
    tags: tuple[str, ...]
    manual: str  # the id of the written answer that it asks for, A03.M1; empty for most
    source: str  # Markdown without comment signs, or Python; no blank lines around it
    first_line: int  # the line of the file where ``source`` starts
    blanks: int  # how many blank lines follow it in the file

    @property
    def lines(self) -> dict[int, str]:
        """The lines of ``source``, by their numbers in the file."""
        return dict(enumerate(self.source.splitlines(), start=self.first_line))

    @property
    def experiment(self) -> bool:
        """Whether it is for looking, not for grading."""
        return EXPERIMENT in self.tags

    @property
    def header(self) -> str:
        """Its mark in percent format, with what a student's tools need and without its id."""
        parts = ["# %%"]
        if self.kind == "markdown":
            parts.append("[markdown]")
        if self.kind == "code" and self.tasks:
            parts.append(f"task={json.dumps(' '.join(self.tasks))}")
        if self.tags:
            parts.append(f"tags={json.dumps(list(self.tags))}")
        return " ".join(parts)


@dataclass(frozen=True)
class Lesson:
    """A lesson source: its file and its cells, in order."""

    path: Path
    cells: tuple[LessonCell, ...]

    @property
    def markdown(self) -> tuple[LessonCell, ...]:
        """The cells of text."""
        return tuple(cell for cell in self.cells if cell.kind == "markdown")

    @property
    def code(self) -> tuple[LessonCell, ...]:
        """The cells of Python."""
        return tuple(cell for cell in self.cells if cell.kind == "code")


def read_lesson(path: Path) -> Lesson:
    """Read a lesson source.

    Raises
    ------
    SourceError
        Where the file is missing, is not Python, or a cell's mark or text can't be read; the
        message names every such place with its line.
    """
    text = read_text(path, SourceError, "the lesson of an assignment")
    try:
        ast.parse(text)
    except SyntaxError as reason:
        found = f"not Python: {reason.msg}"
        raise SourceError(str(Problem(path, reason.lineno or 0, "", found))) from None
    reader = _Reader(path, text)
    cells = tuple(reader.cells())
    raise_problems(reader.problems, SourceError, str(path))
    return Lesson(path, cells)


class _Reader:
    """Splits a lesson at its marks, and notes what it can't read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.marks = _mark_lines(text)
        self.problems: list[Problem] = []

    def cells(self) -> list[LessonCell]:
        if not self.marks:
            self.note(0, "holds no cell; each starts with a line such as # %% [markdown]")
            return []
        for number, line in enumerate(self.lines[: self.marks[0] - 1], start=1):
            if line.strip():
                self.note(number, "text before the first cell; start it with a # %% line")
                break
        ends = [*(mark - 1 for mark in self.marks[1:]), len(self.lines)]
        return [self.cell(mark, end) for mark, end in zip(self.marks, ends, strict=True)]

    def cell(self, mark: int, end: int) -> LessonCell:
        """Read the cell whose mark stands in line ``mark`` and whose last line is ``end``."""
        kind, options = self.header(mark)
        written = [line for line in range(mark + 1, end + 1) if self.lines[line - 1].strip()]
        first, last = (written[0], written[-1]) if written else (mark + 1, mark)
        lines = self.lines[first - 1 : last]
        if kind == "markdown":
            lines = [self.uncommented(line, first + at) for at, line in enumerate(lines)]
        source = "\n".join(lines)
        if not source.strip():
            self.note(mark, "the cell is empty")
        elif kind == "code":
            self.whole(source, mark)
        cell_id = self.text_option(options, "id", mark)
        if cell_id and not _CELL_ID.fullmatch(cell_id):
            self.note(mark, f'id "{cell_id}": use letters, digits, "-" and "_", at most 64 of them')
        if kind == "markdown" and not cell_id:
            self.note(mark, 'a markdown cell needs an id, such as # %% [markdown] id="intro"')
        tasks = tuple(self.text_option(options, "task", mark).split())
        tags = self.tags(options, mark)
        manual = self.text_option(options, "manual", mark)
        if kind == "code" and manual:
            self.note(mark, "a written answer is asked for in a markdown cell, not in a code cell")
        return LessonCell(kind, cell_id, tasks, tags, manual, source, first, end - last)

    def whole(self, source: str, mark: int) -> None:
        try:
            ast.parse(source)
        except SyntaxError:
            self.note(mark, "the cell is not whole Python by itself; a mark stands in a statement")

    def header(self, mark: int) -> tuple[Kind, dict[str, object]]:
        """Read what follows ``# %%``: a kind in brackets, then options as ``key=JSON``."""
        found = _MARK.fullmatch(self.lines[mark - 1])
        rest = found["rest"] if found else ""
        kind: Kind = "code"
        bracket = _KIND.match(rest)
        if bracket:
            if bracket["kind"] in ("markdown", "md"):
                kind = "markdown"
            else:
                self.note(mark, f"a cell is [markdown] or code, not [{bracket['kind']}]")
            rest = rest[bracket.end() :]
        options: dict[str, object] = {}
        while rest.strip():
            key = _KEY.match(rest)
            if not key:
                self.note(mark, f'can\'t read "{rest.strip()}"; options look like id="intro"')
                break
            try:
                value, end = json.JSONDecoder().raw_decode(rest, key.end())
            except json.JSONDecodeError:
                self.note(mark, f'the value of {key["key"]} is not JSON; one looks like "intro"')
                break
            if key["key"] not in OPTIONS:
                name = key["key"]
                hint = did_you_mean(name, OPTIONS)
                self.note(mark, f'unknown option "{name}".{hint} Known: {listed(OPTIONS)}')
            options[key["key"]] = value
            rest = rest[end:]
        return kind, options

    def text_option(self, options: dict[str, object], key: str, mark: int) -> str:
        value = options.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.note(mark, f'{key} must be text, such as {key}="A01.1"')
        return ""

    def tags(self, options: dict[str, object], mark: int) -> tuple[str, ...]:
        value = options.get("tags", [])
        if isinstance(value, list) and all(isinstance(tag, str) for tag in value):
            return tuple(value)
        self.note(mark, f'tags must be a list of texts, such as tags=["{EXPERIMENT}"]')
        return ()

    def uncommented(self, line: str, number: int) -> str:
        if line.startswith("# "):
            return line[2:].rstrip()
        if line.startswith("#"):
            return line[1:].rstrip()
        if line.strip():
            self.note(number, "a line of a markdown cell starts with #; code needs its own cell")
        return ""

    def note(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, "", message))


def _mark_lines(text: str) -> list[int]:
    """Return the lines of cell marks: comments at the margin, never text within a string."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [
        token.start[0]
        for token in tokens
        if token.type == tokenize.COMMENT
        and token.start[1] == 0
        and _MARK.fullmatch(token.string)
        and not token.string.startswith(("# %%%", "#%%%"))
    ]
