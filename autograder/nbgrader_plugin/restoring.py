"""A student's notebook made sound: every registered cell once, with the metadata it was released with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_locked, is_solution

from autograder.nbgrader_plugin.cells import counts, grade_id, marked_by_hand, new_cell
from autograder.nbgrader_plugin.registered import Master, read_master
from autograder.nbgrader_plugin.settings import Autograder

DEFINITION = re.compile(r"^(?:async[ \t]+def|def|class)[ \t]+(\w+)", re.MULTILINE)
TAG = re.compile(r"<(?=[A-Za-z/!?])")
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class Restore(NbGraderPreprocessor):
    """Takes the place of nbgrader's sanitizers, which one copied or edited cell can make abort a whole class."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook restored."""
        who = resources["nbgrader"]
        directory = self.parent.parent.coursedir
        assignment = Autograder(parent=self).load_course().assignment(who["assignment"])
        with Gradebook(who["db_url"], directory.course_id) as gradebook:
            master = read_master(gradebook, directory, assignment)
        for said in changes(nb.cells, master):
            self.log.warning("%s: %s", who["student"], said)
        return restored(nb.cells, master), resources


def restored(cells: Sequence[NotebookNode], master: Master) -> NotebookNode:
    """Return a sound notebook of a student's cells.

    Locked cells get their released text. Of an answer's copies the last one counts, as for Python; of a written
    answer's, the last that was written. Copies lose their metadata; cells of answers and points that are missing come
    back where they were. Of HTML in what a student wrote no tag is left: the browser of whoever marks it would run it.
    Without any cells it is the notebook as it was released.
    """
    cells = cells or master.cells
    places = _places(cells, master)
    counterparts = {place: master.registered[name] for name, place in places.items()}
    made = [_shown(cell, counterparts.get(place)) for place, cell in enumerate(cells)]
    elsewhere = {
        name for cell in cells if cell.cell_type == "code" for name in _defined(cell.source)
    }
    before = ""
    for name, cell in master.registered.items():
        if name not in places and counts(cell):
            missing = deepcopy(cell)
            if moved := sorted(_answers(cell) & elsewhere):
                missing.source = f"# {', '.join(moved)}: written in another cell of this notebook"
            made.insert(_place_after(made, before), missing)
        before = name
    for number, cell in enumerate(made):
        if not grade_id(cell):
            cell.id = f"cell-{number}"
            while cell.id in master.registered:
                cell.id += "-"
    language = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return v4.new_notebook(cells=made, metadata=language)


def changes(cells: Sequence[NotebookNode], master: Master) -> list[str]:
    """Say what a student did to the cells of the release that should have stayed."""
    if not cells:
        return []
    times = Counter(grade_id(cell) for cell in cells)
    edited = {
        grade_id(cell)
        for cell in cells
        if (released := master.registered.get(grade_id(cell))) is not None
        and is_locked(released)
        and cell.source != released.source
    }
    found = {
        "missing, and put back": [
            name for name, cell in master.registered.items() if counts(cell) and not times[name]
        ],
        "there more than once, and counted once": [
            name for name in master.registered if times[name] > 1
        ],
        "locked, and taken back to the released text": [
            name for name in master.registered if name in edited
        ],
    }
    return [f"cells {what}: {', '.join(names)}" for what, names in found.items() if names]


def _places(cells: Sequence[NotebookNode], master: Master) -> dict[str, int]:
    """Return which cell counts as which released one, by name; those that are missing are left out."""
    places: dict[str, int] = {}
    for name, released in master.registered.items():
        named = [place for place, cell in enumerate(cells) if grade_id(cell) == name]
        if marked_by_hand(released):
            blank = released.source.strip()
            named = [place for place in named if cells[place].source.strip() != blank] or named
        if named:
            places[name] = named[-1]
    # An answer whose cell was deleted, or lost its metadata in another editor, is known by what it defines.
    for name, released in master.registered.items():
        names = _answers(released)
        if name not in places and names:
            free = [
                place
                for place, cell in enumerate(cells)
                if cell.cell_type == "code" and place not in places.values()
                if grade_id(cell) not in master.registered and names & _defined(cell.source)
            ]
            if free:
                places[name] = free[-1]
    return places


def _answers(cell: NotebookNode) -> set[str]:
    """Return the names that an answer cell defines; none for any other cell."""
    return _defined(cell.source) if is_solution(cell) and cell.cell_type == "code" else set()


def _defined(source: str) -> set[str]:
    return set(DEFINITION.findall(source))


def _shown(cell: NotebookNode, released: NotebookNode | None) -> NotebookNode:
    """Return a cell as it is shown: of a locked one the released text, of HTML no tag."""
    if released is not None and is_locked(released):
        return deepcopy(released)
    kind = cell.cell_type if released is None else released.cell_type
    source, attachments = cell.source, cell.get("attachments", {})
    if kind != "code":
        source = TAG.sub("< ", source)
    if kind == "markdown" and not _renders(source, attachments):
        source = _quoted(source)
    if released is None:
        return new_cell(kind, source, "unregistered", attachments=attachments)
    return new_cell(kind, source, grade_id(released), released.metadata.nbgrader, attachments)


def _renders(source: str, attachments: dict[str, Any]) -> bool:
    """Tell whether a page can be made of a text: one that names a picture that isn't there stops the whole page."""
    renderer = IPythonRenderer(escape=False, attachments=attachments)
    try:
        MarkdownWithMath(renderer=renderer).render(source)
    except Exception:  # whatever a student's text does to it
        return False
    return True


def _quoted(source: str) -> str:
    """Return a text as one to be shown as it was typed."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", source)), default=0))
    return f"{fence}\n{source}\n{fence}"


def _place_after(made: Sequence[NotebookNode], before: str) -> int:
    """Return the place behind a registered cell; the first for one that isn't there."""
    places = (place for place, cell in enumerate(made, 1) if before and grade_id(cell) == before)
    return next(places, 0)
