"""``autograder hint``: one step more towards a task, for students."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli.main import course_option, language_option, the_course
from autograder.course import HINT_STEPS, hint_of
from autograder.locale import sentence
from autograder.student.failed_checks import FailedChecks
from autograder.texts import choose_language


@click.command()
@click.argument("task_id", metavar="TASK")
@click.argument("step", type=click.IntRange(1, HINT_STEPS), default=1)
@language_option("the hint")
@course_option
def hint(task_id: str, step: int, language: str | None, course_path: Path | None) -> int:
    """Show a hint for TASK (A01.4): STEP 1 nudges, 2 points, 3 gives the formula."""
    course = the_course(course_path)
    task = course.task(task_id)
    said = hint_of(course, task, step)
    chosen = choose_language(language, course.language)
    needed = step * course.hints.after_attempts
    made = FailedChecks(course.root).of(task.id)
    if made < needed:
        later = sentence("hint_later", step=step, needed=needed, made=made, task=task.id)
        click.echo(later.in_(chosen))
        return 1
    click.echo(f"{task.id} {task.title.in_(chosen)} · {step}/{HINT_STEPS}\n{said.in_(chosen)}")
    return 0
