"""A student's notebook made sound: every registered cell once, with the metadata it was released with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.nbgrader_plugin.reading import ShownCell, as_node, from_nodes
from autograder.nbgrader_plugin.registered import Master, MasterCell, read_master
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
        cells = from_nodes(nb.cells)
        for said in changes(cells, master):
            self.log.warning("%s: %s", who["student"], said)
        return restored(cells, master), resources


def restored(cells: Sequence[ShownCell], master: Master) -> NotebookNode:
    """Return a sound notebook of a student's cells.

    Locked cells get their released text. Of an answer's copies the last one counts, as for Python; of a written
    answer's, the last that was written. Copies lose their metadata; cells of answers and points that are missing come
    back where they were. Of HTML in what a student wrote no tag is left: the browser of whoever marks it would run it.

    Parameters
    ----------
    cells
        Those of the submission; none for one that can't be read, which gives the notebook as it was released.
    master
        What was released.
    """
    if not cells:
        cells = [ShownCell(one.kind, one.source, one.grade_id) for one in master.cells]
    places = _places(cells, master)
    at = {place: master.cell(name) for name, place in places.items()}
    made = [(_shown(cell, at.get(place)), at.get(place)) for place, cell in enumerate(cells)]
    elsewhere = {name for cell in cells if cell.kind == "code" for name in _defined(cell.source)}
    before = ""
    for one in master.registered:
        if one.grade_id not in places and one.counts:
            source = one.source
            if names := [name for name in _answers(one) if name in elsewhere]:
                source = f"# {', '.join(names)}: written in another cell of this notebook"
            missing = ShownCell(one.kind, source, one.grade_id)
            made.insert(_place_after(made, before), (missing, one))
        before = one.grade_id
    taken = {one.grade_id for one in master.registered}
    nodes = []
    for number, (cell, counterpart) in enumerate(made):
        cell_id = f"cell-{number}" if counterpart is None else counterpart.grade_id
        while counterpart is None and cell_id in taken:
            cell_id += "-"
        known = {} if counterpart is None else {"nbgrader": dict(counterpart.nbgrader or {})}
        nodes.append(as_node(cell, cell_id, known))
    language = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return v4.new_notebook(cells=nodes, metadata=language)


def changes(cells: Sequence[ShownCell], master: Master) -> list[str]:
    """Say what a student did to the cells of the release that should have stayed."""
    if not cells:
        return []
    counts = Counter(cell.grade_id for cell in cells)
    released = {one.grade_id: one for one in master.registered}
    edited = {
        cell.grade_id
        for cell in cells
        if (one := released.get(cell.grade_id)) and one.locked and cell.source != one.source
    }
    found = {
        "missing, and put back": [
            name for name, one in released.items() if one.counts and not counts[name]
        ],
        "there more than once, and counted once": [name for name in released if counts[name] > 1],
        "locked, and taken back to the released text": [
            name for name in released if name in edited
        ],
    }
    return [f"cells {what}: {', '.join(names)}" for what, names in found.items() if names]


def _places(cells: Sequence[ShownCell], master: Master) -> dict[str, int]:
    """Return which cell counts as which released one, by name; those that are missing are left out."""
    places: dict[str, int] = {}
    for one in master.registered:
        named = [place for place, cell in enumerate(cells) if cell.grade_id == one.grade_id]
        if one.manual:
            blank = one.source.strip()
            named = [place for place in named if cells[place].source.strip() != blank] or named
        if named:
            places[one.grade_id] = named[-1]
    # An answer whose cell was deleted, or lost its metadata in another editor, is known by what it defines.
    for one in master.registered:
        names = _answers(one)
        if one.grade_id not in places and names:
            free = [
                place
                for place, cell in enumerate(cells)
                if cell.kind == "code" and place not in places.values()
                if master.cell(cell.grade_id) is None and names & _defined(cell.source)
            ]
            if free:
                places[one.grade_id] = free[-1]
    return places


def _answers(one: MasterCell) -> set[str]:
    """Return the names that an answer cell defines; none for any other cell."""
    answer = one.nbgrader is not None and one.nbgrader["solution"] and one.kind == "code"
    return _defined(one.source) if answer else set()


def _defined(source: str) -> set[str]:
    return set(DEFINITION.findall(source))


def _shown(cell: ShownCell, counterpart: MasterCell | None) -> ShownCell:
    """Return a cell as it is shown: of a locked one the released text, of HTML no tag."""
    if counterpart is not None and counterpart.locked:
        return ShownCell(counterpart.kind, counterpart.source, counterpart.grade_id)
    kind = cell.kind if counterpart is None else counterpart.kind
    if kind == "code":
        return replace(cell, kind=kind)
    shown = replace(cell, kind=kind, source=TAG.sub("< ", cell.source))
    return (
        shown if kind == "raw" or _renders(shown) else replace(shown, source=_quoted(shown.source))
    )


def _renders(cell: ShownCell) -> bool:
    """Tell whether a page can be made of a text: one that names a picture that isn't there stops the whole page."""
    renderer = IPythonRenderer(escape=False, attachments=cell.attachments)
    try:
        MarkdownWithMath(renderer=renderer).render(cell.source)
    except Exception:  # whatever a student's text does to it
        return False
    return True


def _quoted(source: str) -> str:
    """Return a text as one to be shown as it was typed."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", source)), default=0))
    return f"{fence}\n{source}\n{fence}"


def _place_after(made: Sequence[tuple[ShownCell, MasterCell | None]], before: str) -> int:
    for place, (_, counterpart) in enumerate(made):
        if counterpart is not None and counterpart.grade_id == before:
            return place + 1
    return 0
