"""A suite under pytest: collected once, run on one subject after another.

Starting pytest is the dearest part of grading a submission, so it happens once: the plugin takes over pytest's run
loop and sends the collected checks through pytest's own protocol again and again, each time with another subject
behind the ``student`` fixture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from autograder.checks.failure import Failure
from autograder.checks.marks import MARK, TaskMark, mark_of
from autograder.checks.sealed import Sealed
from autograder.course import Assignment, Course
from autograder.errors import SandboxError, SourceError
from autograder.grading.failures import Asked, failure_of
from autograder.grading.subject import Subject
from autograder.grading.transcript import Transcript
from autograder.pytest_alone import run_pytest
from autograder.sandbox import Loss, WorkerLost

# After so many time-outs within one task its other checks are not run: an endless loop costs its own task's
# points and a few seconds, no more.
TIME_OUTS_PER_TASK = 2

# Plugins that do nothing for a check, and cost time or touch the process.
UNUSED_PLUGINS = (
    "cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "logging",
    "nose", "pastebin", "recwarn", "setuponly", "setupplan", "stepwise", "subtests", "terminal",
    "threadexception", "tmpdir", "unittest", "unraisableexception",
)  # fmt: skip


@dataclass
class Outcome:
    """What one check found.

    Attributes
    ----------
    name
        The test's name, parameters included.
    mark
        Its task, title, weight.
    error
        The exception that ended it, or None where it passed.
    transcript
        What the subject answered.
    asked
        What the assignment asks for: by it, what isn't written is told from what fails.
    """

    name: str
    mark: TaskMark
    error: BaseException | None = None
    transcript: Transcript = field(default_factory=Transcript)
    not_run: bool = False
    asked: Asked = field(default_factory=Asked)

    @property
    def passed(self) -> bool:
        """Tell whether the check passed."""
        return self.error is None and not self.not_run

    @property
    def loss(self) -> Loss | None:
        """Why the worker was lost during the check, where it was."""
        return self.error.loss if isinstance(self.error, WorkerLost) else None

    @property
    def failure(self) -> Failure | None:
        """Why the check failed."""
        if self.not_run:
            return Failure("not_run")
        return None if self.error is None else failure_of(self.error, self.mark.task, self.asked)

    def call(self, *, values: bool = False) -> str | None:
        """Return the last request made of the student's code, in names and shapes or with the values."""
        answers = self.transcript.answers
        return answers[-1].described(values=values) if answers else None


class SuitePlugin:
    """Fixtures and bookkeeping of a suite: used by every door."""

    def __init__(
        self, course: Course, assignment: Assignment, reference: ModuleType | None
    ) -> None:
        self._assignment = assignment
        self._seed = course.seed or 0
        self._asked = {task.id: Asked.of(course, task) for task in assignment.tasks}
        self._reference = reference
        self.subject: Subject | None = None
        self.outcome: Outcome | None = None
        self.problems: list[str] = []

    @pytest.fixture(name="student")
    def _student(self, request: pytest.FixtureRequest) -> Sealed:
        """The submission's module, behind a pipe; what comes back is sealed, and verbs open it."""
        return self.enter(request.node)

    @pytest.fixture(name="reference")
    def _reference_fixture(self) -> ModuleType:
        """The solution module, in this process."""
        assert self._reference is not None, "public checks have no reference"
        return self._reference

    @pytest.fixture(name="rng")
    def _rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """A generator that depends on the course's seed and the test's name alone."""
        name = hashlib.sha256(request.node.name.encode()).digest()
        return np.random.default_rng([self._seed, int.from_bytes(name[:8], "little")])

    def begin(self, item: pytest.Item) -> Outcome:
        """Return the outcome of a check that begins."""
        mark = mark_of(item)
        assert mark is not None, "collection refuses checks without a mark"
        return Outcome(item.name, mark, asked=self._asked[mark.task])

    def enter(self, item: pytest.Item) -> Sealed:
        """Return the student's module for a check, and note that the check has begun."""
        self.outcome = self.outcome or self.begin(item)
        return self.enter_current()

    def enter_current(self) -> Sealed:
        """Return the student's module for the check that is being run."""
        assert self.subject is not None, "a check runs only for a subject"
        assert self.outcome is not None, "a check is being run"
        return Sealed(self.subject.enter(self.outcome.mark.task, self.outcome.transcript))

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", f"{MARK}(mark): ties a check to its task")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Refuse checks without a task; put the checks of one task together."""
        order = {task: place for place, task in enumerate(self._assignment.task_ids)}
        for item in items:
            mark = mark_of(item)
            if mark is None:
                self.problems.append(f"{item.nodeid}: no @task mark, so no task can be paid for it")
            elif mark.task not in order:
                self.problems.append(
                    f"{item.nodeid}: {mark.task} is no task of {self._assignment.code}"
                )
            elif not mark.weight > 0:
                self.problems.append(
                    f"{item.nodeid}: a weight should be above 0, and is {mark.weight}"
                )
        if not self.problems:
            items.sort(key=lambda item: order[mark_of(item).task])  # type: ignore[union-attr]


