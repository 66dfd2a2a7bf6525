"""``autograder hint``: one step more towards a task, for students."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.course import HINT_STEPS, Course, hint_of
from autograder.locale import sentence
from autograder.student.failed_checks import FailedChecks
from autograder.texts import Language


@click.command()
@click.argument("task_id", metavar="TASK")
@click.argument("step", type=click.IntRange(1, HINT_STEPS), default=1)
@options.language("the hint")
@options.course
def hint(task_id: str, step: int, language: Language | None, course: Course) -> int:
    """Show a hint for TASK (A01.4): STEP 1 nudges, 2 points, 3 gives the formula."""
    language = language or course.language
    task = course.task(task_id)
    said = hint_of(course, task, step)
    needed = step * course.hints.after_attempts
    made = FailedChecks(course.root).of(task.id)
    if made < needed:
        later = sentence("hint_later", step=step, needed=needed, made=made, task=task.id)
        click.echo(later.in_(language))
        return 1
    click.echo(f"{task.id} {task.title.in_(language)} · {step}/{HINT_STEPS}\n{said.in_(language)}")
    return 0
