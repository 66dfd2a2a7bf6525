"""Scripts to cells: a ``.py`` file, plain or in percent format."""

from __future__ import annotations

import re

from autograder.sandbox.program import Cell
from autograder.submission.decoding import decode
from autograder.submission.experiments import EXPERIMENT, definitions_only
from autograder.submission.ipython import drop_magics
from autograder.submission.limits import MAX_SOURCE_BYTES
from autograder.submission.messages import EMPTY_FILE, NO_CODE, TOO_LARGE, unreadable
from autograder.submission.syntax import Brackets, parse, pieces

CELL_MARK = re.compile(r"\f*#\s*%%(?!%)(?P<options>.*)")
TAGS = re.compile(r"tags\s*=\s*\[(?P<tags>[^\]]*)\]")


def read_script(data: bytes, where: str, filename: str) -> tuple[Cell, ...]:
    """Return the graded cells of a script: one, unless it is broken.

    Of cells tagged "experiment" only definitions are kept, every line at its number. Where
    the rest doesn't parse, each percent-format cell, function, class and in the end each statement
    stands for itself, and the error costs only the one it is in.

    Parameters
    ----------
    data
        The bytes of the ``.py`` file.
    where
        What to call it in messages.
    filename
        What its cells are called in tracebacks.

    Raises
    ------
    UnreadableSubmission
        Where it is empty, too large, binary, or without code.
    """
    text = decode_script(data, where)
    if not text.strip():
        raise unreadable(EMPTY_FILE, where=where)
    source = drop_magics(_without_experiments(text))
    cells = tuple(
        Cell(piece.source, filename, piece.first_line)
        for piece in pieces(source)
        if _has_code(piece.source)
    )
    if not cells:
        raise unreadable(NO_CODE, where=where)
    return cells


def decode_script(data: bytes, where: str) -> str:
    """Return a script's text, having looked at its size."""
    if len(data) > MAX_SOURCE_BYTES:
        raise unreadable(TOO_LARGE, where=where, found=len(data), limit=MAX_SOURCE_BYTES)
    return decode(data, where)


def _without_experiments(text: str) -> str:
    """Keep only the definitions of percent-format cells that are tagged as experiments."""
    if EXPERIMENT not in text:
        return text
    # A mark inside of a docstring is none; but where the file is broken, an open bracket or quote
    # must not hide the rest.
    follow = Brackets() if parse(text) is not None else None
    kept: list[str] = []
    cell: list[str] = []
    experiment = False
    for line in text.split("\n"):
        mark = CELL_MARK.match(line) if follow is None or follow.at_statement else None
        if mark is not None:
            kept += definitions_only("\n".join(cell)).split("\n") if experiment and cell else cell
            cell = []
            tags = TAGS.search(mark["options"])
            experiment = tags is not None and EXPERIMENT in re.findall(r"[\w-]+", tags["tags"])
        if follow is not None:
            follow.feed(line)
        cell.append(line)
    kept += definitions_only("\n".join(cell)).split("\n") if experiment and cell else cell
    return "\n".join(kept)


def _has_code(source: str) -> bool:
    """Say whether a piece holds more than comments."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in source.split("\n"))
