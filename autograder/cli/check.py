"""``autograder check``: the public checks, for students, in the grader's words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.panel import Panel

from autograder.checks.failure import Failure
from autograder.cli.main import course_option, the_course, the_level
from autograder.course import Assignment, Course, Task
from autograder.errors import UsageError
from autograder.grading.grader import by_task
from autograder.grading.loads import Loads
from autograder.grading.options import limits_of
from autograder.grading.patterns import common_pattern
from autograder.grading.programs import own_program
from autograder.grading.public import run_public
from autograder.grading.subject import Subject
from autograder.grading.suite import Outcome, Session
from autograder.locale import sentence
from autograder.sandbox import Level, LoadError, WorkerLost, open_sandbox
from autograder.student.attempts import Attempts
from autograder.submission import Submission, read_submission
from autograder.texts import Language, choose_language


@click.command()
@click.argument("name", metavar="[A01|A01.4]", required=False)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "ko"]), help="The language to speak.")
@click.option(
    "--level",
    help="The isolation level to use; a plain process by default, for this is your own code.",
)
@course_option
def check(
    name: str | None,
    path: Path | None,
    language: str | None,
    level: str | None,
    course_path: Path | None,
) -> int:
    """Run the public checks of an assignment, or of one task of it.

    In an assignment's folder nothing needs to be said. PATH is your file or folder where it isn't the course's own.
    """
    course = the_course(course_path)
    assignment, task = _asked_for(course, name)
    chosen = choose_language(language, course.language)
    folder = path or _own_folder(course, assignment, chosen)
    checks = _public_checks(course, assignment, chosen)
    submission = read_submission(folder, assignment.module)
    outcomes, problems, lost = run(
        course, assignment, submission, checks, the_level(level) or Level.SUBPROCESS, task
    )
    _count_attempts(course, submission, outcomes)
    return Speaker(course, assignment, chosen).say(submission, outcomes, problems, lost, task)


def _count_attempts(course: Course, submission: Submission, outcomes: Sequence[Outcome]) -> None:
    """Remember which tasks were tried and failed: hints may depend on it."""
    attempts = Attempts(course.root)
    for task, checks in by_task(outcomes).items():
        codes = {one.failure.code for one in checks if one.failure is not None}
        if codes - {"not_attempted", "missing"}:
            attempts.failed(task, submission.digest)
    attempts.save()


def run(
    course: Course,
    assignment: Assignment,
    submission: Submission,
    checks: Path,
    level: Level,
    task: Task | None = None,
) -> tuple[list[Outcome], tuple[LoadError, ...], str | None]:
    """Run public checks on a submission: the outcomes, what could not be loaded, and why all was lost if it was."""
    outcomes: list[Outcome] = []
    problems: tuple[LoadError, ...] = ()
    lost: str | None = None
    limits = {one.id: limits_of(course, one) for one in assignment.tasks}
    program = own_program(course, assignment, submission)

    def work(session: Session) -> None:
        nonlocal problems, lost
        with open_sandbox(level=level, packages=course.packages_of(assignment)) as sandbox:
            loads = Loads(sandbox, limits.values())
            subject = Subject(
                loads, program, limits.__getitem__, keep_worker=level is Level.SUBPROCESS
            )
            try:
                problems = subject.load(task.id if task else assignment.tasks[0].id)
                outcomes.extend(session.run(subject, None if task is None else {task.id}))
            except WorkerLost as error:
                lost = f"lost_{error.loss.value}"
            finally:
                loads.close()

    run_public(course, assignment, checks, work)
    return outcomes, problems, lost


def _asked_for(course: Course, name: str | None) -> tuple[Assignment, Task | None]:
    if name is None:
        here = Path.cwd().name
        for assignment in course.finished:
            if assignment.id == here:
                return assignment, None
        raise UsageError(
            "say which assignment, autograder check A01, or call this in an assignment's folder"
        )
    if "." in name:
        task = course.task(name)
        return course.assignment(task.code), task
    return course.assignment(name), None


def _own_folder(course: Course, assignment: Assignment, language: Language) -> Path:
    here = Path.cwd()
    for folder in (here, here / assignment.id):
        if any((folder / f"{assignment.id}{ending}").is_file() for ending in (".py", ".ipynb")):
            return folder
    folder = assignment.release_dir(language)
    if not folder.is_dir():
        raise UsageError(
            f"{assignment.code}: no file {assignment.id}.py or .ipynb here, and no folder {folder}"
        )
    return folder


def _public_checks(course: Course, assignment: Assignment, language: Language) -> Path:
    for folder in (Path.cwd(), assignment.release_dir(language), assignment.solution_dir):
        file = folder / "test_public.py"
        if file.is_file() and folder.name == assignment.id:
            return file
    raise UsageError(
        f"{assignment.code}: its public checks, test_public.py, are missing; copy them from the release"
    )


class Speaker:
    """Says how the checks went, and what to do next."""

    def __init__(self, course: Course, assignment: Assignment, language: Language) -> None:
        self.course = course
        self.assignment = assignment
        self.language = language
        self.console = Console(highlight=False, soft_wrap=True)

    def say(
        self,
        submission: Submission,
        outcomes: Sequence[Outcome],
        problems: Sequence[LoadError],
        lost: str | None,
        only: Task | None,
    ) -> int:
        """Print everything; return the exit code: 0 when every check passed."""
        title = self.assignment.title.in_(self.language)
        self.console.print(
            f"[bold]{self.assignment.code} · {escape(title)}[/]  [dim]{escape(submission.name)}[/]"
        )
        for note in submission.notes:
            self.console.print(f"[dim]{escape(note.in_(self.language))}[/]")
        for problem in problems:
            where = f"{problem.filename}:{problem.line}: {problem.type}: {problem.message}"
            self.console.print(
                Panel(f"{escape(where)}\n{escape(problem.source.strip())}", border_style="red")
            )
        if lost is not None:
            self.console.print(f"[red]{self._sentence(lost)}[/]")
            return 1
        groups = by_task(outcomes)
        first: Task | None = None
        solved = 0
        for task in self.assignment.tasks if only is None else (only,):
            checks = groups.get(task.id, ())
            passed = bool(checks) and all(one.passed for one in checks)
            solved += passed
            self._task(task, checks, passed)
            if not passed and first is None:
                first = task
        count = len(groups)
        self.console.print()
        if first is None:
            self.console.print(f"[green]{self._sentence('check_all', count=count)}[/]")
            return 0
        self.console.print(self._sentence("check_some", solved=solved, count=count))
        self.console.print(self._sentence("check_next", task=first.id, function=first.function))
        return 1

    def _task(self, task: Task, checks: Sequence[Outcome], passed: bool) -> None:
        sign = "[green]✓[/]" if passed else "[red]✗[/]"
        failures = [one.failure for one in checks if one.failure is not None]
        waiting = failures and all(one.code in ("not_attempted", "missing") for one in failures)
        if waiting:
            sign = "[dim]·[/]"
        self.console.print(
            f"{sign} [bold]{task.id}[/] {escape(task.title.in_(self.language))} [dim]{task.function}[/]"
        )
        if waiting:
            self.console.print(f"    [dim]{self._text(failures[0])}[/]")
            return
        for one in checks:
            if one.failure is not None:
                self.console.print(f"    [red]✗[/] {escape(one.mark.title.in_(self.language))}")
                call = one.call(values=True)
                said = f"{call}: " if call else ""
                self.console.print(f"      {escape(said)}{self._text(one.failure)}")
        pattern = common_pattern(checks)
        if pattern is not None:
            self.console.print(f"    [yellow]→[/] {escape(pattern.in_(self.language))}")

    def _text(self, failure: Failure) -> str:
        return escape(failure.text("input").in_(self.language))

    def _sentence(self, code: str, **values: object) -> str:
        return escape(sentence(code, **values).in_(self.language))
