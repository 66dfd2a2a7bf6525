"""Why a public check failed, and what that makes of its task: the same at every door.

``autograder check`` has a worker's exceptions, a notebook and plain pytest the student's own; all are read here.
"""

from __future__ import annotations

import ast
import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from autograder.checks.failure import CheckFailed, Failure
from autograder.checks.unwritten import is_stub, task_of_stub
from autograder.sandbox import StudentError
from autograder.sandbox.inside.guarded import DefinitionFailed
from autograder.submission.syntax import parse

if TYPE_CHECKING:
    from autograder.course import Course, Task
    from autograder.sandbox import Cell
    from autograder.sandbox.events import Undefined

    # A name that was used though its definition had failed: in a worker, or here.
    FailedDefinition = Undefined | DefinitionFailed

MAX_PRINTED = 1_000  # characters of what a check's calls printed that are shown
# An assignment's module by its name.
ASSIGNMENT = re.compile(r"[a-z]+\d+_\w+$")


class Verdict(Enum):
    """What the public checks say of a task."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_WRITTEN = "not written"
    NOT_DEFINED = "not defined"
    WAITING = "waiting"  # for another task that is not written yet


VERDICTS = {
    "not_attempted": Verdict.NOT_WRITTEN,
    "missing": Verdict.NOT_DEFINED,
    "not_available": Verdict.NOT_DEFINED,
    "calls_unwritten": Verdict.WAITING,
}
# Which of several is said; what the student can do something about in this very task comes before the rest.
FIRST = (Verdict.FAILED, Verdict.NOT_DEFINED, Verdict.NOT_WRITTEN, Verdict.WAITING)


def verdict_of(failures: Sequence[Failure | None]) -> Verdict:
    """Return what a task's checks say of it, from why each failed; None stands for one that passed."""
    failed = [failure for failure in failures if failure is not None]
    if failures and not failed:
        return Verdict.PASSED
    kinds = {VERDICTS.get(failure.code, Verdict.FAILED) for failure in failed}
    return next((verdict for verdict in FIRST if verdict in kinds), Verdict.FAILED)


class Reasons:
    """Reads exceptions that ended public checks.

    Parameters
    ----------
    course
        The course; None where there is none around the checks.
    file_of
        Returns the name of the student's file that a module was read from, or None.
    cells
        The source of a submission that runs in a worker, whose exceptions name lines only.
    """

    def __init__(
        self,
        course: Course | None,
        file_of: Callable[[str], str | None],
        cells: Sequence[Cell] = (),
    ) -> None:
        self._course = course
        self._file_of = file_of
        self._cells = cells

    def of(self, error: BaseException, task: str) -> Failure | None:
        """Return why a check of a task failed, where it is a reason that every door says alike; else None."""
        if isinstance(error, CheckFailed) and error.failure.code == "no_attribute":
            return self._missing_method(error.failure.values.get("name"), task)
        for cause in (error, error.__cause__):
            if isinstance(cause, NotImplementedError):
                return self._unwritten(cause, task)
            undefined: FailedDefinition | None = None
            if isinstance(cause, StudentError):
                undefined, asked_by_check = cause.undefined, not cause.frames
            elif isinstance(cause, DefinitionFailed):
                undefined, asked_by_check = cause, not _came_through_student(cause)
            if undefined is not None:
                return self._unavailable(undefined, task, asked_by_check)
            if isinstance(cause, AttributeError):
                return self._missing(cause, task)
        return None

    def _missing(self, error: AttributeError, task: str) -> Failure | None:
        """Return the failure of a check that asked for a name which isn't there; None for any other attribute."""
        name, of_module = _asked_for(error)
        if name is None or not of_module:
            return self._missing_method(name, task)
        own = self._task(task)
        code = "missing" if own is None or name == own.name else "missing_other"
        return Failure(code, {"name": name})

    def _missing_method(self, name: object, task: str) -> Failure | None:
        """Return the failure of a check that asked for a method which isn't there, where the task is to write it."""
        own = self._task(task)
        names = () if own is None else own.functions
        method = next((each for each in names if each.rpartition(".")[2] == name), None)
        return None if method is None else Failure("missing", {"name": method})

    def _unwritten(self, error: BaseException, task: str) -> Failure | None:
        if not is_stub(str(error)):
            return None  # it says something of its own: something that isn't there on purpose
        course, named, where = self._course, task_of_stub(str(error)), self._innermost(error)
        if course is None and named is not None and named != task:
            return _waiting(named, where)
        found = self._task_of(where, task) if named is None else self._task(named)
        if course is None or found is None or found.id == task:
            return Failure("not_attempted")  # or a helper that isn't there yet
        name = where if where in found.functions else found.function
        module = course.assignment(found.code).module
        elsewhere = found.code != task.partition(".")[0]
        return _waiting(found.id, name, self._file_of(module) if elsewhere else None)

    def _task(self, task_id: str) -> Task | None:
        tasks = self._course.tasks if self._course is not None else ()
        return next((task for task in tasks if task.id == task_id), None)

    def _task_of(self, function: str, near: str) -> Task | None:
        """Return the task that writes a function: one of the same assignment, or else of an earlier one."""
        if self._course is None:
            return None
        here = self._course.assignment(near.partition(".")[0])
        for assignment in (here, *reversed(self._course.basis(here))):
            for task in assignment.tasks:
                if function in task.functions:
                    return task
        return None

    def _innermost(self, error: BaseException) -> str:
        """Return the function of the student's that raised an exception, as its class names it."""
        if isinstance(error, StudentError):
            frame = error.frames[-1] if error.frames else None
            return "" if frame is None else function_at(self._cells, frame.filename, frame.line)
        steps = list(traceback.walk_tb(error.__traceback__))
        name = steps[-1][0].f_code.co_qualname if steps else ""
        return name.rpartition("<locals>.")[2]

    def _unavailable(self, undefined: FailedDefinition, task: str, asked_by_check: bool) -> Failure:
        own = self._task(task)
        failure = unavailable(undefined)
        if own is not None and undefined.name == own.name and asked_by_check:
            return Failure("not_available", failure.values)
        return failure


