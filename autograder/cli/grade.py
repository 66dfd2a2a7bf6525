"""``autograder grade``: one file, one student's folder, or a whole class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder.cli.gradebook import (
    Choices,
    grade_plan,
    make_plan,
    report_leftovers,
    report_plan,
    roster_options,
    the_roster,
    time_options,
)
from autograder.cli.main import course_option, language_option, the_course, the_level
from autograder.course import Assignment, Course
from autograder.errors import UsageError
from autograder.grading.options import GradeOptions
from autograder.numbers import number
from autograder.result import Result, Status, Tone
from autograder.submission import Found, discover
from autograder.submission.identity import original_name
from autograder.submission.naming import names_assignment

COLOURS: dict[Tone, str] = {"good": "green", "part": "yellow", "bad": "red", "none": "yellow"}


def grading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what is graded and how."""
    options = (
        click.option(
            "-a",
            "--assignment",
            "name",
            help="The assignment, A01; told from the files' names where it isn't given.",
        ),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            help="How many to grade at a time; one per processor by default.",
        ),
        click.option(
            "--level",
            help="The isolation level to use; the strongest this machine gives by default.",
        ),
        click.option(
            "--minimum",
            help="The weakest isolation level to accept; what course.yml requires by default.",
        ),
        click.option("--no-diagnosis", is_flag=True, help="Don't look for the causes of failures."),
        click.option(
            "--no-carry",
            is_flag=True,
            help="Don't let references stand in for failed prerequisites.",
        ),
        click.option(
            "--own-files",
            is_flag=True,
            help="Use the student's own earlier assignments where they were handed in; references by default.",
        ),
        language_option("the pages"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def chosen_options(
    level: str | None, minimum: str | None, no_diagnosis: bool, no_carry: bool, own_files: bool
) -> GradeOptions:
    """Return how to grade, from what ``grading_options`` read."""
    return GradeOptions(
        level=the_level(level),
        minimum=the_level(minimum),
        diagnose=not no_diagnosis,
        carry=not no_carry,
        own_files=own_files,
    )


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("results"), show_default=True,
              help="Where results go: <out>/<assignment>/<student>.json, and HTML pages.")  # fmt: skip
@click.option("--no-report", is_flag=True, help="Don't write HTML pages.")
@grading_options
@roster_options
@time_options
@course_option
def grade(
    paths: tuple[Path, ...],
    out: Path,
    no_report: bool,
    name: str | None,
    jobs: int | None,
    level: str | None,
    minimum: str | None,
    no_diagnosis: bool,
    no_carry: bool,
    own_files: bool,
    language: str | None,
    roster_path: Path | None,
    encoding: str | None,
    submitted_at: Path | None,
    times_from_files: bool,
    course_path: Path | None,
) -> int:
    """Grade PATHS: files, students' folders, or folders of those.

    Prints a table; the exit code is 1 when nothing could be read, or when the grader itself failed. With a roster,
    submissions are kept under the ids of its students, and several of one student become one result.
    """
    course = the_course(course_path)
    options = chosen_options(level, minimum, no_diagnosis, no_carry, own_files)
    roster = the_roster(roster_path, encoding, course)
    submissions = find_submissions(course, paths, name)
    plan = make_plan(course, submissions, Choices(roster, submitted_at, times_from_files))
    console = Console()
    results = grade_plan(plan, options, jobs, out)
    for table in tables(results):
        console.print(table)
    report_plan(console, plan, results)
    report_leftovers(console, out, results)
    where = out / "index.html"
    if no_report:
        console.print(f"Results: {out}", soft_wrap=True)
    else:
        from autograder.report import write_report
        from autograder.texts import choose_language

        where = write_report(out, choose_language(language, course.language), roster)
        console.print(f"Results: {out}   Class page: {where}", soft_wrap=True)
    unread = all(one.status is Status.REJECTED for one in results)
    return 1 if unread or not all(one.has_score for one in results) else 0


