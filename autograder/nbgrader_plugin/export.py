"""``nbgrader export``: a row for each student and graded cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nbgrader.api import Base, BaseCell, Grade, Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from autograder.course.cells import CellName
from autograder.gradebook.tables import guarded, write_table

COLUMNS = (
    *("assignment", "notebook", "cell", "task", "marked_by"),
    *("student_id", "last_name", "first_name", "email"),
    *("submitted", "timestamp", "seconds_late"),
    *("score", "max_score", "auto_score", "manual_score", "extra_credit", "needs_manual_grade"),
)


class TaskExportPlugin(ExportPlugin):
    """Writes a CSV file with the points of every task, test cells and written answers alike.

    Late penalties are per notebook, so they are not in it; nbgrader's own ``CsvExportPlugin`` has the totals.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write ``--to``, ``tasks.csv`` by default, for the students and assignments that are asked for."""
        path = Path(self.to or "tasks.csv")
        rows = [[_cell(row.get(name)) for name in COLUMNS] for row in self.rows(gradebook)]
        # The mark at its start tells a spreadsheet that the names in it are UTF-8.
        write_table(path, [COLUMNS, *rows], encoding="utf-8-sig", newline="\r\n")
        self.log.info("%d rows written to %s", len(rows), path)

    def rows(self, gradebook: Gradebook) -> Iterator[Mapping[str, object]]:
        """Yield the rows: those of a student who handed in nothing have no scores."""
        for assignment in _chosen(gradebook.assignments, "name", self.assignment):
            for student in _chosen(gradebook.students, "id", self.student):
                try:
                    submission = gradebook.find_submission(assignment.name, student.id)
                except MissingEntry:
                    submission = None
                handed_in = {one.name: one for one in submission.notebooks} if submission else {}
                who = {
                    "assignment": assignment.name,
                    "student_id": student.id,
                    "last_name": student.last_name,
                    "first_name": student.first_name,
                    "email": student.email,
                    "submitted": "yes" if submission else "no",
                    "timestamp": submission.timestamp if submission else None,
                    "seconds_late": submission.total_seconds_late if submission else None,
                }
                for notebook in assignment.notebooks:
                    mine = handed_in.get(notebook.name)
                    grades = {grade.name: grade for grade in mine.grades} if mine else {}
                    # The database keeps no order.
                    cells = sorted((*notebook.grade_cells, *notebook.task_cells), key=_place)
                    for cell in cells:
                        row = _graded(cell, grades.get(cell.name))
                        yield {**who, "notebook": notebook.name, **row}


def _chosen(found: Iterable[Base], key: str, wanted: Iterable[object]) -> list[Base]:
    """Return the rows that are asked for by name; all where none is."""
    names = {str(name) for name in wanted}
    return [row for row in found if not names or getattr(row, key) in names]


def _cell(value: object) -> str:
    return "" if value is None else guarded(str(value))


def _by_autograder(cell: BaseCell) -> bool:
    known = CellName.parse(cell.name)
    return known is not None and known.role == "test"


def _place(cell: BaseCell) -> tuple[object, ...]:
    """Return where a reader expects a cell: tasks first, and numbers as numbers."""
    digits = re.split(r"(\d+)", cell.name)
    return (not _by_autograder(cell), *(int(part) if part.isdigit() else part for part in digits))


def _graded(cell: BaseCell, grade: Grade | None) -> dict[str, object]:
    known = CellName.parse(cell.name)
    scores = ("score", "auto_score", "manual_score", "extra_credit")
    look = "yes" if grade is not None and grade.needs_manual_grade else "no"
    return {
        "cell": cell.name,
        "task": known.id if known else None,
        "marked_by": "autograder" if _by_autograder(cell) else "hand",
        "max_score": cell.max_score,
        **{name: getattr(grade, name, None) for name in scores},
        "needs_manual_grade": None if grade is None else look,
    }
