"""One submission under an ordinary pytest run of a hidden suite, with all of pytest's flags."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from autograder.checks.marks import mark_of
from autograder.course import Assignment, Course, find_course, load_course
from autograder.errors import UsageError
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader, by_task, submission_program
from autograder.grading.options import GradeOptions
from autograder.grading.reference import load_reference
from autograder.grading.scoring import score_task
from autograder.grading.stand_ins import StandIns
from autograder.grading.suite import Outcome, Session
from autograder.result import TaskResult
from autograder.sandbox import Level, Sandbox, open_sandbox
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
        super().__init__(assignment, course.seed or 0, reference, lambda session: None)
        self._sandbox = sandbox
        self._submission = submission
        self._program = submission_program(course, assignment, submission)
        diagnosis = Diagnosis.of(course, assignment)
        self._grader = Grader(course, assignment, self, sandbox, options, diagnosis)
        self._stand_ins = StandIns(
            sandbox, course, self._grader.standing_in(self._program), self._grader.first_limits
        )
        self._bound = self._grader.subject(self._program, self._stand_ins)
        self.subject = self._bound
        self._outcomes: list[Outcome] = []
        self._results: list[TaskResult] = []
        self._collected = 0
        self._consistency: list[pytest.Item] = []

    @classmethod
    def opened(cls, path: Path, arguments: Sequence[Path], level: str | None) -> HiddenSuite:
        """Open a sandbox for a submission, and return the suite bound to it."""
        suite = _suite_folder(arguments)
        course = load_course(find_course(suite))
        assignment = course.assignment(suite.name)
        submission = read_submission(path, assignment.module)
        options = GradeOptions(level=None if level is None else Level(level))
        sandbox = open_sandbox(
            level=options.level,
            minimum=options.least(course),
            packages=course.packages_of(assignment),
        )
        return cls(course, assignment, submission, sandbox, options)

    def close(self) -> None:
        """End the workers and the sandbox."""
        self._bound.leave()
        self._stand_ins.close()
        self._sandbox.close()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Count the checks before -k and the like deselect some; keep those of consistency for the score."""
        super().pytest_collection_modifyitems(items)
        self._consistency = [item for item in items if mark_of(item).forward]  # type: ignore[union-attr]
        items[:] = [item for item in items if item not in self._consistency]
        self._collected = len(items)

    def pytest_runtestloop(self, session: pytest.Session) -> bool | None:
        """Leave the loop to pytest; only remember what was collected."""
        if self.problems:
            raise pytest.UsageError("\n".join(self.problems))
        self._items = [*session.items, *self._consistency]
        return None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        mark = mark_of(item)
        assert mark is not None, "collection refuses checks without a mark"
        self.outcome = Outcome(item.name, mark)
        self._outcomes.append(self.outcome)
        try:
            return (yield)
        finally:
            self.outcome = None

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
        return len(self._outcomes) == self._collected

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Score what was run; carry forward and explain where the whole suite was."""
        groups = by_task(self._outcomes)
        tasks = [task for task in self._assignment.tasks if task.id in groups]
        if self._whole:
            findings = self._grader.findings(self._submission)
            self._results = list(self._grader.results(groups, self._program, findings).values())
        else:
            self._results = [score_task(task, groups[task.id]) for task in tasks]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say the score, task by task."""
        say = terminalreporter.write_line
        terminalreporter.section(f"{self._assignment.code} {self._assignment.title.en}")
        for one in self._results:
            say(
                f"{one.task:<7} {one.function:<28} {one.earned:>6g} / {one.points:<4g} {one.status}"
            )
            for cause in one.causes:
                say(f"{'':<8}{cause.title.en}. {cause.hint.en}")
            for note in one.notes:
                say(f"{'':<8}{note.en}")
        if not self._whole:
            say(
                f"Only {len(self._outcomes)} of {self._collected} checks were run: this is not the score."
            )
            return
        total = round(sum(one.earned for one in self._results), 2)
        reachable = sum(one.points for one in self._results)
        say(f"{'':<36} {total:>6g} / {reachable:<4g} isolation: {self._sandbox.level.value}")


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