def find_submissions(
    course: Course, paths: tuple[Path, ...], name: str | None
) -> list[tuple[Assignment, Found]]:
    """Find what is to be graded below some paths, and whose assignment each is."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
    if name is not None:
        assignment = _gradable(course.assignment(name))
        found = discover(paths, assignment.module)
        submissions = [(assignment, one) for one in found]
    else:
        submissions = []
        for assignment in course.finished:
            if any(_mentions(path, assignment) for path in paths):
                # Of a class with several assignments, those who handed in this one.
                submissions += [
                    (assignment, one)
                    for one in discover(paths, assignment.module)
                    if _mentions(one.path, assignment) or len(course.finished) == 1
                ]
        holds_files = any(path.is_file() or any(path.rglob("*.*")) for path in paths)
        if not submissions and holds_files and len(course.finished) > 1:
            raise UsageError(
                f"{', '.join(map(str, paths))}: can't tell which assignment this is, for no file is named after one. "
                "Say it: autograder grade … --assignment A01"
            )
    if not submissions:
        raise UsageError(
            f"{', '.join(map(str, paths))}: no submission found. Expected .py or .ipynb files, students' folders, "
            "or zip files of those"
        )
    return submissions


def _gradable(assignment: Assignment) -> Assignment:
    if not assignment.finished:
        raise UsageError(
            f"{assignment.code} is planned, not finished: there is no suite to grade it with"
        )
    return assignment


def _mentions(path: Path, assignment: Assignment) -> bool:
    """Tell whether a path, or anything three levels below it, is named after an assignment."""
    names = [path.name]
    if path.is_dir():
        names += (below.name for level in ("*", "*/*", "*/*/*") for below in path.glob(level))
    return any(names_assignment(original_name(name), assignment.module) for name in names)


def tables(results: list[Result]) -> list[Table]:
    """Return a table for each assignment: a row for each submission."""
    made = []
    for code in dict.fromkeys(result.code for result in results):
        group = [result for result in results if result.code == code]
        table = Table(title=f"{code} · {group[0].title.en}", title_justify="left")
        table.add_column("student")
        table.add_column("score", justify="right")
        table.add_column("status")
        table.add_column("what happened", overflow="fold")
        for one in group:
            colour = COLOURS[one.status.tone]
            table.add_row(
                escape(one.student),
                one.score_text,
                f"[{colour}]{one.status}[/]",
                escape(_summary(one)),
            )
        scores = [one.score for one in group if one.has_score]
        said = [f"{len(group)} submissions"]
        if scores:
            mean = sum(scores) / len(scores)
            said.append(f"mean {mean:.1f} of {number(group[0].max_score)}")
        if len(scores) < len(group):
            said.append(f"{len(group) - len(scores)} without a score, for the grader failed")
        table.caption = ", ".join(said)
        made.append(table)
    return made


def _summary(result: Result) -> str:
    """Say in a line what lateness cost, and what became of the tasks that did not pass."""
    return "; ".join((*_lateness(result), *_tasks(result)))


def _lateness(result: Result) -> list[str]:
    parts = []
    if result.lateness is not None and result.lateness.days:
        parts.append(f"{result.lateness.days} d late")
    if result.penalty:
        parts.append(f"{number(result.raw_score)} − {number(result.penalty)} for lateness")
    counting = [one.number for one in result.attempts if one.counts]
    if counting:
        parts.append(f"attempt {counting[0]} of {len(result.attempts)} counts")
    return parts


def _tasks(result: Result) -> list[str]:
    if result.message is not None:
        return [result.message.en]
    parts = []
    for task in result.tasks:
        if task.causes:
            parts.append(f"{task.task}: {task.causes[0].title.en}")
        elif not task.passed:
            parts.append(f"{task.task} {task.status}")
    if len(parts) > 4:
        counts = Counter(str(task.status) for task in result.tasks)
        parts = [f"{number} {status}" for status, number in counts.items()]
    if result.load_problems:
        parts.insert(0, f"line {result.load_problems[0].line}: {result.load_problems[0].message}")
    return parts
