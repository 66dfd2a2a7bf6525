"""What nbgrader has registered of an assignment: the one authority on which cells there are and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, Notebook, SourceCell
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_solution

from autograder.course import Assignment, Task
from autograder.errors import SourceError, UsageError
from autograder.nbgrader_plugin.cells import grade_id, new_cell
from autograder.numbers import number
from autograder.release.notebook import NBGRADER_SCHEMA


@dataclass(frozen=True)
class Master:
    """The notebook of an assignment as it was released, cell by cell."""

    assignment: Assignment
    cells: tuple[NotebookNode, ...]

    @cached_property
    def registered(self) -> dict[str, NotebookNode]:
        """The cells that nbgrader knows, in order, by name."""
        return {grade_id(cell): cell for cell in self.cells if grade_id(cell)}

    def tasks_of(self, name: str) -> tuple[Task, ...]:
        """Return the tasks that are written in an answer cell, by the check cells that follow it."""
        names = list(self.registered)
        following = names[names.index(name) + 1 :]
        checks = set(takewhile(lambda other: not is_solution(self.registered[other]), following))
        return tuple(task for task in self.assignment.tasks if task.check_cell in checks)


def read_master(gradebook: Gradebook, directory: CourseDirectory, assignment: Assignment) -> Master:
    """Return the notebook of an assignment as it was registered.

    Texts and points are those of the gradebook, which students' notebooks are held against; the order, and the cells
    that nbgrader doesn't know, are those of the released notebook, or of the source where that is gone.

    Raises
    ------
    UsageError
        Where the assignment isn't registered, or its points there are not the course's: generate it again.
    """
    again = f"run nbgrader generate_assignment {assignment.id}"
    try:
        notebook = gradebook.find_notebook(assignment.id, assignment.id)
    except MissingEntry:
        raise UsageError(f"{assignment.id} is not in the gradebook; {again}") from None
    worth = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    for task in assignment.tasks:
        found = worth.get(task.check_cell)
        if found != task.points:
            known = "does not know it" if found is None else f"gives it {number(found)}"
            raise UsageError(
                f"{task.id} is worth {task.points} points in course.yml, and the gradebook {known}; {again}"
            )
    sources = {cell.name: cell for cell in notebook.source_cells}
    released, path = _handed_out(directory, assignment)
    missing = sources.keys() - {grade_id(cell) for cell in released}
    if missing:
        raise UsageError(
            f"{path} lacks {', '.join(sorted(missing))}, known to the gradebook; {again}"
        )
    cells = []
    # What stands in the source and not in the gradebook may be a solution.
    public = path.is_relative_to(_folder(directory, directory.release_directory, assignment))
    for cell in released:
        source = sources.pop(grade_id(cell), None)
        if source is not None:
            cells.append(_registered(notebook, source, worth.get(source.name)))
        elif public:
            cells.append(new_cell(cell.cell_type, cell.source, "unregistered"))
    return Master(assignment, tuple(cells))


def _registered(notebook: Notebook, source: SourceCell, points: float | None) -> NotebookNode:
    """Return a cell with the metadata that it was released with."""
    task = source.name in {cell.name for cell in notebook.task_cells}
    metadata = {
        "schema_version": NBGRADER_SCHEMA,
        "grade_id": source.name,
        "grade": points is not None and not task,
        "solution": source.name in {cell.name for cell in notebook.solution_cells},
        "locked": bool(source.locked),
        "task": task,
        "checksum": source.checksum,
        "cell_type": source.cell_type,
    }
    if points is not None:
        metadata["points"] = points
    return new_cell(source.cell_type, source.source, source.name, metadata)


def _handed_out(
    directory: CourseDirectory, assignment: Assignment
) -> tuple[list[NotebookNode], Path]:
    """Return the cells of the released notebook, or of its source, and the file they stand in."""
    steps = (directory.release_directory, directory.source_directory)
    folders = [_folder(directory, step, assignment) for step in steps]
    for folder in folders:
        path = folder / f"{assignment.id}.ipynb"
        if path.is_file():
            try:
                return list(nbformat.read(path, as_version=4).cells), path
            except Exception as error:
                raise SourceError(f"{path}: not a notebook ({error})") from None
    raise UsageError(
        f"{folders[0]}: the released notebook is missing; run nbgrader generate_assignment {assignment.id}"
    )


def _folder(directory: CourseDirectory, step: str, assignment: Assignment) -> Path:
    return Path(directory.format_path(step, ".", assignment.id))
