"""Names that a submission lacks because the statement that binds them failed, or couldn't be read.

What is missing later is told by its cause: "tqdm could not be imported (line 3)" and not "tqdm is not defined".
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.messages import place
from autograder.submission.scopes import Functions, bound_names, statements
from autograder.submission.syntax import parse
from autograder.submission.versions import version_note
from autograder.texts import Text, joined

# What a definition binds, read off source that doesn't parse.
DEFINED = re.compile(
    r"^\f*(?:(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*=[^=])", re.MULTILINE
)
# Python says where a module lies, which is a path of the grader's.
PLACE_OF_MODULE = re.compile(r" \((?:/|[A-Za-z]:|unknown location|most likely)[^)]*\)")
SYNTAX = ("SyntaxError", "IndentationError", "TabError")


class Problem(Protocol):
    """What went wrong while a program was loaded; a ``LoadError`` is one."""

    @property
    def type(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def filename(self) -> str: ...
    @property
    def line(self) -> int: ...


@dataclass(frozen=True)
class SourceProblem:
    """A piece of source that Python can't read.

    Attributes
    ----------
    type, message
        What Python says.
    filename, line, source
        Where, and what stands there.
    """

    type: str
    message: str
    filename: str
    line: int
    source: str

    @property
    def text(self) -> Text | None:
        """A sentence on it where another version of Python may be why; None otherwise."""
        note = version_note(self.type, self.message, self.source)
        if note is None:
            return None
        where = place(self.filename, self.line)
        return sentence("broken_part", place=where, reason=self.message, versions=note)


@dataclass(frozen=True)
class Lost:
    """A name that is missing, and what would have bound it.

    Attributes
    ----------
    name
        The name.
    problem
        What failed.
    imported
        Whether it was to be imported.
    source
        The line, where it is known.
    """

    name: str
    problem: Problem
    imported: bool = False
    source: str = ""

    @property
    def text(self) -> Text:
        """Why the name is missing, as a sentence; with the versions where they may be the reason."""
        problem = self.problem
        message = PLACE_OF_MODULE.sub("", problem.message)
        template = "lost_value"
        if problem.type in SYNTAX:
            template = "lost_definition"
        elif self.imported:
            template = "lost_import"
        text = sentence(
            template,
            name=self.name,
            place=place(problem.filename, problem.line),
            reason=f"{problem.type}: {message}".removesuffix(": "),
        )
        note = version_note(problem.type, problem.message, self.source)
        return text if note is None else joined((text, note))


def version_notes(problems: Iterable[Problem]) -> tuple[Text, ...]:
    """Say which versions a submission was run with, where statements failed for what another version may have.

    What can't be read isn't among them: reading a submission has said that.
    """
    notes: dict[str, Text] = {}
    for one in problems:
        note = None if one.type in SYNTAX else version_note(one.type, one.message)
        if note is not None:
            where = place(one.filename, one.line)
            notes.setdefault(note.en, sentence("at_place", place=where, text=note))
    return tuple(notes.values())


def source_problems(cells: Iterable[Cell]) -> Iterator[SourceProblem]:
    """Yield the pieces of source that Python can't read."""
    for cell in cells:
        problem = _problem(cell)
        if problem is not None:
            yield problem


def lost_names(cells: Sequence[Cell], problems: Iterable[Problem] = ()) -> dict[str, Lost]:
    """Return the names of the top level that are missing because what binds them failed.

    Parameters
    ----------
    cells
        The program's source.
    problems
        What went wrong while it was loaded, ``worker.load_errors``; what can't be read is found without.
    """
    lost: dict[str, Lost] = {}
    bound: set[str] = set()
    problems = list(problems)
    for cell in cells:
        tree = parse(cell.source)
        if tree is None:
            problem = _problem(cell)
            if problem is not None:
                for match in DEFINED.finditer(cell.source):
                    name = match[1] or match[2]
                    lost.setdefault(name, Lost(name, problem, source=problem.source))
            continue
        lines = cell.source.split("\n")
        for node in tree.body:
            names = {name for one in statements([node]) for name in bound_names(one)}
            failed = next((one for one in problems if _failed(node, cell, one)), None)
            if failed is None:
                bound |= names
                continue
            source = lines[min(failed.line - cell.first_line, len(lines) - 1)]
            imported = isinstance(node, ast.Import | ast.ImportFrom)
            for name in names:
                lost.setdefault(name, Lost(name, failed, imported, source))
    return {name: one for name, one in lost.items() if name not in bound}


def _problem(cell: Cell) -> SourceProblem | None:
    """Return why a piece can't be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            number = error.lineno or 1
            lines = cell.source.split("\n")
            source = lines[min(number, len(lines)) - 1]
            line = cell.first_line - 1 + number
            return SourceProblem(type(error).__name__, error.msg, cell.filename, line, source)
        except (ValueError, MemoryError, RecursionError) as error:
            kind = type(error).__name__
            return SourceProblem(kind, str(error), cell.filename, cell.first_line, "")
    return None


def _failed(node: ast.stmt, cell: Cell, problem: Problem) -> bool:
    """Say whether a problem is that of a statement, and not of a function that it only defines."""
    if problem.filename != cell.filename:
        return False
    line = problem.line - cell.first_line + 1
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(one.lineno for one in decorators)])
    if not first <= line <= (node.end_lineno or node.lineno):
        return False
    if problem.type in SYNTAX or not isinstance(node, Functions | ast.ClassDef):
        return True
    # A line of a function's body is run by whoever calls it.
    bodies = [node] if isinstance(node, Functions) else node.body
    return not any(
        one.body[0].lineno <= line <= (one.end_lineno or 0) and line > one.lineno
        for one in bodies
        if isinstance(one, Functions)
    )
