"""``autograder grade``: one file, one student's folder, or a whole class."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from autograder.classrun import ClassRun, Register, find_submissions
from autograder.cli import options
from autograder.cli.options import into, option
from autograder.cli.printing import print_leftovers, print_notes, print_plan, progress, tables
from autograder.course import Course
from autograder.result import Status
from autograder.texts import Language


@dataclass(frozen=True)
class Pages:
    """Where results go, and whether pages are made from them, in which language."""

    out: Path
    no_report: bool
    language: Language | None


@click.command()
@click.argument("paths", nargs=-1, required=True, type=options.PATH)
@into(
    "pages",
    Pages,
    out=option(
        "--out",
        "Where results go: <out>/<assignment>/<student>.json, and HTML pages.",
        type=options.FOLDER,
        default=Path("results"),
        show_default=True,
    ),
    no_report=option("--no-report", "Don't write HTML pages.", is_flag=True),
    language=options.language_option("the pages"),
)
@options.grading
@options.register
@options.course
def grade(
    paths: tuple[Path, ...],
    pages: Pages,
    grading: options.Grading,
    register: Register,
    course: Course,
) -> int:
    """Grade PATHS: files, students' folders, or folders of those.

    Prints a table; the exit code is 1 when nothing could be read, or when the grader itself failed. With a roster,
    submissions are kept under the ids of its students, and several of one student become one result.
    """
    run = ClassRun(course, find_submissions(course, paths, grading.assignment), register)
    print_notes(run.notes)
    console = Console()
    with progress(len(run.plan.submissions)) as graded:
        results = run.grade(grading.options, pages.out, grading.jobs, graded)
    for table in tables(results):
        console.print(table)
    print_plan(console, run.plan, results)
    print_leftovers(console, pages.out, results)
    said = f"Results: {pages.out}"
    if not pages.no_report:
        from autograder.report import write_report

        page = write_report(pages.out, pages.language or course.language, run.roster)
        said += f"   Class page: {page}"
    console.print(said, soft_wrap=True)
    unread = all(result.status is Status.REJECTED for result in results)
    return 1 if unread or not all(result.has_score for result in results) else 0
