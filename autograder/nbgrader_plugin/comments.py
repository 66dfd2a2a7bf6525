"""What stands below an answer that isn't right: its tasks' points and, where they are known, the causes.

Comments are Markdown to nbgrader, and a person may edit them; so nothing that a student wrote goes into one.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.result import TaskResult
from autograder.telling import PLAIN, about_task, task_line
from autograder.texts import Language


def comment_on(tasks: Sequence[TaskResult], language: Language) -> str | None:
    """Return the comment on an answer cell; None where nothing is to be said."""
    lines: list[str] = []
    for task in tasks:
        if not task.passed:
            lines.append(f"{task_line(task, language)}.")
            said = about_task(task, language)
            lines += [PLAIN.block(remark) for remark in said if remark.kind == "cause"]
    return "\n\n".join(lines) or None
