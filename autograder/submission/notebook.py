"""Notebooks to cells, by JSON alone: a student's machine needs no notebook package for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from autograder.kit_files import EXPERIMENT
from autograder.program import Cell
from autograder.submission.contents import Aside, Contents, Run, source_parts
from autograder.submission.decoding import decode, one_line_end
from autograder.submission.experiments import Part, without_experiments
from autograder.submission.ipython import Dropped, translate
from autograder.submission.limits import MAX_CELLS, MAX_NOTEBOOK_BYTES, MAX_SOURCE_BYTES
from autograder.submission.messages import unreadable

DEFINITION = re.compile(r"\b(?:def|class)\s+\w")


@dataclass(frozen=True)
class CodeCell:
    """One code cell that isn't blank: its number, its text as typed, and its metadata, if only an empty mapping.

    Jupyter shows the number as ``In [7]`` after "Restart and run all", which counts no blank cells.
    """

    number: int
    source: str
    metadata: dict[str, Any]

    @property
    def graded(self) -> bool:
        """Whether it belongs to the submission: no locked test or other language."""
        nbgrader = _mapping(self.metadata.get("nbgrader"))
        if nbgrader.get("grade") is True and nbgrader.get("solution") is not True:
            return False
        language = _mapping(self.metadata.get("vscode")).get("languageId", "python")
        return bool(language == "python")

    @property
    def experiment(self) -> bool:
        """Whether it is tagged as an experiment, which isn't run."""
        tags = self.metadata.get("tags")
        return isinstance(tags, list) and EXPERIMENT in tags


def read_notebook(data: bytes, where: str, module: str = "") -> Contents:
    """Return what a notebook holds: its graded cells in their order on the page, and its texts.

    It may be in format 3 or 4; ``where`` is what messages call it.

    Raises
    ------
    UnreadableSubmission
        Where it is empty, too large, broken, no notebook, not in Python, or without code.
    """
    notebook = load(data, where)
    code = code_cells(notebook, where)
    if (size := sum(len(cell.source) for cell in code)) > MAX_SOURCE_BYTES:
        raise unreadable("too_large", where=where, found=size, limit=MAX_SOURCE_BYTES)
    graded = [cell for cell in code if cell.graded]
    python = [translate(cell.source, module) for cell in graded]
    sources = without_experiments(
        [Part(one.source, cell.experiment) for cell, one in zip(graded, python, strict=True)]
    )
    parts: list[Cell | Run] = []
    written: dict[str, str] = {}
    dropped: list[tuple[str, Dropped]] = []
    for cell, one, source in zip(graded, python, sources, strict=True):
        filename = f"notebook cell {cell.number}"
        parts += source_parts(source, filename, one)
        written.update(one.written)
        dropped += ((filename, line) for line in one.dropped)
    if not parts:
        raise unreadable("no_code", where=where)
    return Contents(tuple(parts), tuple(asides(notebook, where)), written, tuple(dropped))


def load(data: bytes, where: str) -> dict[str, Any]:
    """Return a notebook's JSON object, having looked that it is one."""
    if len(data) > MAX_NOTEBOOK_BYTES:
        raise unreadable("too_large", where=where, found=len(data), limit=MAX_NOTEBOOK_BYTES)
    text = decode(data, where)
    if not text.strip():
        raise unreadable("empty_file", where=where)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError, MemoryError) as error:  # numbers, nesting without end
        raise unreadable("broken_json", where=where, reason=error or "MemoryError") from None
    if not isinstance(notebook, dict):
        raise unreadable("not_a_notebook", where=where)
    metadata = _mapping(notebook.get("metadata"))
    for section, key in (("language_info", "name"), ("kernelspec", "language")):
        language = _mapping(metadata.get(section)).get(key)
        if isinstance(language, str) and language and "python" not in language.lower():
            raise unreadable("wrong_language", where=where, found=language)
    return notebook


def code_cells(notebook: dict[str, Any], where: str) -> list[CodeCell]:
    """Return the code cells that aren't blank, numbered as Jupyter numbers them."""
    found: list[CodeCell] = []
    for kind, source, cell in _cells(notebook, where):
        if kind == "code" and source.strip():
            if len(found) == MAX_CELLS:
                raise unreadable("too_many", where=where, limit=MAX_CELLS)
            found.append(CodeCell(len(found) + 1, source, _mapping(cell.get("metadata"))))
    return found


def asides(notebook: dict[str, Any], where: str) -> Iterator[Aside]:
    """Yield the cells that aren't code and look as if they held some."""
    number = 0
    for kind, source, _ in every_cell(notebook, where):
        if kind == "code":
            number += bool(source.strip())
        elif DEFINITION.search(source):
            yield Aside(kind, number, source)


def every_cell(notebook: dict[str, Any], where: str) -> Iterable[tuple[str, str, dict[str, Any]]]:
    """Return kind, text and the whole of each cell, whatever its kind; of too many, the first."""
    return islice(_cells(notebook, where), MAX_CELLS)


def _cells(notebook: dict[str, Any], where: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the cells: format 4 has one list of them, format 3 one a worksheet."""
    sheets = [notebook] if "cells" in notebook else notebook.get("worksheets")
    lists = (
        [_mapping(sheet).get("cells") for sheet in sheets] if isinstance(sheets, list) else [None]
    )
    for cells in lists:
        if not isinstance(cells, list):
            raise unreadable("not_a_notebook", where=where)
        for cell in map(_mapping, cells):
            yield str(cell.get("cell_type")), _source(cell.get("source", cell.get("input"))), cell


def _source(source: Any) -> str:
    """Return a cell's text, which is stored as a string or as a list of lines.

    JSON can hold what Python source can't: lone surrogates and NUL become the replacement
    character.
    """
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        return ""
    clean = source.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return one_line_end(clean.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
