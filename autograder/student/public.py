"""Public checks under plain pytest: why one failed, and what a student does next."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import autograder
from autograder.checks.failure import CheckFailed, Failure
from autograder.course import Course
from autograder.errors import AutograderError
from autograder.locale import sentence
from autograder.student.place import assignment_of, language_in, module_of, readable_course
from autograder.student.reasons import Reasons, Verdict, verdict_of
from autograder.submission import Submission, read_submission
from autograder.submission.classes import unavailable_classes
from autograder.submission.near_misses import near_misses
from autograder.texts import Text

# The verdicts that are summed up, in the order in which they are said.
SUMMED_UP = (Verdict.FAILED, Verdict.WAITING, Verdict.NOT_DEFINED, Verdict.NOT_WRITTEN)


def explained(error: BaseException, file: Path, task: str) -> str:
    """Let an exception that ended a public check say why in the course's words; return the code of that.

    Parameters
    ----------
    error
        What ended the check; where more can be said than it says, that is noted on it.
    file
        The public checks.
    task
        The id of the check's task.
    """
    course = _course(file.parent)
    language = language_in(course)
    failure = failure_of(error, task, course)
    if isinstance(error, CheckFailed) and failure is error.failure:
        error.args = (failure.text("input").in_(language),)
    elif failure.code not in ("raised", "not_attempted"):  # which say so themselves
        error.add_note(failure.text("input").in_(language))
    near = _nearest(course, file, task) if failure.code == "missing" else None
    if near is not None:
        error.add_note(near.in_(language))
    return failure.code


def failure_of(error: BaseException, task: str, course: Course | None) -> Failure:
    """Return why a check failed that ran the student's own module, in this process."""
    reason = Reasons(course, file_of).of(error, task)
    if reason is None and isinstance(error, CheckFailed):
        return error.failure
    return reason or Failure("raised")


def next_step(file: Path, codes: Mapping[str, Sequence[str | None]]) -> str | None:
    """Return what the checks say of the tasks, and what to do next; None outside of a course.

    Parameters
    ----------
    file
        The public checks that were run; their folder is within the course's.
    codes
        Why each check failed, by task, in the order of the file; None for one that passed.
    """
    course = _course(file.parent)
    if course is None:
        return None
    language = language_in(course)
    verdicts = {
        task: verdict_of([None if code is None else Failure(code) for code in found])
        for task, found in codes.items()
    }
    notes = [*_classes(course, file), *filter(None, [kit_note(course)])]
    left = [task for task, verdict in verdicts.items() if verdict is not Verdict.PASSED]
    if not left:
        all_pass = sentence("check_all", count=len(codes))
        return "\n".join(line.in_(language) for line in (*notes, all_pass))
    lines = [*notes, sentence("check_some", solved=len(codes) - len(left), count=len(codes))]
    for verdict in SUMMED_UP:
        tasks = [task for task in left if verdicts[task] is verdict]
        if tasks:
            lines.append(sentence(f"tasks_{verdict.name.lower()}", tasks=", ".join(sorted(tasks))))
    first = next((task for task in course.tasks if task.id in left), None)
    if first is not None:
        lines.append(sentence("check_next", task=first.id, function=first.function))
    return "\n".join(line.in_(language) for line in lines)


def kit_note(course: Course) -> Text | None:
    """Say that another version of the kit made a student's files than the one that is installed."""
    if course.kit is None or course.kit == autograder.__version__:
        return None
    return sentence("kit_differs", files=course.kit, installed=autograder.__version__)


def _classes(course: Course, file: Path) -> tuple[Text, ...]:
    """Say which classes of earlier assignments won't be there in grading."""
    assignment = assignment_of(course, module_of(file) or "")
    submission = _submission(file.parent, assignment.module) if assignment is not None else None
    if assignment is None or submission is None:
        return ()
    return unavailable_classes(submission.cells, course, assignment, submission.files)


def _nearest(course: Course | None, file: Path, task_id: str) -> Text | None:
    """Say what comes nearest to what a task should have defined."""
    if course is None:
        return None
    task = course.task(task_id)
    assignment = course.assignment(task.code)
    submission = _submission(file.parent, assignment.module)
    if submission is None:
        return None
    near = near_misses(submission, assignment.functions)
    return next((near[name] for name in task.functions if name in near), None)


def file_of(module: str) -> str | None:
    """Return the file that an imported module was read from."""
    return getattr(sys.modules.get(module), "__file__", None)


@cache
def _submission(folder: Path, module: str) -> Submission | None:
    try:
        return read_submission(folder, module)
    except AutograderError:
        return None


# Read once for all checks of a run.
_course = cache(readable_course)