def unavailable(undefined: FailedDefinition) -> Failure:
    """Return the failure of what used a name whose definition had failed."""
    values = {name: getattr(undefined, name) for name in ("name", "filename", "line", "reason")}
    if ASSIGNMENT.match(undefined.module):
        return Failure("not_beside", {**values, "module": undefined.module})
    return Failure("uses_unavailable", values)


def _asked_for(error: AttributeError) -> tuple[str | None, bool]:
    """Return the attribute that a check, and no student's code, asked for in vain; and whether of the module itself."""
    if isinstance(error, StudentError):
        return error.missing_name, error.missing_in_module
    if _came_through_student(error):
        return None, False
    if isinstance(error.obj, ModuleType):
        return error.name, True
    return error.name if _is_students(type(error.obj).__module__) else None, False


def _is_students(module: str) -> bool:
    return module == "__main__" or ASSIGNMENT.match(module) is not None


def _came_through_student(error: BaseException) -> bool:
    """Tell whether an exception came through the student's code, and not from the check alone."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    return any(_is_students(str(frame.f_globals.get("__name__"))) for frame in frames)


def _waiting(task: str, name: str, file: str | None = None) -> Failure:
    detail = {} if file is None else {"file": Path(file).name}
    return Failure("calls_unwritten", {"task": f"{task} {name}".strip(), "name": name}, detail)


def function_at(cells: Iterable[Cell], filename: str, line: int) -> str:
    """Return the function that a line stands in, "Standardizer.fit"; empty outside of functions."""
    for cell in cells:
        tree = parse(cell.source) if cell.filename == filename else None
        name = "" if tree is None else _function_in(tree, line - cell.first_line + 1)
        if name:
            return name
    return ""


def _function_in(tree: ast.AST, line: int) -> str:
    """Go down the statements around a line; a class is named in front of what is defined right in it."""
    name = classes = ""
    inside: ast.AST | None = tree
    while inside is not None:
        if isinstance(inside, ast.ClassDef):
            classes += f"{inside.name}."
        elif isinstance(inside, ast.FunctionDef | ast.AsyncFunctionDef):
            name, classes = classes + inside.name, ""
        statements = (node for node in ast.iter_child_nodes(inside) if isinstance(node, ast.stmt))
        inside = next((s for s in statements if s.lineno <= line <= (s.end_lineno or 0)), None)
    return name
