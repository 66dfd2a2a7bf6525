"""Our results in nbgrader's gradebook: what the autograder earned goes in, what people decided stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Base, Grade, Gradebook, SubmittedNotebook
from nbgrader.utils import compute_checksum, is_grade, is_task

from autograder.nbgrader_plugin.cells import grade_id
from autograder.nbgrader_plugin.comments import comment_on
from autograder.nbgrader_plugin.registered import Master
from autograder.result import Result
from autograder.texts import Language

# What nbgrader itself says of an answer that was left as it was released.
NO_RESPONSE = "No response."


@dataclass(frozen=True)
class Entry:
    """Where a result goes: a submission in nbgrader's gradebook, and what is known of it."""

    gradebook: Gradebook
    submitted: SubmittedNotebook
    shown: NotebookNode  # the student's notebook, restored
    master: Master
    language: Language  # that of the comments
    before: Mapping[str, str] | None = None  # the answers last recorded, by cell; None if unknown


def record(entry: Entry, result: Result) -> None:
    """Write a result into the gradebook, and commit it.

    A task's cell gets what it earned. A written answer waits for a person, or gets 0 where nothing was written. Scores
    and comments of people are never touched; where what they judged has changed, the cell asks to be looked at again.
    """
    task_of = entry.master.assignment.task
    earned = {task_of(task.task).check_cell: task.earned for task in result.tasks}
    cells = {grade_id(cell): cell for cell in entry.shown.cells if grade_id(cell)}
    for grade in entry.submitted.grades:
        if grade.name in earned:
            _record_points(grade, earned[grade.name])
        elif grade.name in cells:
            cell = cells[grade.name]
            changed = entry.before is None or entry.before.get(grade.name) != cell.source
            _record_answer(grade, changed, _is_blank(cell))
    results = {task.task: task for task in result.tasks}
    for comment in entry.submitted.comments:
        cell = cells.get(comment.name)
        if cell is None:
            continue
        if is_grade(cell) or is_task(cell):
            said = NO_RESPONSE if _is_blank(cell) else None
        else:
            tasks = [results[task.id] for task in entry.master.tasks_of(comment.name)]
            said = comment_on(tasks, entry.language)
        set_changed(comment, auto_comment=said)
    entry.gradebook.db.commit()


def _record_points(grade: Grade, earned: float) -> None:
    changed = grade.auto_score != earned
    judged = grade.manual_score is not None
    look = judged and (changed or grade.needs_manual_grade)
    set_changed(grade, auto_score=earned, needs_manual_grade=look)


def _record_answer(grade: Grade, changed: bool, blank: bool) -> None:
    judged = grade.manual_score is not None
    look = (changed or grade.needs_manual_grade) if judged else not blank
    set_changed(grade, auto_score=0.0 if blank else None, needs_manual_grade=look)


def set_changed(row: Base, **values: object) -> None:
    """Set what differs: a row that is written as it was is no change of anybody's."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _is_blank(cell: NotebookNode) -> bool:
    """Tell whether an answer that a person marks is still as it was released."""
    return not is_task(cell) and bool(compute_checksum(cell) == cell.metadata.nbgrader.checksum)
