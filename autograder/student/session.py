"""Public checks run inside of a notebook, against the names that its cells have defined."""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from autograder.checks.failure import CheckFailed, Failure
from autograder.checks.marks import MARK, mark_of
from autograder.pytest_alone import run_pytest
from autograder.student.messages import (
    ASSERTION,
    NOT_DEFINED_YET,
    RAISED,
    RAISED_AT,
    SKIPPED,
)
from autograder.student.public import file_of
from autograder.student.reasons import Reasons
from autograder.submission.messages import fill
from autograder.texts import Text

if TYPE_CHECKING:
    from autograder.course import Course

# What pytest brings that a handful of checks in a notebook has no use for; some of it expects a
# terminal.
UNUSED = (
    "cacheprovider",
    "doctest",
    "faulthandler",
    "junitxml",
    "pastebin",
    "terminal",
    "threadexception",
    "unittest",
    "unraisableexception",  # which collects garbage at the end, for a tenth of a second
)
SETTINGS = Path(__file__).with_name("checks.ini")
MAX_PRINTED = 1_000  # characters of what a check's calls printed


@dataclass(frozen=True)
class Outcome:
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


@dataclass
class Report:
    """What a run of checks gave.

    Attributes
    ----------
    outcomes
        The checks of the wanted tasks, in the order of the file.
    tasks
        All tasks that the file has checks for.
    broken
        Why the file can't be loaded, or None.
    """

    outcomes: list[Outcome] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    broken: str | None = None


def run_checks(
    file: Path,
    module: str,
    namespace: Mapping[str, object],
    tasks: Collection[str] | None,
    course: Course | None = None,
) -> Report:
    """Run public checks against the names of a notebook.

    Parameters
    ----------
    file
        The public checks.
    module
        The module that they import.
    namespace
        The notebook's names.
    tasks
        The ids of the tasks that are wanted; None for all.
    course
        The course around, where there is one.
    """
    report = Report()
    plugin = _Plugin(report, tasks, namespace, Reasons(course, file_of))
    options = [f"-pno:{name}" for name in UNUSED]
    place = ["-c", str(SETTINGS), "--rootdir", str(file.parent), "--noconftest"]
    silent = io.StringIO()
    with (
        _module_in_place(module, NotebookModule(module, namespace), file),
        contextlib.redirect_stdout(silent),
        contextlib.redirect_stderr(silent),
    ):
        code = run_pytest([str(file), "--capture=sys", *place, *options], plugin)
    if code == pytest.ExitCode.INTERRUPTED and plugin.interrupted:
        raise KeyboardInterrupt
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR) and not report.broken:
        lines = silent.getvalue().strip().split("\n")
        report.broken = lines[-1] or f"pytest {code}"
    return report


class _Plugin:
    """Chooses the checks, and notes how each went."""

    def __init__(
        self,
        report: Report,
        tasks: Collection[str] | None,
        namespace: Mapping[str, object],
        reasons: Reasons,
    ) -> None:
        self.interrupted = False
        self._report = report
        self._tasks = tasks
        self._namespace = namespace
        self._reasons = reasons

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", f"{MARK}(mark): ties a check to its task")

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        # Not pytest's own subclass, by which a file that can't be loaded ends the session.
        self.interrupted = excinfo.type is KeyboardInterrupt

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        marked = [(item, mark) for item in items if (mark := mark_of(item)) is not None]
        self._report.tasks = list(dict.fromkeys(mark.task for _, mark in marked))
        wanted = self._tasks
        items[:] = [item for item, mark in marked if wanted is None or mark.task in wanted]

    def pytest_exception_interact(
        self,
        node: pytest.Item | pytest.Collector,
        call: pytest.CallInfo[object],
        report: pytest.CollectReport | pytest.TestReport,
    ) -> None:
        if isinstance(report, pytest.CollectReport):
            lines = str(report.longrepr).strip().split("\n")
            self._report.broken = lines[-1].removeprefix("E").strip()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Iterator[None]:
        report: pytest.TestReport = yield  # type: ignore[assignment]
        mark = mark_of(item)
        assert mark is not None, "unmarked checks are not chosen"
        if call.when == "call" or call.excinfo is not None:
            error = call.excinfo.value if call.excinfo is not None else None
            failure = None if error is None else self._failure(error, mark.task)
            problem = None if error is None else explain(error, failure, self._namespace)
            printed = report.capstdout[-MAX_PRINTED:].strip()
            outcome = Outcome(mark.task, mark.title, problem, failure, printed)
            self._report.outcomes.append(outcome)
        return report  # type: ignore[return-value]

    def _failure(self, error: BaseException, task: str) -> Failure:
        reason = self._reasons.of(error, task)
        if reason is None and isinstance(error, CheckFailed):
            return error.failure
        return reason or Failure("raised")


def explain(error: BaseException, failure: Failure | None, namespace: Mapping[str, object]) -> Text:
    """Say why a check failed: from what is known of it, or else from the exception that ended it."""
    if isinstance(error, NotDefinedError):
        return fill(NOT_DEFINED_YET, name=error.name)
    if failure is not None and failure.code != "raised":
        return failure.text("input")
    first_line = str(error).strip().split("\n")[0]
    if isinstance(error, pytest.skip.Exception):
        return fill(SKIPPED, error=first_line or "…")
    line = _students_line(error, namespace)
    if isinstance(error, AssertionError) and line is None:
        return fill(ASSERTION, error=first_line or "assert")
    shown = f"{type(error).__name__}: {first_line}".removesuffix(": ")
    if line is None:
        return fill(RAISED, error=shown)
    return fill(RAISED_AT, error=shown, line=line)


def _students_line(error: BaseException, namespace: Mapping[str, object]) -> str | None:
    """Return the last line of the notebook's own code that an exception came through."""
    found: str | None = None
    for frame, number in traceback.walk_tb(error.__traceback__):
        if frame.f_globals is namespace:
            line = linecache.getline(frame.f_code.co_filename, number, frame.f_globals)
            found = line.strip() or found
    return found


@contextlib.contextmanager
def _module_in_place(name: str, module: ModuleType, checks: Path) -> Iterator[None]:
    """Put a module where ``import`` finds it, and let the checks be read afresh each time."""
    before = sys.modules.get(name)
    sys.modules[name] = module
    _forget_file(checks)
    try:
        yield
    finally:
        _forget_file(checks)
        if before is None:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = before


def _forget_file(file: Path) -> None:
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if name != "__main__" and path and Path(path) == file:
            del sys.modules[name]