class Session(SuitePlugin):
    """A collected suite, ready to be run on any number of subjects."""

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        reference: ModuleType | None,
        work: Callable[[Session], None],
    ) -> None:
        super().__init__(course, assignment, reference)
        self._work = work
        self._items: Sequence[pytest.Item] = ()
        self._collection_errors: list[str] = []
        # While it is set, checks are run without reports: nobody will read them.
        self._quiet = False
        self.failed: BaseException | None = None
        self.ran = False

    @property
    def marks(self) -> list[tuple[str, TaskMark]]:
        """The name and mark of every check that pays, in order."""
        return [(item.name, mark) for item, mark in self._marked() if not mark.forward]

    @property
    def consistency(self) -> dict[str, tuple[str, ...]]:
        """The tasks whose gradients can be compared with the student's own forward pass, and the tasks of that."""
        return {mark.task: mark.forward for _, mark in self._marked() if mark.forward}

    def _marked(self) -> list[tuple[pytest.Item, TaskMark]]:
        return [(item, mark) for item in self._items if (mark := mark_of(item)) is not None]

    def run(
        self,
        subject: Subject,
        tasks: Collection[str] | None = None,
        watch: Callable[[Sequence[Outcome]], None] | None = None,
        *,
        consistency: bool = False,
    ) -> list[Outcome]:
        """Run the suite, or only some tasks' checks, on one subject; or its checks of consistency instead.

        ``watch`` is told each task's outcomes as soon as they are there.
        """
        items = [
            item
            for item, mark in self._marked()
            if (tasks is None or mark.task in tasks) and bool(mark.forward) == consistency
        ]
        outcomes: list[Outcome] = []
        time_outs: dict[str, int] = {}
        self.subject = subject
        self._quiet = True
        try:
            for place, item in enumerate(items):
                self.outcome = self.begin(item)
                mark = self.outcome.mark
                after = items[place + 1] if place + 1 < len(items) else None
                if time_outs.get(mark.task, 0) >= TIME_OUTS_PER_TASK:
                    self.outcome.not_run = True
                else:
                    runtestprotocol(item, log=False, nextitem=after)
                    self.outcome.transcript.settle()
                    if self.outcome.loss is not None and self.outcome.loss.out_of_time:
                        time_outs[mark.task] = time_outs.get(mark.task, 0) + 1
                outcomes.append(self.outcome)
                if isinstance(self.outcome.error, SandboxError):
                    raise self.outcome.error
                if watch is not None and (after is None or mark_of(after).task != mark.task):  # type: ignore[union-attr]
                    watch([one for one in outcomes if one.mark.task == mark.task])
        finally:
            subject.leave()
            self.subject = self.outcome = None
            self._quiet = False
        return outcomes

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> pytest.TestReport | None:
        """Keep the exception itself; formatting a traceback that nobody reads is what costs."""
        if call.excinfo is not None and self.outcome is not None and self.outcome.error is None:
            self.outcome.error = call.excinfo.value
            if self._quiet:
                _forget_frames(self.outcome.error)
        if not self._quiet:
            return None
        return pytest.TestReport(
            nodeid=item.nodeid,
            location=item.location,
            keywords={},
            outcome="failed" if call.excinfo else "passed",
            longrepr=None,
            when=call.when,  # type: ignore[arg-type]
        )

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._collection_errors.append(str(report.longrepr).strip()[-1500:])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Hand the collected suite to the work that was brought."""
        if session.testsfailed or self._collection_errors or self.problems:
            return True
        self._items = list(session.items)
        self.ran = True
        try:
            self._work(self)
        except BaseException as error:
            self.failed = error
        return True

    @property
    def collection_problems(self) -> list[str]:
        """What is wrong with the suite itself."""
        return [*self._collection_errors, *self.problems]


def _forget_frames(error: BaseException | None) -> None:
    """Let go of what the frames of an exception hold: the answers of a whole suite would pile up."""
    while error is not None and error.__traceback__ is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def ini_file() -> Path:
    """Return the ini file that suites run under, whatever the folder they are started in."""
    return Path(str(resources.files("autograder.grading") / "suite.ini"))


def suite_arguments(file: Path) -> list[str]:
    """Return pytest's arguments for running a suite quietly and in isolation from the surrounding configuration."""
    # pytest names a file's module by its path below the root: far enough up that two test_public.py get two names,
    # and that neither name is a module of the course's.
    arguments = [
        str(file),
        "-c",
        str(ini_file()),
        f"--rootdir={file.parents[2]}",
        f"--confcutdir={file.parent}",
    ]
    for plugin in UNUSED_PLUGINS:
        arguments += ["-p", f"no:{plugin}"]
    return arguments


def run_suite(
    course: Course,
    assignment: Assignment,
    reference: ModuleType | None,
    work: Callable[[Session], None],
    file: Path | None = None,
) -> None:
    """Collect a suite and let ``work`` run it, as often as it likes, on whatever subjects it likes.

    Parameters
    ----------
    course, assignment
        Whose suite; the course's seed makes the hidden inputs.
    reference
        The solution module; None for public checks, which have no need of it.
    work
        Called once with the collected suite.
    file
        The suite's file where it is not the assignment's hidden one.

    Raises
    ------
    SourceError
        Where the suite can't be collected.
    """
    file = file or assignment.suite_file
    if not file.is_file():
        raise SourceError(f"{file}: {assignment.code} has no such suite")
    session = Session(course, assignment, reference, work)
    run_pytest(suite_arguments(file), session)
    if session.failed is not None:
        raise session.failed
    if not session.ran:
        found = "\n".join(session.collection_problems) or "pytest could not be started"
        raise SourceError(f"{file}: the suite can't be collected:\n{found}")
