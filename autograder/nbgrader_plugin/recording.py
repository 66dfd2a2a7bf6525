"""Our results in nbgrader's gradebook: what the autograder earned goes in, what people decided stays."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Grade, Gradebook, SubmittedNotebook
from nbgrader.utils import compute_checksum

from autograder.course import Assignment
from autograder.nbgrader_plugin.comments import comment_on
from autograder.nbgrader_plugin.registered import Master
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
        The texts of the answers that were last recorded, by cell; None where they aren't known.
    """
    earned = {assignment.task(task.task).check_cell: task.earned for task in result.tasks}
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in shown.cells if _known(cell)}
    for grade in notebook.grades:
        if grade.name in earned:
            changed = grade.auto_score != earned[grade.name]
            if changed:
                grade.auto_score = earned[grade.name]
            judged = grade.manual_score is not None
            _flag(grade, judged and (changed or grade.needs_manual_grade))
        elif grade.name in cells:
            blank = _is_blank(cells[grade.name], master)
            nothing = 0.0 if blank else None
            if grade.auto_score != nothing:
                grade.auto_score = nothing
            changed = before is None or before.get(grade.name) != cells[grade.name].source
            judged = grade.manual_score is not None
            _flag(grade, (changed or grade.needs_manual_grade) if judged else not blank)
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


def _flag(grade: Grade, needed: bool) -> None:
    if grade.needs_manual_grade != needed:
        grade.needs_manual_grade = needed


def _known(cell: NotebookNode) -> bool:
    return "grade_id" in cell.metadata.get("nbgrader", {})


def _is_blank(cell: NotebookNode, master: Master) -> bool:
    """Tell whether an answer that a person marks is still as it was released."""
    if cell.metadata.nbgrader.task:
        return False
    registered = master.cell(cell.metadata.nbgrader.grade_id)
    checksum = registered.nbgrader["checksum"] if registered and registered.nbgrader else None
    return bool(compute_checksum(cell) == checksum)
