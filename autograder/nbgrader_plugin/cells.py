"""Cells as nbformat has them, and what nbgrader's metadata says of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.utils import is_grade, is_solution, is_task

MAKERS = {"code": v4.new_code_cell, "markdown": v4.new_markdown_cell, "raw": v4.new_raw_cell}


def new_cell(
    kind: str,
    source: str,
    cell_id: str,
    nbgrader: Mapping[str, Any] | None = None,
    attachments: Mapping[str, Any] | None = None,
) -> NotebookNode:
    """Return a cell without outputs, with nbgrader's metadata and pictures where it has some."""
    cell = MAKERS[kind](
        source, id=cell_id, metadata={"nbgrader": dict(nbgrader)} if nbgrader else {}
    )
    if attachments and kind != "code":
        cell["attachments"] = attachments
    return cell


def grade_id(cell: NotebookNode) -> str:
    """Return nbgrader's name of a cell; empty for one that is the student's to change or delete."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id") or "")


def counts(cell: NotebookNode) -> bool:
    """Tell whether a cell holds an answer or carries points, and isn't mere text."""
    return bool(is_grade(cell) or is_solution(cell) or is_task(cell))


def marked_by_hand(cell: NotebookNode) -> bool:
    """Tell whether a person marks a cell."""
    return bool(is_task(cell) or (is_grade(cell) and is_solution(cell)))
