"""One submission under an ordinary pytest run of a hidden suite, with all of pytest's flags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from textwrap import indent
from typing import NoReturn

import pytest

from autograder.checks.marks import TaskMark, mark_of
from autograder.course import Assignment, Course, find_course, load_course
from autograder.errors import SandboxError, SubmissionError, UsageError
from autograder.grading.bench import Bench, Trial, on_bench
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import graded, policy_findings, scored_tasks, stub_text
from autograder.grading.losses import load_failure, load_problem
from autograder.grading.options import GradeOptions, level_named
from autograder.grading.outcome import Outcome, by_task
from autograder.grading.programs import submission_program
from autograder.grading.reference import load_reference
from autograder.grading.scoring import Scored, shares, unrun_task, with_warnings
from autograder.grading.suite import TIME_OUTS_PER_TASK, Suite
from autograder.result import TaskResult, TaskStatus
from autograder.sandbox import Sandbox, WorkerLost, open_sandbox
from autograder.submission import Submission, read_submission
from autograder.telling import PLAIN, about_task, log_row, log_sum
from autograder.texts import Text


class HiddenSuite:
    """A hidden suite bound to one submission: pytest runs it and reports, and the score stands below the report.

    Attributes
    ----------
    suite
        The suite, to be registered with pytest beside this.
    """

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        submission: Submission,
        sandbox: Sandbox,
        options: GradeOptions,
    ) -> None:
        self.suite = Suite(course, assignment, load_reference(course, assignment))
        self._bench = Bench.of(course, assignment, self.suite, sandbox, options)
        self._trial = Trial(self._bench, submission_program(course, assignment, submission))
        self._assignment = assignment
        self._findings = policy_findings(course, assignment, submission)
        self._outcomes: list[Outcome] = []
        self._results: list[TaskResult] = []
        self._time_outs: Counter[str] = Counter()
        self._marks: dict[str, list[TaskMark]] = {}
        self._property: Callable[[str, object], None] | None = None
        self._told = [text.en for text in (*submission.notes, *self._general)]
        self._not_loaded = ""

    @property
    def _general(self) -> list[Text]:
        return [finding.text for finding in self._findings if finding.task_function is None]

    @classmethod
    def opened(cls, path: Path, arguments: Sequence[Path], level: str | None) -> HiddenSuite:
        """Open a sandbox for a submission, and return the suite bound to it."""
        folder = _suite_folder(arguments)
        course = load_course(find_course(folder))
        assignment = course.assignment(folder.name)
        submission = read_submission(
            path, assignment.module, stub_text=stub_text(course, assignment)
        )
        options = GradeOptions(level=level_named(level))
        sandbox = open_sandbox(
            level=options.level,
            minimum=options.least(course),
            packages=course.packages_of(assignment),
        )
        try:
            plugin = cls(course, assignment, submission, sandbox, options)
            plugin._refuse(path)
        except BaseException:
            sandbox.close()  # it has no worker yet, and nobody else would end it
            raise
        return plugin

    def _refuse(self, path: Path) -> None:
        if self._general and self._bench.course.policy == "reject":
            raise SubmissionError(f"{path}: rejected. {self._general[0].en}")

    def close(self) -> None:
        """End the workers and the sandbox."""
        self._trial.close()
        self._bench.sandbox.close()

    @pytest.fixture(autouse=True)
    def _properties(self, record_testsuite_property: Callable[[str, object], None]) -> None:
        """Let the JUnit XML of a whole run carry the points."""
        self._property = record_testsuite_property

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count and weigh the checks before -k and the like deselect some; leave those of consistency to the score."""
        items[:] = [item for item in items if (mark := mark_of(item)) is None or not mark.forward]
        for mark in filter(None, map(mark_of, items)):
            self._marks.setdefault(mark.task, []).append(mark)

    def pytest_runtestloop(self) -> None:
        """Load the program before the first check, and keep what is to be told of that, as other doors do."""
        if self.suite.problems:
            raise pytest.UsageError("\n".join(self.suite.problems))
        self.suite.subject = self._trial.subject
        try:
            problems = self._trial.load()
        except SandboxError as error:
            _give_up(error)
        except WorkerLost as lost:
            self._not_loaded = load_failure(lost)[1].en
            self._told.insert(0, self._not_loaded)
            return
        for problem in map(load_problem, problems):
            place = f"{problem.filename}:{problem.line}" if problem.line else problem.filename
            self._told.append(f"{place}: {problem.message}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        outcome = self.suite.outcome = self.suite.begin(item)
        mark = outcome.mark
        self._outcomes.append(outcome)
        points = self._assignment.task(mark.task).points
        marks = self._marks[mark.task]
        share = shares(marks)[marks.index(mark)]
        item.user_properties += [
            ("task", mark.task),
            ("points", round(points * share, 2)),
            ("conduct", mark.conduct),
        ]
        try:
            return (yield)
        finally:
            outcome.transcript.settle()
            self._time_outs[mark.task] += outcome.loss is not None and outcome.loss.out_of_time
            self.suite.outcome = None
            if isinstance(outcome.error, SandboxError):
                _give_up(outcome.error)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Leave out what other doors leave out: all of what can't be loaded, and a task that timed out often enough."""
        outcome = self._outcomes[-1]
        task = outcome.mark.task
        timed_out = self._time_outs[task] >= TIME_OUTS_PER_TASK
        if self._not_loaded or timed_out:
            outcome.not_run = True
            pytest.fail(
                self._not_loaded or f"{task}: earlier checks ran out of time", pytrace=False
            )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_logreport(
        self, report: pytest.TestReport
    ) -> Generator[None, object, object]:
        outcome = self._outcomes[-1] if self._outcomes else None
        if report.failed and outcome is not None and outcome.failure is not None:
            said = (
                f"{outcome.mark.task} {outcome.mark.title.en}\n{outcome.failure.text('input').en}"
            )
            report.sections.append(("autograder", said))
        return (yield)

    @property
    def _collected(self) -> int:
        return sum(map(len, self._marks.values()))

    @property
    def _whole(self) -> bool:
        """Whether every check of the suite was run."""
        return len(self._outcomes) == self._collected > 0

    @property
    def _score(self) -> tuple[float, float]:
        """The points earned and the points there are."""
        earned = round(sum(task.earned for task in self._results), 2)
        return earned, sum(task.points for task in self._results)

    # First: the JUnit XML is written in the same hook.
    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Score what was run; carry forward and explain where the whole suite was."""
        groups = by_task(self._outcomes)
        tasks = [task for task in self._assignment.tasks if task.id in groups]
        if self._not_loaded:
            self._results = [unrun_task(task, TaskStatus.NOT_RUN, "load_failed") for task in tasks]
        else:
            scored = self._graded() if self._whole else scored_tasks(tasks, groups)
            scored = with_warnings(scored, self._trial.subject.warnings)
            self._results = [task.result for task in scored.values()]
        earned, points = self._score
        if self._whole and session.exitstatus == pytest.ExitCode.OK and earned < points:
            # Every check passed, by a function that isn't allowed.
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        if self._whole and self._property is not None:
            for task in self._results:
                self._property(f"{task.task}.earned", task.earned)
                self._property(f"{task.task}.points", task.points)
            self._property("earned", earned)
            self._property("points", points)
            self._property("isolation", self._bench.sandbox.level.value)

    def _graded(self) -> dict[str, Scored]:
        """Grade what the checks found as other doors do, on a bench of its own: this run is pytest's, and is over."""
        bench, outcomes = self._bench, by_task(self._outcomes)
        if all(outcome.passed for outcome in self._outcomes):
            return scored_tasks(self._assignment.tasks, outcomes, self._findings)
        diagnosis = Diagnosis.shared(bench.course, bench.assignment)

        def finished(quiet: Bench) -> dict[str, Scored]:
            with Trial(quiet, self._trial.program) as trial:
                return graded(trial, diagnosis, outcomes, self._findings)

        return on_bench(bench.course, bench.assignment, bench.sandbox, bench.options, finished)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say the score, task by task."""
        say = terminalreporter.write_line
        terminalreporter.section(f"{self._assignment.code} {self._assignment.title.en}")
        for line in self._told:
            say(line)
        for task in self._results:
            say(log_row(task))
            for remark in about_task(task, "en"):
                say(indent(PLAIN.block(remark), " " * 8))
        if not self._whole:
            say(
                f"Only {len(self._outcomes)} of {self._collected} checks were run: this is not the score."
            )
            return
        earned, points = self._score
        say(log_sum(earned, points, f"isolation: {self._bench.sandbox.level.value}"))


def _give_up(error: SandboxError) -> NoReturn:
    """End the run: it is ours, never the student's, and no check that follows would say anything of the submission."""
    pytest.exit(f"the sandbox failed, nothing was scored: {error}", returncode=3)


def _suite_folder(arguments: Sequence[Path]) -> Path:
    for argument in arguments:
        path = Path(str(argument).partition("::")[0]).resolve()
        folder = path.parent if path.suffix == ".py" else path
        if folder.is_dir() and any(folder.glob("test_*.py")):
            return folder
    raise UsageError(
        "--submission goes with the folder of one hidden suite: "
        "pytest autograder/suites/a01_gradient_descent_line --submission PATH"
    )
