"""A student's notebook made sound: every registered cell once, with the metadata it was released with."""

from __future__ import annotations

from collections.abc import Sequence

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import v4
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.nbgrader_door.reading import ShownCell, as_node, from_nodes
from autograder.nbgrader_door.registered import Master, MasterCell, read_master
from autograder.nbgrader_door.settings import Autograder

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


class Restore(NbGraderPreprocessor):  # type: ignore[misc]
    """Takes the place of nbgrader's sanitizers, which one copied or edited cell can make abort a whole class."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
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
    answer's, the last that was written. Copies lose their metadata, missing cells come back where they were.

    Parameters
    ----------
    cells
        Those of the submission; none for one that can't be read, which gives the notebook as it was released.
    master
        What was released.
    """
    if not cells:
        cells = [ShownCell(one.kind, one.source, one.grade_id) for one in master.cells]
    chosen = {one.grade_id: _choose(cells, one) for one in master.registered}
    at = {place: master.cell(name) for name, place in chosen.items() if place is not None}
    made: list[tuple[ShownCell, MasterCell | None]] = []
    for place, cell in enumerate(cells):
        counterpart = at.get(place)
        if counterpart is not None:
            source = counterpart.source if counterpart.locked else cell.source
            attachments = {} if counterpart.locked else cell.attachments
            cell = ShownCell(counterpart.kind, source, counterpart.grade_id, attachments)
        made.append((cell, counterpart))
    before: str | None = None
    for one in master.registered:
        if chosen[one.grade_id] is None:
            missing = ShownCell(one.kind, one.source, one.grade_id)
            made.insert(_place_after(made, before), (missing, one))
        before = one.grade_id
    taken = {one.grade_id for one in master.registered}
    nodes = []
    for number, (cell, counterpart) in enumerate(made):
        if counterpart is None:
            cell_id = f"cell-{number}"
            while cell_id in taken:
                cell_id += "-"
            plain = ShownCell(cell.kind, cell.source, attachments=cell.attachments)
            nodes.append(as_node(plain, cell_id))
        else:
            metadata = {"nbgrader": dict(counterpart.nbgrader or {})}
            nodes.append(as_node(cell, counterpart.grade_id, metadata))
    language = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return v4.new_notebook(cells=nodes, metadata=language)


def changes(cells: Sequence[ShownCell], master: Master) -> list[str]:
    """Say what a student did to the cells of the release that should have stayed."""
    said = []
    names = [cell.grade_id for cell in cells]
    for one in master.registered if cells else ():
        count = names.count(one.grade_id)
        if count == 0:
            said.append(f"the cell {one.grade_id} is missing; it is put back")
        elif count > 1:
            said.append(f"the cell {one.grade_id} is there {count} times; one counts")
        elif one.locked and cells[names.index(one.grade_id)].source != one.source:
            said.append(f"the locked cell {one.grade_id} was edited; its released text counts")
    return said


def _choose(cells: Sequence[ShownCell], master: MasterCell) -> int | None:
    """Return the place of the cell that counts as a released one."""
    places = [place for place, cell in enumerate(cells) if cell.grade_id == master.grade_id]
    if master.manual:
        written = [place for place in places if cells[place].source.strip() != master.source.strip()]
        places = written or places
    return places[-1] if places else None


def _place_after(made: Sequence[tuple[ShownCell, MasterCell | None]], before: str | None) -> int:
    for place, (_, counterpart) in enumerate(made):
        if counterpart is not None and counterpart.grade_id == before:
            return place + 1
    return 0
