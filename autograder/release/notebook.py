"""The ``.ipynb`` that students are given, with the metadata by which nbgrader knows its cells.

A notebook is JSON of a documented shape, so it is written as such: no notebook package is needed,
and equal lessons give equal bytes. The tests hold it against nbformat and nbgrader.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from autograder.course.cells import CellName
from autograder.release.rendering import RenderedCell
from autograder.release.source import Source

Json = dict[str, object]

NBGRADER_SCHEMA = 3
KERNEL: Json = {"display_name": "Python 3", "language": "python", "name": "python3"}
# In a notebook whose solutions still stand between their marks: what a student is given for each.
STUBS = "stubs"
CHECK = 'from autograder.notebook import check\n\ncheck("{task}")'


def notebook_text(source: Source, cells: Sequence[RenderedCell]) -> str:
    """Return the text of a notebook: the cells, and after each task the cell that checks it."""
    return json.dumps(notebook(source, cells), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def notebook(source: Source, cells: Sequence[RenderedCell]) -> Json:
    """Return a notebook as JSON's own types."""
    entries: list[Json] = []
    for position, rendered in enumerate(cells, start=1):
        if rendered.cell.kind == "markdown":
            entries.append(_markdown(source, rendered))
        else:
            entries.append(_code(source, rendered, position))
            entries += [_check(source, task_id) for task_id in rendered.cell.tasks]
    return {
        "cells": entries,
        "metadata": {"kernelspec": KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _markdown(source: Source, rendered: RenderedCell) -> Json:
    cell = rendered.cell
    if rendered.answer:
        name = str(CellName("manual", cell.manual))
        points = source.marking[cell.manual].points
        nbgrader = _nbgrader(name, grade=True, solution=True, points=points)
        metadata: Json = {"nbgrader": nbgrader, "deletable": False}
        return _entry("markdown", name, _tagged(rendered, metadata), rendered.source)
    metadata = {"nbgrader": _nbgrader(cell.id, locked=True), **_FIXED}
    return _entry("markdown", cell.id, _tagged(rendered, metadata), rendered.source)


def _code(source: Source, rendered: RenderedCell, position: int) -> Json:
    cell = rendered.cell
    if not cell.tasks:
        cell_id = cell.id or f"code_{position}"
        return _entry("code", cell_id, _tagged(rendered, {}), rendered.source)
    # The first task names the cell where a class holds several.
    cell_id = source.assignment.task(cell.tasks[0]).answer_cell
    metadata: Json = {
        "nbgrader": _nbgrader(cell_id, solution=True),
        "deletable": False,
        "task": " ".join(cell.tasks),
    }
    return _entry("code", cell_id, _tagged(rendered, metadata), rendered.source)


def _check(source: Source, task_id: str) -> Json:
    task = source.assignment.task(task_id)
    nbgrader = _nbgrader(task.check_cell, grade=True, locked=True, points=task.points)
    text = CHECK.format(task=task.id)
    return _entry("code", task.check_cell, {"nbgrader": nbgrader, **_FIXED}, text)


# What nbgrader's own LockCells sets, so that no editor loses or changes such a cell by accident.
_FIXED: Mapping[str, object] = {"deletable": False, "editable": False}


def _nbgrader(grade_id: str, **told: object) -> Json:
    """Return nbgrader's metadata of a cell: nothing is so but what is told."""
    no = dict.fromkeys(("grade", "solution", "locked", "task"), False)
    return {"schema_version": NBGRADER_SCHEMA, "grade_id": grade_id, **no, **told}


def _tagged(rendered: RenderedCell, metadata: Json) -> Json:
    if rendered.cell.tags:
        metadata = {**metadata, "tags": list(rendered.cell.tags)}
    if rendered.stubs:
        metadata = {**metadata, STUBS: [list(lines) for lines in rendered.stubs]}
    return metadata


def _entry(kind: str, cell_id: str, metadata: Mapping[str, object], source: str) -> Json:
    entry: Json = {
        "cell_type": kind,
        "id": cell_id,
        "metadata": dict(metadata),
        "source": source.splitlines(keepends=True),
    }
    return {**entry, "execution_count": None, "outputs": []} if kind == "code" else entry
