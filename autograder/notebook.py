"""Public checks in a notebook: ``check("A01.1")`` in the cell below a task.

Importing this module also lets the notebook import earlier assignments from the student's own
files.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.errors import AutograderError, UsageError
from autograder.student import signs
from autograder.student.importer import FINDER, install
from autograder.student.messages import (
    CHECKS_BROKEN,
    FAILED,
    NEXT_TASK,
    NO_CHECKS_HERE,
    NO_NEXT_TASK,
    NO_SUCH_TASK,
    NOT_WRITTEN,
    PASSED,
    PRINTED,
    STUCK,
    SUMMARY,
    WAITING,
)
from autograder.student.place import CHECKS_FILE, Place, find_folder, find_place, language_of
from autograder.student.reasons import Verdict, verdict_of
from autograder.student.session import Outcome, Report, run_checks
from autograder.submission.messages import fill
from autograder.texts import Text

__all__ = ["CheckError", "ChecksFailed", "check"]


class _OneLine:
    """Shown by Jupyter as one line: what was printed above it says all."""

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


class ChecksFailed(_OneLine, AutograderError, AssertionError):
    """Some checks of a task failed; the cell fails with it, for nbgrader as for the student."""


class CheckError(_OneLine, UsageError):
    """The checks can't be run: there are none, or they can't be loaded."""


def check(*tasks: str, namespace: Mapping[str, object] | None = None) -> None:
    """Run the public checks of some tasks on what the notebook's cells have defined.

    Parameters
    ----------
    *tasks
        Ids of tasks, "A01.1"; none for every task of the assignment.
    namespace
        The names to check; those of the notebook where nothing is given.

    Raises
    ------
    ChecksFailed
        Where a check fails; what failed and what to do is printed before.
    CheckError
        Where the checks can't be run.
    """
    if FINDER.loading:
        return  # a file that is being imported checks itself: the one who imports it is at work
    names = namespace if namespace is not None else vars(sys.modules["__main__"])
    try:
        place = _place(names)
        report = _run(place, names, tasks)
    except CheckError:
        raise
    except AutograderError as error:
        raise CheckError(str(error)) from None
    ids = list(dict.fromkeys(outcome.task for outcome in report.outcomes))
    failed = [text for task in ids if (text := _say(task, report, place)) is not None]
    if failed:
        raise ChecksFailed("; ".join(text.in_(place.language) for text in failed))


def _place(names: Mapping[str, object]) -> Place:
    place = find_place(names)
    if place is None:
        here = Path.cwd()
        text = fill(NO_CHECKS_HERE, file=CHECKS_FILE, folder=here)
        raise CheckError(text.in_(language_of(here)))
    install(place.folder)
    return place


def _run(place: Place, names: Mapping[str, object], tasks: tuple[str, ...]) -> Report:
    wanted = [_task_id(place, task) for task in tasks]
    report = run_checks(place.checks, place.module, names, wanted or None, place.course)
    if report.broken is not None:
        text = fill(CHECKS_BROKEN, file=CHECKS_FILE, error=report.broken)
        raise CheckError(text.in_(place.language))
    for asked, task in zip(tasks, wanted, strict=True):
        if task not in report.tasks:
            known = ", ".join(report.tasks) or "–"
            raise CheckError(fill(NO_SUCH_TASK, task=asked, known=known).in_(place.language))
    return report


def _task_id(place: Place, task: str) -> str:
    """Return the id of a task that may be named by its number or its function, too."""
    if place.assignment is not None:
        with contextlib.suppress(UsageError):
            return place.assignment.task(task).id
    return task


def _say(task: str, report: Report, place: Place) -> Text | None:
    """Print how a task's checks went and what to do next; return a line about what failed."""
    outcomes = [outcome for outcome in report.outcomes if outcome.task == task]
    failed = [outcome for outcome in outcomes if outcome.problem is not None]
    counts = {"task": task, "failed": len(failed), "count": len(outcomes)}
    verdict = verdict_of([outcome.failure for outcome in outcomes])
    if verdict is Verdict.NOT_WRITTEN:
        _print(fill(NOT_WRITTEN, task=task), place)
        return fill(SUMMARY, **counts)
    if verdict is Verdict.WAITING:
        _print(_waiting(task, failed), place)
        return fill(SUMMARY, **counts)
    for outcome in outcomes:
        _print_outcome(outcome, place)
    if not failed:
        after = _next_task(task, report, place)
        then = NO_NEXT_TASK if after is None else fill(NEXT_TASK, task=after)
        count = len(outcomes)
        _print(
            Text(
                en=fill(PASSED, task=task, count=count, next=then.en).en,
                ko=fill(PASSED, task=task, count=count, next=then.ko).ko,
            ),
            place,
        )
        return None
    _print(fill(FAILED, **counts), place)
    if place.course is not None:
        _print(fill(STUCK, task=task), place)
    return fill(SUMMARY, **counts)


def _waiting(task: str, failed: Sequence[Outcome]) -> Text:
    """Say what a task that is written waits for."""
    why = next(outcome.problem for outcome in failed if outcome.problem is not None)
    return Text(
        en=WAITING.en.format(task=task, why=why.en), ko=WAITING.ko.format(task=task, why=why.ko)
    )


def _print_outcome(outcome: Outcome, place: Place) -> None:
    problem = outcome.problem.in_(place.language) if outcome.problem else None
    sign = signs.sign(signs.PASSED if outcome.problem is None else signs.FAILED)
    line = f"{sign} {outcome.title.in_(place.language)}"
    _write(f"{line}: {problem}" if problem else line)
    if problem and outcome.printed:
        _print(PRINTED, place, indent="    ")
        for printed in outcome.printed.split("\n"):
            _write(f"      {printed}")


def _next_task(task: str, report: Report, place: Place) -> str | None:
    tasks = place.assignment.task_ids if place.assignment is not None else tuple(report.tasks)
    later = tasks[tasks.index(task) + 1 :] if task in tasks else ()
    return later[0] if later else None


def _print(text: Text, place: Place, indent: str = "") -> None:
    _write(indent + text.in_(place.language))


def _write(line: str) -> None:
    """Print a line; a letter that the console lacks becomes a question mark."""
    print(signs.encoded(line))


# The cells above the first check may import earlier assignments; so the hook is there from the
# start.
if (_here := find_folder(vars(sys.modules["__main__"]))) is not None:
    install(_here)
