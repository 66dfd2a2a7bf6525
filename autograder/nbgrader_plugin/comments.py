"""What stands below an answer that isn't right: its tasks' points and, where they are known, the causes.

Comments are Markdown to nbgrader, and a person may edit them; so nothing that a student wrote goes into one.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.numbers import number
from autograder.result import TaskResult
from autograder.texts import Language


def comment_on(tasks: Sequence[TaskResult], language: Language) -> str | None:
    """Return the comment on an answer cell; None where nothing is to be said."""
    lines: list[str] = []
    for task in tasks:
        if task.passed:
            continue
        status = task.status.text.in_(language)
        lines.append(f"{task.task}: {number(task.earned)} / {number(task.points)}, {status}.")
        lines += [
            f"{cause.title.in_(language)}. {cause.hint.in_(language)}" for cause in task.causes
        ]
    return "\n\n".join(lines) or None
