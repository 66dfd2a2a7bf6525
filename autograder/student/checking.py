"""What ``check("A01.1")`` does in a notebook, and what it says: how each check went, and what to do next."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.errors import AutograderError, UsageError
from autograder.kit_files import PUBLIC_CHECKS
from autograder.locale import sentence
from autograder.student import signs
from autograder.student.importer import FINDER, install
from autograder.student.notebook_checks import PublicCheck, PublicChecks, run_checks
from autograder.student.place import (
    Place,
    find_folder,
    find_place,
    language_in,
    readable_course,
)
from autograder.student.reasons import Verdict, verdict_of
from autograder.texts import Text


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
        found = _run(place, names, tasks)
    except CheckError:
        raise
    except AutograderError as error:
        raise CheckError(str(error)) from None
    by_task: dict[str, list[PublicCheck]] = {}
    for each in found.checks:
        by_task.setdefault(each.task, []).append(each)
    failed = [_say(place, task, checks, found.tasks) for task, checks in by_task.items()]
    if any(failed):
        raise ChecksFailed("; ".join(filter(None, failed)))


def find_earlier() -> None:
    """Let the cells of the notebook that is open import earlier assignments, where it lies in a folder with checks."""
    here = find_folder(vars(sys.modules["__main__"]))
    if here is not None:
        install(here)


def _place(names: Mapping[str, object]) -> Place:
    place = find_place(names)
    if place is None:
        here = Path.cwd()
        text = sentence("cell_no_checks", file=PUBLIC_CHECKS, folder=here)
        raise CheckError(text.in_(language_in(readable_course(here))))
    install(place.folder)
    return place


def _run(place: Place, names: Mapping[str, object], tasks: tuple[str, ...]) -> PublicChecks:
    wanted = [_task_id(place, task) for task in tasks]
    found = run_checks(place, names, wanted)
    if found.broken is not None:
        text = sentence("cell_checks_broken", file=PUBLIC_CHECKS, error=found.broken)
        raise CheckError(text.in_(place.language))
    for asked, task in zip(tasks, wanted, strict=True):
        if task not in found.tasks:
            known = ", ".join(found.tasks) or "–"
            text = sentence("cell_no_such_task", task=asked, known=known)
            raise CheckError(text.in_(place.language))
    return found


def _task_id(place: Place, task: str) -> str:
    """Return the id of a task that may be named by its number or its function, too."""
    if place.assignment is not None:
        with contextlib.suppress(UsageError):
            return place.assignment.task(task).id
    return task


def _say(
    place: Place, task: str, checks: Sequence[PublicCheck], checked: Sequence[str]
) -> str | None:
    """Print how a task's checks went and what to do next; return a line about what failed."""
    problems = [check.problem for check in checks if check.problem is not None]
    counts = {"task": task, "failed": len(problems), "count": len(checks)}
    verdict = verdict_of([check.failure for check in checks])
    said: list[Text] = []
    if verdict is Verdict.NOT_WRITTEN:
        said.append(sentence("cell_not_written", task=task))
    elif verdict is Verdict.WAITING:
        said.append(sentence("cell_waiting", task=task, why=problems[0]))
    else:
        for check in checks:
            _print_check(check, place)
        if not problems:
            after = _task_after(task, place, checked)
            then = sentence("cell_next_task", task=after) if after else sentence("cell_last_task")
            said.append(sentence("cell_passed", **counts, next=then))
        else:
            said.append(sentence("cell_failed", **counts))
            if place.course is not None:
                said.append(sentence("cell_stuck", task=task))
    for text in said:
        _print(text.in_(place.language))
    return sentence("cell_summary", **counts).in_(place.language) if problems else None


def _print_check(check: PublicCheck, place: Place) -> None:
    sign = signs.sign(signs.PASSED if check.problem is None else signs.FAILED)
    line = f"{sign} {check.title.in_(place.language)}"
    if check.problem is None:
        _print(line)
        return
    _print(f"{line}: {check.problem.in_(place.language)}")
    if check.printed:
        _print(f"    {sentence('printed').in_(place.language)}")
        for printed in check.printed.split("\n"):
            _print(f"      {printed}")


def _task_after(task: str, place: Place, checked: Sequence[str]) -> str | None:
    tasks = place.assignment.task_ids if place.assignment is not None else tuple(checked)
    later = tasks[tasks.index(task) + 1 :] if task in tasks else ()
    return later[0] if later else None


def _print(line: str) -> None:
    """Print a line; a letter that the console lacks becomes a question mark."""
    print(signs.encoded(line))
