"""``Contents``: what one file holds, as cells and as what runs between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.ipython import Dropped, Inserted, Translation
from autograder.submission.messages import listed, place
from autograder.submission.syntax import pieces
from autograder.texts import Text


@dataclass(frozen=True)
class Run:
    """A file of the submission that is run by ``%run``: its path from the one that names it, and where that stands."""

    path: str
    filename: str
    line: int


@dataclass(frozen=True)
class Aside:
    """A cell that isn't code: "markdown" or "raw", the number of the code cell above it or 0, and its text."""

    kind: str
    after: int
    source: str


@dataclass(frozen=True)
class Contents:
    """What one file holds: its graded source in order, and its other cells.

    ``written`` are files that it writes by ``%%writefile``: relative path → source. ``dropped`` is what only Jupyter
    understands and was taken out, each with its file or cell.
    """

    parts: tuple[Cell | Run, ...]
    asides: tuple[Aside, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[tuple[str, Dropped], ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its own cells."""
        return tuple(part for part in self.parts if isinstance(part, Cell))

    @property
    def notes(self) -> tuple[Text, ...]:
        """What a student should know about it."""
        lines = [
            sentence("text_at", text=one.text, place=place(filename, one.line))
            for filename, one in self.dropped
        ]
        return (sentence("jupyter_only", lines=listed(lines)),) if lines else ()


def source_parts(source: str, filename: str, translation: Translation) -> list[Cell | Run]:
    """Return the parts of a source: its pieces, and between them what is inserted at its lines."""
    parts: list[Cell | Run] = []
    waiting = list(translation.inserted)
    for piece in pieces(source):
        lines, first = piece.source.split("\n"), piece.first_line
        while waiting and waiting[0].line < first + len(lines):
            one = waiting.pop(0)
            cut = max(0, one.line - first + 1)
            parts += [*_cell(lines[:cut], filename, first), *_inserted(one, filename)]
            lines, first = lines[cut:], first + cut
        parts += _cell(lines, filename, first)
    return parts + [part for one in waiting for part in _inserted(one, filename)]


def _inserted(one: Inserted, filename: str) -> list[Cell | Run]:
    if one.path:
        return [Run(one.path, filename, one.line)]
    # The body of a cell magic stands in a string: its lines are counted from there.
    where = f"{filename}, line {one.line}"
    return [Cell(piece.source, where, piece.first_line) for piece in pieces(one.source)]


def _cell(lines: Sequence[str], filename: str, first: int) -> Iterable[Cell]:
    if any(line.strip() for line in lines):
        yield Cell("\n".join(lines), filename, first)
