"""A suite under pytest: collected once, run on one subject after another.

Starting pytest is the dearest part of grading a submission, so it happens once: a plugin takes over pytest's run loop
and sends the collected checks through pytest's own protocol again and again, each time with another subject behind the
``student`` fixture.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import ModuleType
from typing import Generic, TypeVar

import numpy as np
import pytest

from autograder.checks.laws import Law
from autograder.checks.marks import TaskMark, mark_of, register_mark
from autograder.checks.running import run_file
from autograder.checks.sealed import Sealed
from autograder.course import Assignment, Course
from autograder.errors import SandboxError, SourceError
from autograder.grading.failures import Asked
from autograder.grading.outcome import Outcome
from autograder.grading.subject import Subject

T = TypeVar("T")

# After so many time-outs within one task its other checks are not run: an endless loop costs its own task's
# points and a few seconds, no more.
TIME_OUTS_PER_TASK = 2


class Suite:
    """A suite as a plugin of pytest: the fixtures of its checks, and what each of them finds.

    Parameters
    ----------
    course, assignment
        Whose suite; the course's seed makes the hidden inputs.
    reference
        The solution module; None for public checks, which have no need of it.
    """

    def __init__(
        self, course: Course, assignment: Assignment, reference: ModuleType | None
    ) -> None:
        self._order = {task: place for place, task in enumerate(assignment.task_ids)}
        self._code = assignment.code
        self._left_out = assignment.left_out
        self.seed = course.seed or 0
        self._asked = {task.id: Asked.of(course, task) for task in assignment.tasks}
        self.reference = reference
        self._marked: Sequence[tuple[pytest.Item, TaskMark]] = ()
        # While it is set, checks are run without reports: nobody will read them.
        self._quiet = False
        self.subject: Subject | None = None
        self.outcome: Outcome | None = None
        self.problems: list[str] = []

    @property
    def marks(self) -> list[tuple[str, TaskMark]]:
        """The name and mark of every check that pays, in order."""
        return [(item.name, mark) for item, mark in self._marked if not mark.forward]

    @property
    def laws(self) -> dict[str, list[Law]]:
        """The laws that checks were made of, by task."""
        found: dict[str, list[Law]] = {}
        for item, mark in self._marked:
            law = getattr(getattr(item, "function", None), "law", None)
            if law is not None and law not in found.setdefault(mark.task, []):
                found[mark.task].append(law)
        return found

    @property
    def consistency(self) -> dict[str, tuple[str, ...]]:
        """The tasks whose gradients can be compared with the student's own forward pass, and the tasks of that."""
        return {mark.task: mark.forward for _, mark in self._marked if mark.forward}

    def run(
        self,
        subject: Subject,
        tasks: Collection[str] | None = None,
        watch: Callable[[Sequence[Outcome]], None] | None = None,
        *,
        consistency: bool = False,
        first_failure: bool = False,
    ) -> list[Outcome]:
        """Run the suite, or only some tasks' checks, on one subject; or its checks of consistency instead.

        ``watch`` is told each task's outcomes as soon as they are there. After a ``first_failure``, nothing is run.
        """
        chosen = [
            (item, mark.task)
            for item, mark in self._marked
            if (tasks is None or mark.task in tasks) and bool(mark.forward) == consistency
        ]
        outcomes: list[Outcome] = []
        time_outs: Counter[str] = Counter()
        self.subject, self._quiet = subject, True
        try:
            for (item, task), (after, next_task) in zip(
                chosen, [*chosen[1:], (None, None)], strict=False
            ):  # none where no check is chosen, as of a draft that has none yet
                self.outcome = outcome = self.begin(item)
                outcomes.append(outcome)
                if time_outs[task] >= TIME_OUTS_PER_TASK:
                    outcome.not_run = True
                else:
                    item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
                    outcome.transcript.settle()
                    time_outs[task] += outcome.loss is not None and outcome.loss.out_of_time
                if isinstance(outcome.error, SandboxError):
                    raise outcome.error
                if first_failure and not outcome.passed:
                    break
                if watch is not None and task != next_task:
                    watch([done for done in outcomes if done.mark.task == task])
        finally:
            subject.leave()
            self.subject, self._quiet = None, False
            self.outcome = None
        return outcomes

    def begin(self, item: pytest.Item) -> Outcome:
        """Return the outcome of a check that begins."""
        mark = mark_of(item)
        assert mark is not None, "collection refuses checks without a mark"
        return Outcome(item.name, mark, asked=self._asked[mark.task])

    def enter(self) -> Sealed:
        """Return the student's module for the check that is being run; what comes back is sealed, and verbs open it."""
        assert self.subject is not None, "a check runs only for a subject"
        assert self.outcome is not None, "a check is being run"
        return Sealed(self.subject.enter(self.outcome.mark.task, self.outcome.transcript))

    @pytest.fixture(name="student")
    def _student(self) -> Sealed:
        """The submission's module, behind a pipe."""
        return self.enter()

    @pytest.fixture(name="reference")
    def _reference_fixture(self) -> ModuleType:
        """The solution module, in this process."""
        assert self.reference is not None, "public checks have no reference"
        return self.reference

    @pytest.fixture(name="rng")
    def _rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """A generator that depends on the course's seed and the test's name alone."""
        name = hashlib.sha256(request.node.name.encode()).digest()
        return np.random.default_rng([self.seed, int.from_bytes(name[:8], "little")])

    def pytest_configure(self, config: pytest.Config) -> None:
        register_mark(config)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.problems.append(str(report.longrepr).strip()[-1500:])

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Refuse checks without a task; put the checks of one task together, and leave out those of drafts."""
        items[:] = [
            item
            for item in items
            if (mark := mark_of(item)) is None or mark.task not in self._left_out
        ]
        for item in items:
            mark = mark_of(item)
            if mark is None:
                self.problems.append(f"{item.nodeid}: no @task mark, so no task can be paid for it")
            elif mark.task not in self._order:
                self.problems.append(f"{item.nodeid}: {mark.task} is no task of {self._code}")
            elif not mark.weight > 0:
                self.problems.append(
                    f"{item.nodeid}: a weight should be above 0, and is {mark.weight}"
                )
        if not self.problems:
            items.sort(key=lambda item: self._order[mark_of(item).task])  # type: ignore[union-attr]
        self._marked = [(item, mark) for item in items if (mark := mark_of(item)) is not None]

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


class _Loop(Generic[T]):
    """Takes over pytest's run loop: the collected suite is handed to the work that was brought."""

    def __init__(self, suite: Suite, work: Callable[[], T]) -> None:
        self._suite = suite
        self._work = work
        self.results: list[T] = []
        self.failed: BaseException | None = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if not session.testsfailed and not self._suite.problems:
            try:
                self.results.append(self._work())
            except BaseException as error:
                self.failed = error
        return True


def run_suite(suite: Suite, file: Path, work: Callable[[], T]) -> T:
    """Collect a suite, and return what ``work`` makes of it: that may run it as often as it likes.

    Parameters
    ----------
    suite
        Whose fixtures its checks get.
    file
        The checks.
    work
        Called once, when the suite is collected.

    Raises
    ------
    SourceError
        Where the suite can't be collected.
    """
    if not file.is_file():
        raise SourceError(f"{file}: there is no such suite")
    loop = _Loop(suite, work)
    # Far enough up that two test_public.py get two names, and that neither name is a module of the course's.
    run_file(file, suite, loop, root=file.parents[2])
    if loop.failed is not None:
        raise loop.failed
    if not loop.results:
        found = "\n".join(suite.problems) or "pytest could not be started"
        raise SourceError(f"{file}: the suite can't be collected:\n{found}")
    return loop.results[0]


def _forget_frames(error: BaseException | None) -> None:
    """Let go of what the frames of an exception hold: the answers of a whole suite would pile up."""
    while error is not None and error.__traceback__ is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__
