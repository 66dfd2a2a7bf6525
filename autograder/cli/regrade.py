"""``autograder regrade``: grade anew, look at the difference, accept it."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from autograder.classrun import ClassRun, Register, find_submissions
from autograder.cli import options
from autograder.cli.printing import print_changes, print_notes, print_plan, progress
from autograder.errors import UsageError
from autograder.gradebook.regrade import accept
from autograder.result import read_results
from autograder.texts import Language


@click.command()
@click.argument("results", type=options.FOLDER)
@click.argument("paths", nargs=-1, type=options.PATH)
@click.option(
    "--accept",
    "accepting",
    is_flag=True,
    help="Put the regrade in the place of RESULTS, which are kept beside it. Without PATHS, the regrade that was made "
    "last.",
)
@options.grading
@options.language("the pages")
@options.register
@options.course_path
def regrade(
    results: Path,
    paths: tuple[Path, ...],
    accepting: bool,
    grading: options.Grading,
    language: Language | None,
    register: Register,
    course_path: Path | None,
) -> int:
    """Grade PATHS anew and show what changes against RESULTS: who gains, who loses, in which task, and why.

    The new results go to a folder beside RESULTS, named after it; nothing changes in RESULTS before --accept. Give the
    roster that RESULTS were graded with. Times of submission that are in RESULTS are known here, too.
    """
    if not paths:
        if not accepting:
            raise UsageError(
                f"say what to grade: autograder regrade {results} SUBMISSIONS; or --accept the last regrade"
            )
        return _accepted(results)
    course = options.the_course(course_path)
    advice = "The folder of results comes first: autograder regrade RESULTS SUBMISSIONS"
    before = read_results(results, advice)
    run = ClassRun(course, find_submissions(course, paths, grading.assignment), register, before)
    print_notes(run.notes)
    with progress(len(run.plan.submissions)) as graded:
        done = run.regrade(results, grading.options, grading.jobs, graded)
    from autograder.report import write_report

    page = write_report(done.folder, language or course.language, run.roster)
    console = Console()
    print_plan(console, run.plan, [*done.results, *done.kept])
    print_changes(console, done.changes)
    console.print(
        f"New results: {done.folder}   Class page: {page}", soft_wrap=True, highlight=False
    )
    if not all(result.has_score for result in done.results):
        console.print(f"[red]The grader failed for somebody; {results} is left as it is.[/]")
        return 1
    if accepting:
        return _accepted(results)
    console.print(
        f"To accept: autograder regrade {results} --accept", soft_wrap=True, highlight=False
    )
    return 0


def _accepted(results: Path) -> int:
    kept = accept(results)
    click.echo(f"Accepted: {results} holds the regrade. The results before it are kept in {kept}")
    return 0
