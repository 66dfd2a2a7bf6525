"""One submission under an ordinary pytest run of a hidden suite, with all of pytest's flags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from _pytest.junitxml import xml_key

from autograder.checks.marks import mark_of
from autograder.course import Assignment, Course, find_course, load_course
from autograder.errors import SandboxError, SubmissionError, UsageError
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader, by_task, stub_text, with_warnings
from autograder.grading.losses import load_failure, load_problem
from autograder.grading.options import GradeOptions, level_named
from autograder.grading.programs import submission_program
from autograder.grading.reference import load_reference
from autograder.grading.scoring import score_task, unrun_task
from autograder.grading.stand_ins import StandIns
from autograder.grading.suite import TIME_OUTS_PER_TASK, Outcome, Session
from autograder.numbers import number
from autograder.result import TaskResult, TaskStatus
from autograder.sandbox import Sandbox, WorkerLost, open_sandbox
from autograder.submission import Submission, read_submission


class HiddenSuite(Session):
    """A hidden suite bound to one submission: pytest runs it and reports, and the score stands below the report."""

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        submission: Submission,
        sandbox: Sandbox,
        options: GradeOptions,
    ) -> None:
        reference = load_reference(course, assignment)
        super().__init__(course, assignment, reference, lambda session: None)
        self._sandbox = sandbox
        self._program = submission_program(course, assignment, submission)
        diagnosis = Diagnosis.of(course, assignment)
        self._grader = Grader(course, assignment, self, sandbox, options, diagnosis)
        self.findings = self._grader.findings(submission)
        self._stand_ins = StandIns(
            sandbox, course, self._program.answered, self._grader.first_limits
        )
        self._loads = self._grader.loads()
        self._bound = self._grader.subject(self._program, self._loads, self._stand_ins)
        self.subject = self._bound
        self._outcomes: list[Outcome] = []
        self._results: list[TaskResult] = []
        self._time_outs: Counter[str] = Counter()
        self._weights: dict[str, list[float]] = {}
        self._consistency: list[pytest.Item] = []
        general = (one.text for one in self.findings if one.task_function is None)
        self._told = [one.en for one in (*submission.notes, *general)]
        self._not_loaded = ""

    @classmethod
    def opened(cls, path: Path, arguments: Sequence[Path], level: str | None) -> HiddenSuite:
        """Open a sandbox for a submission, and return the suite bound to it."""
        suite = _suite_folder(arguments)
        course = load_course(find_course(suite))
        assignment = course.assignment(suite.name)
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
            door = cls(course, assignment, submission, sandbox, options)
            door.refuse(path)
        except BaseException:
            sandbox.close()  # it has no worker yet, and nobody else would end it
            raise
        return door

    def refuse(self, path: Path) -> None:
        """Raise where the course rejects what the submission does."""
        refused = [one.text for one in self.findings if one.task_function is None]
        if refused and self._grader.course.policy == "reject":
            raise SubmissionError(f"{path}: rejected. {refused[0].en}")

    def close(self) -> None:
        """End the workers and the sandbox."""
        self._bound.leave()
        self._stand_ins.close()
        self._loads.close()
        self._sandbox.close()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count and weigh the checks before -k and the like deselect some; keep those of consistency for the score."""
        super().pytest_collection_modifyitems(items)
        self._consistency = [item for item in items if mark_of(item).forward]  # type: ignore[union-attr]
        items[:] = [item for item in items if item not in self._consistency]
        for mark in filter(None, map(mark_of, items)):
            self._weights.setdefault(mark.task, []).append(mark.weight)

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Leave the loop to pytest; only remember what was collected."""
        if self.problems:
            raise pytest.UsageError("\n".join(self.problems))
        self._items = [*session.items, *self._consistency]
        self._load()
        return None

    def _load(self) -> None:
        """Load the program, and keep what is to be told of that, as other doors do."""
        try:
            problems = self._bound.load(self._assignment.tasks[0].id)
        except SandboxError as error:
            _give_up(error)
        except WorkerLost as lost:
            self._not_loaded = load_failure(lost)[1].en
            self._told.insert(0, self._not_loaded)
            return
        for one in map(load_problem, problems):
            place = f"{one.filename}:{one.line}" if one.line else one.filename
            self._told.append(f"{place}: {one.message}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self.outcome = self.begin(item)
        mark = self.outcome.mark
        self._outcomes.append(self.outcome)
        points = self._assignment.task(mark.task).points
        share = mark.weight / sum(self._weights[mark.task])
        item.user_properties += [
            ("task", mark.task),
            ("points", round(points * share, 2)),
            ("conduct", mark.conduct),
        ]
        try:
            return (yield)
        finally:
            self.outcome.transcript.settle()
            failed = self.outcome.error
            loss = self.outcome.loss
            self._time_outs[mark.task] += loss is not None and loss.out_of_time
            self.outcome = None
            if isinstance(failed, SandboxError):
                _give_up(failed)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Leave out what other doors leave out: all of what can't be loaded, and a task that timed out often enough."""
        outcome = self.outcome
        if outcome is not None and not self._quiet and self._not_loaded:
            outcome.not_run = True
            pytest.fail(self._not_loaded, pytrace=False)
        if (
            outcome is not None
            and not self._quiet
            and self._time_outs[outcome.mark.task] >= TIME_OUTS_PER_TASK
        ):
            outcome.not_run = True
            pytest.fail(f"{outcome.mark.task}: earlier checks ran out of time", pytrace=False)

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
    def _whole(self) -> bool:
        """Whether every check of the suite was run."""
        return len(self._outcomes) == self._collected > 0

    @property
    def _collected(self) -> int:
        return sum(map(len, self._weights.values()))

    @property
    def _score(self) -> tuple[float, float]:
        """The points earned and the points there are."""
        earned = round(sum(one.earned for one in self._results), 2)
        return earned, sum(one.points for one in self._results)

    # First: the JUnit XML is written in the same hook.
    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Score what was run; carry forward and explain where the whole suite was."""
        groups = by_task(self._outcomes)
        tasks = [task for task in self._assignment.tasks if task.id in groups]
        if self._not_loaded:
            self._results = [unrun_task(task, TaskStatus.NOT_RUN, "load_failed") for task in tasks]
        elif self._whole:
            results = self._grader.results(groups, self._program, self.findings, self._loads)
            self._results = list(with_warnings(results, self._bound.warnings).values())
            if session.exitstatus == pytest.ExitCode.OK and self._score[0] < self._score[1]:
                # Every check passed, by a function that isn't allowed.
                session.exitstatus = pytest.ExitCode.TESTS_FAILED
        else:
            scored = {task.id: score_task(task, groups[task.id]) for task in tasks}
            self._results = list(with_warnings(scored, self._bound.warnings).values())
        self._write_properties(session.config)

    def _write_properties(self, config: pytest.Config) -> None:
        """Let the JUnit XML of a whole run carry the points."""
        xml = config.stash.get(xml_key, None)
        if xml is None or not self._whole:
            return
        for one in self._results:
            xml.add_global_property(f"{one.task}.earned", one.earned)
            xml.add_global_property(f"{one.task}.points", one.points)
        earned, points = self._score
        xml.add_global_property("earned", earned)
        xml.add_global_property("points", points)
        xml.add_global_property("isolation", self._sandbox.level.value)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say the score, task by task."""
        say = terminalreporter.write_line
        terminalreporter.section(f"{self._assignment.code} {self._assignment.title.en}")
        for line in self._told:
            say(line)
        for one in self._results:
            say(
                f"{one.task:<7} {one.function:<28} {number(one.earned):>6} / {number(one.points):<4} {one.status}"
            )
            for cause in one.causes:
                say(f"{'':<8}{cause.title.en}. {cause.hint.en}")
            for note in (*one.findings, *one.notes):
                say(f"{'':<8}{note.en}")
        if not self._whole:
            say(
                f"Only {len(self._outcomes)} of {self._collected} checks were run: this is not the score."
            )
            return
        total, reachable = self._score
        say(
            f"{'':<36} {number(total):>6} / {number(reachable):<4} isolation: {self._sandbox.level.value}"
        )


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
