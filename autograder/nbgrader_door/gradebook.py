"""Our results in nbgrader's gradebook: what the autograder earned goes in, what people decided stays."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.utils import compute_checksum

from autograder.course import Assignment
from autograder.nbgrader_door.comments import comment_on
from autograder.nbgrader_door.registered import Master
from autograder.result import Result
from autograder.texts import Language

# What nbgrader itself says of an answer that was left as it was released.
NO_RESPONSE = "No response."


def record(
    gradebook: Gradebook,
    notebook: SubmittedNotebook,
    shown: NotebookNode,
    result: Result,
    master: Master,
    assignment: Assignment,
    language: Language,
    *,
    before: Mapping[str, str] | None = None,
) -> None:
    """Write a result into the gradebook, and commit it.

    A task's cell gets what it earned. A written answer waits for a person, or gets 0 where nothing was written. Scores
    and comments of people are never touched; where what they judged has changed, the cell asks to be looked at again.

    Parameters
    ----------
    gradebook, notebook
        Where to write.
    shown
        The student's notebook, restored.
    result
        What was earned.
    master, assignment
        What was released.
    language
        That of the comments.
    before
        The texts of the answers that were last recorded, by cell; None where that isn't known, and each may have changed.
    """
    earned = {
        assignment.task(task.task).check_cell: (task.earned, task.points) for task in result.tasks
    }
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in shown.cells if _known(cell)}
    for grade in notebook.grades:
        if grade.name in earned:
            score, _ = earned[grade.name]
            changed = grade.auto_score is None or abs(grade.auto_score - score) > 1e-9
            if changed:
                grade.auto_score = score
            asks = grade.needs_manual_grade and grade.manual_score is not None
            _flag(grade, asks or (changed and grade.manual_score is not None))
        elif grade.name in cells:
            blank = _is_blank(cells[grade.name], master)
            score = 0.0 if blank else None
            if grade.auto_score != score:
                grade.auto_score = score
            changed = before is None or before.get(grade.name) != cells[grade.name].source
            if grade.manual_score is not None:
                _flag(grade, bool(grade.needs_manual_grade or changed))
            else:
                _flag(grade, not blank)
    results = {task.task: task for task in result.tasks}
    for comment in notebook.comments:
        cell = cells.get(comment.name)
        if cell is None:
            continue
        if cell.metadata.nbgrader.grade or cell.metadata.nbgrader.task:
            said = NO_RESPONSE if _is_blank(cell, master) else None
        else:
            tasks = [results[task.id] for task in master.tasks_of(comment.name, assignment)]
            said = comment_on(tasks, language)
        if comment.auto_comment != said:
            comment.auto_comment = said
    gradebook.db.commit()


def _flag(grade: object, needed: bool) -> None:
    if grade.needs_manual_grade != needed:  # type: ignore[attr-defined]
        grade.needs_manual_grade = needed  # type: ignore[attr-defined]


def _known(cell: NotebookNode) -> bool:
    return "grade_id" in cell.metadata.get("nbgrader", {})


def _is_blank(cell: NotebookNode, master: Master) -> bool:
    """Tell whether an answer that a person marks is still as it was released."""
    if cell.metadata.nbgrader.task:
        return False
    registered = master.cell(cell.metadata.nbgrader.grade_id)
    checksum = registered.nbgrader["checksum"] if registered and registered.nbgrader else None
    return bool(compute_checksum(cell) == checksum)
