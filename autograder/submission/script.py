"""Scripts to cells: a ``.py`` file, plain or in percent format."""

from __future__ import annotations

import re

from autograder.kit_files import EXPERIMENT
from autograder.submission.contents import Contents, Run, source_parts
from autograder.submission.decoding import decode
from autograder.submission.experiments import Part, without_experiments
from autograder.submission.ipython import translate
from autograder.submission.limits import MAX_SOURCE_BYTES
from autograder.submission.messages import unreadable
from autograder.submission.syntax import Brackets, parse

CELL_MARK = re.compile(r"\f*#\s*%%(?!%)(?P<options>.*)")
TAGS = re.compile(r"tags\s*=\s*\[(?P<tags>[^\]]*)\]")


def read_script(data: bytes, where: str, filename: str, module: str = "") -> Contents:
    """Return what a script holds: one cell, unless it is broken.

    Of cells tagged "experiment" only what they define is kept, every line at its number. Where
    the rest doesn't parse, each percent-format cell, function, class and in the end each statement
    stands for itself, and the error costs only the one it is in.

    ``where`` is what messages call it, and ``filename`` what tracebacks call its cells.

    Raises
    ------
    UnreadableSubmission
        Where it is empty, too large, binary, or without code.
    """
    text = decode_script(data, where)
    if not text.strip():
        raise unreadable("empty_file", where=where)
    python = translate(text, module)
    source = "\n".join(without_experiments(_percent_cells(python.source)))
    parts = tuple(
        part
        for part in source_parts(source, filename, python)
        # More than comments.
        if isinstance(part, Run) or re.search(r"^[^\S\n]*[^\s#]", part.source, re.MULTILINE)
    )
    if not parts:
        raise unreadable("no_code", where=where)
    dropped = tuple((filename, one) for one in python.dropped)
    return Contents(parts, (), python.written, dropped)


def decode_script(data: bytes, where: str) -> str:
    """Return a script's text, having looked at its size."""
    if len(data) > MAX_SOURCE_BYTES:
        raise unreadable("too_large", where=where, found=len(data), limit=MAX_SOURCE_BYTES)
    return decode(data, where)


def _percent_cells(text: str) -> list[Part]:
    """Split a script at the marks of its percent-format cells; one without experiments is one part."""
    if EXPERIMENT not in text:
        return [Part(text)]
    # A mark inside of a docstring is none; but where the file is broken, an open bracket or quote
    # must not hide the rest.
    follow = Brackets() if parse(text) is not None else None
    cells: list[Part] = []
    lines: list[str] = []
    experiment = False
    for line in text.split("\n"):
        mark = CELL_MARK.match(line) if follow is None or follow.at_statement else None
        if mark is not None:
            if lines:
                cells.append(Part("\n".join(lines), experiment))
            lines = []
            tags = TAGS.search(mark["options"])
            experiment = tags is not None and EXPERIMENT in re.findall(r"[\w-]+", tags["tags"])
        if follow is not None:
            follow.feed(line)
        lines.append(line)
    return [*cells, Part("\n".join(lines), experiment)]
