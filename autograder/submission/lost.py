"""Names that a submission lacks: the statement that binds them failed, can't be read, or is never run.

What is missing later is told by its cause: "tqdm could not be imported (line 3)" and not "tqdm is not defined".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.messages import place
from autograder.submission.statements import (
    Definition,
    Functions,
    Imports,
    Statement,
    bound_names,
    global_needs,
    top_level,
    tree_of,
)
from autograder.submission.syntax import parsed
from autograder.submission.versions import SYNTAX_ERRORS, version_note
from autograder.texts import Text, joined

# What a definition binds, read off source that doesn't parse.
DEFINED = re.compile(
    r"^\f*(?:(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*=[^=])", re.MULTILINE
)
# Python says where a module lies, which is a path of the grader's.
PLACE_OF_MODULE = re.compile(r" \((?:/|[A-Za-z]:|unknown location|most likely)[^)]*\)")


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
    """A piece of source that Python can't read: what it says, where, and the line that stands there."""

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
    """A name that is missing, what failed, whether it was to be imported, and the line where that is known."""

    name: str
    problem: Problem
    imported: bool = False
    source: str = ""

    @property
    def text(self) -> Text:
        """Why the name is missing, as a sentence; with the versions where they may be the reason."""
        problem = self.problem
        code = "lost_import" if self.imported else "lost_value"
        text = sentence(
            "lost_definition" if problem.type in SYNTAX_ERRORS else code,
            name=self.name,
            place=place(problem.filename, problem.line),
            reason=f"{problem.type}: {PLACE_OF_MODULE.sub('', problem.message)}".removesuffix(": "),
        )
        note = version_note(problem.type, problem.message, self.source)
        return text if note is None else joined((text, note))


def version_notes(problems: Iterable[Problem]) -> tuple[Text, ...]:
    """Say which versions a submission was run with, where statements failed for what another version may have.

    What can't be read isn't among them: reading a submission has said that.
    """
    notes: dict[str, Text] = {}
    for problem in problems:
        unreadable = problem.type in SYNTAX_ERRORS
        note = None if unreadable else version_note(problem.type, problem.message)
        if note is not None:
            where = place(problem.filename, problem.line)
            notes.setdefault(note.en, sentence("at_place", place=where, text=note))
    return tuple(notes.values())


def needed_from_main(cells: Iterable[Cell]) -> tuple[Text, ...]:
    """Say which names functions use that are only set under ``if __name__ == "__main__"``, which isn't run."""
    blocked: dict[str, Text] = {}
    top: list[Statement] = []
    for outer in top_level(cells):
        if not outer.under_main:
            top.append(outer)
            continue
        for statement in outer.inner:
            for name in bound_names(statement.node):
                blocked.setdefault(name, statement.place)
    if not blocked:
        return ()
    bound = frozenset().union(*(outer.names for outer in top))
    needed = frozenset().union(*(global_needs(outer.node) for outer in top)) - bound
    return tuple(
        sentence("needed_from_main", name=name, place=where)
        for name, where in blocked.items()
        if name in needed
    )


def source_problems(cells: Iterable[Cell]) -> Iterator[SourceProblem]:
    """Yield the pieces of source that Python can't read."""
    for cell in cells:
        error = parsed(cell.source) if tree_of(cell) is None else None
        if not isinstance(error, Exception):
            continue
        kind, said, number, source = type(error).__name__, str(error), 1, ""
        if isinstance(error, SyntaxError):
            said, number = error.msg, error.lineno or 1
            lines = cell.source.split("\n")
            source = lines[min(number, len(lines)) - 1]
        yield SourceProblem(kind, said, cell.filename, cell.first_line - 1 + number, source)


def lost_names(cells: Sequence[Cell], problems: Iterable[Problem] = ()) -> dict[str, Lost]:
    """Return the names of the top level that are missing because what binds them failed.

    ``problems`` are what went wrong while the program was loaded, ``worker.load_errors``; what can't be read is found
    without.
    """
    lost: dict[str, Lost] = {}
    bound: set[str] = set()
    problems = list(problems)
    for cell in cells:
        for problem in source_problems([cell]):
            for match in DEFINED.finditer(cell.source):
                name = match[1] or match[2]
                lost.setdefault(name, Lost(name, problem, source=problem.source))
        lines = cell.source.split("\n")
        for statement in top_level([cell]):
            failed = next((problem for problem in problems if _failed(statement, problem)), None)
            if failed is None:
                bound |= statement.names
                continue
            source = lines[min(failed.line - cell.first_line, len(lines) - 1)]
            imported = isinstance(statement.node, Imports)
            for name in statement.names:
                lost.setdefault(name, Lost(name, failed, imported, source))
    return {name: one for name, one in lost.items() if name not in bound}


def _failed(statement: Statement, problem: Problem) -> bool:
    """Say whether a problem is that of a statement, and not of a function that it only defines."""
    node, cell = statement.node, statement.cell
    line = problem.line - cell.first_line + 1
    if problem.filename != cell.filename or line not in statement.lines:
        return False
    if problem.type in SYNTAX_ERRORS or not isinstance(node, Definition):
        return True
    # A line of a function's body is run by whoever calls it.
    bodies = [node] if isinstance(node, Functions) else node.body
    return not any(
        one.body[0].lineno <= line <= (one.end_lineno or 0) and line > one.lineno
        for one in bodies
        if isinstance(one, Functions)
    )
