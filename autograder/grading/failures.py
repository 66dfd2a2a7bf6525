"""From the exception that ended a check to a failure that can be said.

What the grader itself refused, switched off or ended is said to be that, and never passed off as the student's error. A
message of student code is read for nothing but this, and only where it has the very form of one of ours.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from dataclasses import dataclass

from autograder.checks.failure import CheckFailed, Failure
from autograder.checks.sealed import SealedError
from autograder.checks.unwritten import unwritten
from autograder.course import Course, Task
from autograder.grading.losses import REFUSED, REFUSED_CLASS, failure_of_loss
from autograder.sandbox import StudentError, WorkerLost

OUT_OF_REACH = frozenset(
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, OSError)
)


@dataclass(frozen=True)
class Asked:
    """What an assignment asks its students to write.

    Attributes
    ----------
    names
        The functions and methods of the task that is checked, a method by its own name.
    tasks
        The ids of all tasks of the course.
    """

    names: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, course: Course, task: Task) -> Asked:
        """Return what is asked for in one task."""
        names = {name.rpartition(".")[2] for name in task.functions}
        return cls(frozenset(names), frozenset(one.id for one in course.tasks))


def failure_of(error: BaseException, task: str, asked: Asked) -> Failure:
    """Turn the exception that ended a check into a failure that can be said.

    Parameters
    ----------
    error
        The exception.
    task
        The id of the task that is checked.
    asked
        What the assignment asks for.
    """
    if isinstance(error, CheckFailed):
        failure = error.failure
        if failure.code == "no_attribute" and failure.values.get("name") in asked.names:
            # A method that the task is to write, and not something that it is to leave behind.
            return Failure("missing", failure.values)
        return failure
    if isinstance(error, WorkerLost):
        return failure_of_loss(error)
    if isinstance(error, StudentError):
        return _raised(error, task, asked)
    if isinstance(error, SealedError):
        return Failure("broken_check")
    # The suite stumbled over what it was given; the reference never makes it stumble.
    return Failure("unexpected")


def _raised(error: StudentError, task: str, asked: Asked) -> Failure:
    for read in READERS:
        failure = read(error, _where(error))
        if failure is not None:
            return failure
    if "NotImplementedError" in error.mro:
        failure = unwritten(error.message, task, asked.tasks)
        if failure is not None:
            return failure
    if error.missing_name:
        return Failure("missing", {"name": error.missing_name})
    said = error.message[:300]
    if error.type_name != error.known_type:
        said = f"{error.type_name}: {said}"
    values = {"type": error.known_type, "where": _where(error)}
    return Failure("raised", values, {"error": said} if said else {})


def _where(error: StudentError) -> str:
    frame = error.frames[-1] if error.frames else None
    return f" ({frame.filename}:{frame.line})" if frame else ""


def _refused(error: StudentError, where: str) -> Failure | None:
    """Read what the worker says of something that it has taken away: a raiser, or an import that is blocked."""
    if "Refused" not in error.mro and error.type_name != "ImportError":
        return None
    name = REFUSED.fullmatch(error.message)
    if name is not None:
        return Failure("refused", {"name": name[1], "where": where})
    of_module = REFUSED_CLASS.fullmatch(error.message)
    if of_module is not None:
        values = {"name": of_module[1], "module": of_module[2], "where": where}
        return Failure("refused_class", values)
    return None


def _out_of_memory(error: StudentError, where: str) -> Failure | None:
    return Failure("out_of_memory", {"where": where}) if error.known_type == "MemoryError" else None


def _out_of_reach(error: StudentError, where: str) -> Failure | None:
    if error.known_type not in OUT_OF_REACH:
        return None
    return Failure("out_of_reach", {"type": error.known_type, "where": where})


def _too_large(error: StudentError, where: str) -> Failure | None:
    """Read that an answer could not be sent: no line of the student's raised it."""
    return Failure("too_large") if error.mro[:1] == ("WireError",) and not error.frames else None


READERS: tuple[Callable[[StudentError, str], Failure | None], ...] = (
    _refused,
    _out_of_memory,
    _out_of_reach,
    _too_large,
)
