"""What nbgrader has registered of an assignment: the one authority on which cells there are and what they are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from autograder.course import Assignment, Task
from autograder.errors import SourceError, UsageError
from autograder.numbers import number
from autograder.release.notebook import NBGRADER_SCHEMA


@dataclass(frozen=True)
class MasterCell:
    """One cell as it was released.

    Attributes
    ----------
    kind
        ``code``, ``markdown`` or ``raw``.
    source
        Its released text.
    grade_id
        nbgrader's name of it; empty for a cell that is the student's to change or delete.
    nbgrader
        nbgrader's metadata of it.
    """

    kind: str
    source: str
    grade_id: str = ""
    nbgrader: Mapping[str, Any] | None = None

    @property
    def locked(self) -> bool:
        """Whether a student's version of it counts for nothing."""
        return self.nbgrader is not None and bool(self.nbgrader["locked"])

    @property
    def counts(self) -> bool:
        """Whether it holds an answer or carries points, and isn't mere text."""
        flags = self.nbgrader or {}
        return any(flags.get(flag) for flag in ("grade", "solution", "task"))

    @property
    def manual(self) -> bool:
        """Whether a person marks it."""
        return self.nbgrader is not None and bool(
            self.nbgrader["task"] or (self.nbgrader["grade"] and self.nbgrader["solution"])
        )


@dataclass(frozen=True)
class Master:
    """A notebook as it was released, cell by cell."""

    cells: tuple[MasterCell, ...]

    def cell(self, grade_id: str) -> MasterCell | None:
        """Return a registered cell by its name."""
        return next((one for one in self.cells if grade_id and one.grade_id == grade_id), None)

    @property
    def registered(self) -> tuple[MasterCell, ...]:
        """The cells that nbgrader knows, in order."""
        return tuple(one for one in self.cells if one.grade_id)

    def tasks_of(self, grade_id: str, assignment: Assignment) -> tuple[Task, ...]:
        """Return the tasks that are written in an answer cell, by the check cells that follow it."""
        names = [one.grade_id for one in self.registered]
        following: list[str] = []
        for one in self.registered[names.index(grade_id) + 1 :]:
            if one.nbgrader is not None and one.nbgrader["solution"]:
                break
            following.append(one.grade_id)
        return tuple(task for task in assignment.tasks if task.check_cell in following)


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
        if worth.get(task.check_cell) != task.points:
            found = worth.get(task.check_cell)
            known = "does not know it" if found is None else f"gives it {number(found)}"
            raise UsageError(
                f"{task.id} is worth {task.points} points in course.yml, and the gradebook {known}; {again}"
            )
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    sources = {cell.name: cell for cell in notebook.source_cells}
    cells: list[MasterCell] = []
    released, path = _handed_out(directory, assignment)
    for cell in released:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        source = sources.pop(name, None)
        if source is None:
            # What stands in the source and not in the gradebook may be a solution.
            if path.is_relative_to(_folder(directory, directory.release_directory, assignment)):
                cells.append(MasterCell(cell.cell_type, cell.source))
            continue
        metadata = {
            "schema_version": NBGRADER_SCHEMA,
            "grade_id": name,
            "grade": name in worth and name not in tasks,
            "solution": name in solutions,
            "locked": bool(source.locked),
            "task": name in tasks,
            "checksum": source.checksum,
            "cell_type": source.cell_type,
        }
        if name in worth:
            metadata["points"] = worth[name]
        cells.append(MasterCell(source.cell_type, source.source, name, metadata))
    if sources:
        raise UsageError(
            f"{path} lacks {', '.join(sorted(sources))}, known to the gradebook; {again}"
        )
    return Master(tuple(cells))


def _handed_out(directory: CourseDirectory, assignment: Assignment) -> tuple[list[Any], Path]:
    """Return the cells of the released notebook, or of its source, and the file they stand in."""
    folders = [
        _folder(directory, step, assignment)
        for step in (directory.release_directory, directory.source_directory)
    ]
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
