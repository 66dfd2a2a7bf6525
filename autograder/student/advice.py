"""What a student does next, after the public checks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.course import find_course, load_course
from autograder.errors import AutograderError
from autograder.locale import sentence
from autograder.texts import choose_language


def next_step(file: Path, tasks: Sequence[str], failed: Sequence[str]) -> str | None:
    """Return a sentence on what to do next; None outside of a course.

    Parameters
    ----------
    file
        The public checks that were run; their folder is within the course's.
    tasks
        The task of each check that was collected.
    failed
        The task of each check that failed.
    """
    try:
        course = load_course(find_course(file.parent))
        language = choose_language(None, course.language)
        count = len(set(tasks))
        if not failed:
            return sentence("check_all", count=count).in_(language)
        task = course.task(min(failed, key=list(tasks).index))
        some = sentence("check_some", solved=count - len(set(failed)), count=count)
        then = sentence("check_next", task=task.id, function=task.function)
        return f"{some.in_(language)}\n{then.in_(language)}"
    except AutograderError:
        return None
