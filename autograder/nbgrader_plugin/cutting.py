"""``nbgrader generate_assignment``: solutions are cut as ``autograder release`` cuts them."""

from __future__ import annotations

from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from autograder.errors import SourceError
from autograder.release.code import BEGIN, END
from autograder.release.notebook import STUBS


class CutSolutions(ClearSolutions):
    """Puts the stub of each task where its solution stands.

    A cell of another's, without stubs of ours, is cleared as nbgrader does it.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        ours = {id(cell) for cell in nb.cells if STUBS in cell.metadata}
        nb, resources = super().preprocess(nb, resources)
        # A cell that held nothing but helpers of a solution is gone with them.
        nb.cells = [
            cell
            for cell in nb.cells
            if cell.source or "nbgrader" in cell.metadata or id(cell) not in ours
        ]
        return nb, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        stubs = cell.metadata.pop(STUBS, None)
        if stubs is None:
            return super().preprocess_cell(cell, resources, cell_index)
        name = cell.metadata.get("nbgrader", {}).get("grade_id") or f"number {cell_index + 1}"
        cell.source = with_stubs(cell.source, stubs, name)
        return cell, resources


def with_stubs(source: str, stubs: list[list[str]], name: str) -> str:
    """Return a cell's text with its solutions replaced, each by the lines of the stub in its turn.

    Raises
    ------
    SourceError
        Where marks and stubs don't fit together: then nothing is released.
    """
    lines: list[str] = []
    waiting = iter(stubs)
    inside = False
    for line in source.split("\n"):
        mark = line.strip()
        if mark == BEGIN and not inside:
            stub = next(waiting, None)
            if stub is None:
                raise _unfit(name, "there are more solutions than stubs")
            indent = line[: len(line) - len(line.lstrip())]
            lines += [f"{indent}{one}" for one in stub]
            inside = True
        elif mark == END and inside:
            inside = False
        elif mark in (BEGIN, END):
            raise _unfit(name, f'a "{mark}" is missing its partner')
        elif not inside:
            lines.append(line)
    if inside or next(waiting, None) is not None:
        raise _unfit(name, f'a "{END if inside else BEGIN}" is missing')
    return "\n".join(lines).strip("\n")


def _unfit(name: str, found: str) -> SourceError:
    return SourceError(
        f"cell {name}: {found}. Edit the lesson in solutions/ and write the notebook anew: autograder nbgrader course"
    )
