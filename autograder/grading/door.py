"""One submission under an ordinary pytest run of a hidden suite, with all of pytest's flags."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from autograder.checks.marks import mark_of
from autograder.course import Assignment, Course, find_course, load_course
from autograder.errors import UsageError
from autograder.grading.options import GradeOptions, limits_of
from autograder.grading.reference import load_reference
from autograder.grading.scoring import score_task
from autograder.grading.stand_ins import StandIns
from autograder.grading.subject import Subject
from autograder.grading.suite import Outcome, SuitePlugin
from autograder.result import TaskResult
from autograder.sandbox import Level, Sandbox, open_sandbox
from autograder.submission import read_submission


class HiddenSuite(SuitePlugin):
    """The fixtures of a hidden suite, bound to one submission."""

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        sandbox: Sandbox,
        subject: Subject,
        stand_ins: StandIns,
    ) -> None:
        super().__init__(assignment, course.seed or 0, load_reference(course, assignment))
        self._sandbox = sandbox
        self._stand_ins = stand_ins
        self._bound = subject
        self.subject = subject
        self.outcomes: list[Outcome] = []

    @classmethod
    def opened(cls, path: Path, arguments: Sequence[Path], level: str | None) -> HiddenSuite:
        """Open a sandbox for a submission, and return the suite bound to it."""
        suite = _suite_folder(arguments)
        course = load_course(find_course(suite))
        assignment = course.assignment(suite.name)
        submission = read_submission(path, assignment.module, stub_text=None)
        options = GradeOptions(level=None if level is None else Level(level))
        sandbox = open_sandbox(
            level=options.level,
            minimum=options.least(course),
            packages=course.packages_of(assignment),
        )
        from autograder.grading.grader import submission_program

        program = submission_program(course, assignment, submission)
        allowed = {(module, name) for module, names in program.stand_ins.items() for name in names}
        limits = {task.id: limits_of(course, task) for task in assignment.tasks}
        stand_ins = StandIns(sandbox, course, allowed, limits[assignment.tasks[0].id])
        forbidden = {task.id: task.forbid for task in assignment.tasks}
        subject = Subject(
            sandbox, program, limits.__getitem__, stand_ins, forbidden_of=forbidden.__getitem__
        )
        return cls(course, assignment, sandbox, subject, stand_ins)

    def close(self) -> None:
        """End the workers and the sandbox."""
        self._bound.leave()
        self._stand_ins.close()
        self._sandbox.close()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        mark = mark_of(item)
        self.outcome = Outcome(item.name, mark) if mark is not None else None
        try:
            return (yield)
        finally:
            if self.outcome is not None:
                self.outcomes.append(self.outcome)
            self.outcome = None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        if call.excinfo is not None and self.outcome is not None and self.outcome.error is None:
            self.outcome.error = call.excinfo.value
        report = yield
        if report.failed and self.outcome is not None and self.outcome.failure is not None:
            mark = self.outcome.mark
            report.sections.append(
                (
                    "autograder",
                    f"{mark.task} {mark.title.en}\n{self.outcome.failure.text('input').en}",
                )
            )
        return report

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if self.problems:
            raise pytest.UsageError("\n".join(self.problems))

    def results(self) -> list[TaskResult]:
        """Return the tasks that were checked in this run, scored."""
        groups: dict[str, list[Outcome]] = {}
        for outcome in self.outcomes:
            groups.setdefault(outcome.mark.task, []).append(outcome)
        return [
            score_task(task, groups[task.id])
            for task in self._assignment.tasks
            if task.id in groups
        ]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        results = self.results()
        terminalreporter.section(f"{self._assignment.code} {self._assignment.title.en}")
        for one in results:
            line = (
                f"{one.task:<7} {one.function:<28} {one.earned:>6g} / {one.points:g}   {one.status}"
            )
            terminalreporter.write_line(line)
        total, reachable = sum(one.earned for one in results), sum(one.points for one in results)
        terminalreporter.write_line(
            f"{'':<36} {total:>6g} / {reachable:g}   isolation: {self._sandbox.level.value}"
        )


def _suite_folder(arguments: Sequence[Path]) -> Path:
    for argument in arguments:
        path = Path(str(argument).partition("::")[0]).resolve()
        folder = path.parent if path.suffix == ".py" else path
        if any(folder.glob("test_*.py")):
            return folder
    raise UsageError(
        "--submission goes with the folder of one hidden suite: "
        "pytest autograder/suites/a01_gradient_descent_line --submission PATH"
    )
