"""``nbgrader export``: a row for each student and graded cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nbgrader.api import BaseCell, Grade, Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from autograder.gradebook.tables import guarded, write_table

COLUMNS = (
    *("assignment", "notebook", "cell", "task", "marked_by"),
    *("student_id", "last_name", "first_name", "email"),
    *("submitted", "timestamp", "seconds_late"),
    *("score", "max_score", "auto_score", "manual_score", "extra_credit", "needs_manual_grade"),
)
TASK_CELL = re.compile(r"(?P<kind>test|manual)_(?P<code>[A-Z]\d+)_(?P<number>M?\d+)$")


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
        assignments = {str(one) for one in self.assignment}
        students = {str(one) for one in self.student}
        for assignment in gradebook.assignments:
            if assignments and assignment.name not in assignments:
                continue
            for student in gradebook.students:
                if students and student.id not in students:
                    continue
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
                    grades = {one.name: one for one in mine.grades} if mine else {}
                    for cell in _in_order((*notebook.grade_cells, *notebook.task_cells)):
                        yield {**who, "notebook": notebook.name, **_graded(cell, grades)}


def _cell(value: object) -> str:
    return "" if value is None else guarded(str(value))


def _in_order(cells: Iterable[BaseCell]) -> list[BaseCell]:
    """Return graded cells as a reader expects them: the database keeps no order."""
    return sorted(cells, key=lambda cell: _key(cell.name))


def _key(name: str) -> tuple[object, ...]:
    digits = re.split(r"(\d+)", name)
    kind = 0 if name.startswith("test_") else 1
    return (kind, *(int(part) if part.isdigit() else part for part in digits))


def _graded(cell: BaseCell, grades: Mapping[str, Grade]) -> dict[str, object]:
    name, most = cell.name, cell.max_score
    known = TASK_CELL.match(name)
    grade = grades.get(name)
    return {
        "cell": name,
        "task": f"{known['code']}.{known['number']}" if known else None,
        "marked_by": "autograder" if name.startswith("test_") else "hand",
        "max_score": most,
        "score": getattr(grade, "score", None),
        "auto_score": getattr(grade, "auto_score", None),
        "manual_score": getattr(grade, "manual_score", None),
        "extra_credit": getattr(grade, "extra_credit", None),
        "needs_manual_grade": (
            None if grade is None else "yes" if grade.needs_manual_grade else "no"
        ),
    }
