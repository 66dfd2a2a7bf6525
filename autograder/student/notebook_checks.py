"""Public checks run inside of a notebook, against the names that its cells have defined."""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from autograder.checks.failure import Failure
from autograder.checks.marks import mark_of, register_mark
from autograder.checks.running import run_file
from autograder.locale import sentence
from autograder.student.place import Place
from autograder.student.public import failure_of
from autograder.student.reasons import MAX_PRINTED
from autograder.texts import Text

if TYPE_CHECKING:
    from autograder.course import Course


@dataclass(frozen=True)
class PublicCheck:
    """How one check went.

    Attributes
    ----------
    task
        The id of its task.
    title
        What it tries.
    problem
        Why it failed, in words, or None.
    failure
        Why it failed, as data, or None.
    printed
        What the student's code printed meanwhile.
    """

    task: str
    title: Text
    problem: Text | None = None
    failure: Failure | None = None
    printed: str = ""


class NotDefinedError(AttributeError):
    """A check asked for a name that no cell has defined."""


class NotebookModule(ModuleType):
    """The names of a notebook as the module that public checks import."""

    def __init__(self, name: str, namespace: Mapping[str, object]) -> None:
        super().__init__(name, "The names that the cells of a notebook have defined.")
        own = {key: value for key, value in namespace.items() if not key.startswith("__")}
        self.__dict__.update(own)

    def __getattr__(self, name: str) -> object:
        raise NotDefinedError(name, name=name, obj=self)


class PublicChecks:
    """A plugin of pytest's that chooses public checks, and notes how each went.

    Attributes
    ----------
    checks
        The checks of the wanted tasks, in the order of the file.
    tasks
        All tasks that the file has checks for.
    broken
        Why the file can't be loaded, or None.
    interrupted
        Whether the student has stopped them.
    """

    def __init__(
        self, course: Course | None, namespace: Mapping[str, object], wanted: Collection[str]
    ) -> None:
        self.checks: list[PublicCheck] = []
        self.tasks: list[str] = []
        self.broken: str | None = None
        self.interrupted = False
        self._course = course
        self._namespace = namespace
        self._wanted = wanted

    def pytest_configure(self, config: pytest.Config) -> None:
        register_mark(config)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        # Not pytest's own subclass, by which a file that can't be loaded ends the session.
        self.interrupted = excinfo.type is KeyboardInterrupt

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        marked = [(item, mark.task) for item in items if (mark := mark_of(item)) is not None]
        self.tasks = list(dict.fromkeys(task for _, task in marked))
        items[:] = [item for item, task in marked if not self._wanted or task in self._wanted]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            lines = str(report.longrepr).strip().split("\n")
            self.broken = lines[-1].removeprefix("E").strip()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Iterator[None]:
        report: pytest.TestReport = yield  # type: ignore[assignment]
        mark = mark_of(item)
        assert mark is not None, "unmarked checks are not chosen"
        if call.when == "call" or call.excinfo is not None:
            error = call.excinfo.value if call.excinfo is not None else None
            failure = problem = None
            if error is not None:
                failure = failure_of(error, mark.task, self._course)
                problem = explain(error, failure, self._namespace)
            printed = report.capstdout[-MAX_PRINTED:].strip()
            check = PublicCheck(mark.task, mark.title, problem, failure, printed)
            self.checks.append(check)
        return report  # type: ignore[return-value]


def run_checks(
    place: Place, namespace: Mapping[str, object], tasks: Collection[str]
) -> PublicChecks:
    """Run the public checks of some tasks, or of all, against the names of a notebook."""
    found = PublicChecks(place.course, namespace, tasks)
    silent = io.StringIO()
    with (
        _module_in_place(place, NotebookModule(place.module, namespace)),
        contextlib.redirect_stdout(silent),
        contextlib.redirect_stderr(silent),
    ):
        code = run_file(place.checks, found, root=place.folder, capture=True)
    if code == pytest.ExitCode.INTERRUPTED and found.interrupted:
        raise KeyboardInterrupt
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR) and not found.broken:
        lines = silent.getvalue().strip().split("\n")
        found.broken = lines[-1] or f"pytest {code}"
    return found


def explain(error: BaseException, failure: Failure, namespace: Mapping[str, object]) -> Text:
    """Say why a check failed: from what is known of it, or else from the exception that ended it."""
    if isinstance(error, NotDefinedError):
        return sentence("cell_not_defined", name=error.name)
    if failure.code != "raised":
        return failure.text("input")
    first_line = str(error).strip().split("\n")[0]
    if isinstance(error, pytest.skip.Exception):
        return sentence("cell_skipped", error=first_line or "…")
    line = _students_line(error, namespace)
    if isinstance(error, AssertionError) and line is None:
        return sentence("cell_unexpected", error=first_line or "assert")
    shown = f"{type(error).__name__}: {first_line}".removesuffix(": ")
    if line is None:
        return sentence("cell_raised", error=shown)
    return sentence("cell_raised_at", error=shown, line=line)


def _students_line(error: BaseException, namespace: Mapping[str, object]) -> str | None:
    """Return the last line of the notebook's own code that an exception came through."""
    found: str | None = None
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_globals is namespace:
            line = linecache.getline(frame.f_code.co_filename, number, frame.f_globals)
            found = line.strip() or found
    return found


@contextlib.contextmanager
def _module_in_place(place: Place, module: ModuleType) -> Iterator[None]:
    """Put a module where ``import`` finds it, and let the checks be read afresh each time."""
    before = sys.modules.get(place.module)
    sys.modules[place.module] = module
    _forget_file(place.checks)
    try:
        yield
    finally:
        _forget_file(place.checks)
        if before is None:
            sys.modules.pop(place.module, None)
        else:
            sys.modules[place.module] = before


def _forget_file(file: Path) -> None:
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if name != "__main__" and path and Path(path) == file:
            del sys.modules[name]
