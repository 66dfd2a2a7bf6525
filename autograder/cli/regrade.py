"""``autograder regrade``: grade anew, look at the difference, accept it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from autograder.cli.grade import chosen_options, find_submissions, grading_options
from autograder.cli.gradebook import (
    Choices,
    grade_plan,
    make_plan,
    report_plan,
    roster_options,
    the_roster,
    time_options,
)
from autograder.cli.main import course_option, the_course
from autograder.errors import UsageError
from autograder.gradebook.regrade import Change, accept, compare, prepare, write_record
from autograder.numbers import number
from autograder.result import read_results, write_result
from autograder.texts import choose_language

COLOURS = {
    "failed": "bold red",
    "gains": "green",
    "loses": "red",
    "changed": "yellow",
    "new": "cyan",
    "kept": "dim",
}


@click.command()
@click.argument("results", type=click.Path(path_type=Path, file_okay=False))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--accept", "accepting", is_flag=True,
              help="Put the regrade in the place of RESULTS, which are kept beside it. Without PATHS, the regrade "
              "that was made last.")  # fmt: skip
@grading_options
@roster_options
@time_options
@course_option
def regrade(
    results: Path,
    paths: tuple[Path, ...],
    accepting: bool,
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
    course = the_course(course_path)
    before = read_results(
        results, "The folder of results comes first: autograder regrade RESULTS SUBMISSIONS"
    )
    roster = the_roster(roster_path, encoding, course)
    options = chosen_options(level, minimum, no_diagnosis, no_carry, own_files)
    submissions = find_submissions(course, paths, name)
    choices = Choices(roster, submitted_at, times_from_files)
    plan = make_plan(course, submissions, choices, before)
    folder = prepare(results)
    after = grade_plan(plan, options, jobs, folder)
    regraded = {(one.assignment, one.student) for one in after}
    kept = [one for one in before if (one.assignment, one.student) not in regraded]
    for one in kept:
        write_result(one, folder)
    changes = compare(before, after)
    write_record(folder, results, changes)
    from autograder.report import write_report

    page = write_report(folder, choose_language(language, course.language), roster)
    console = Console()
    report_plan(console, plan, [*after, *kept])
    _show(console, changes)
    console.print(f"New results: {folder}   Class page: {page}", soft_wrap=True, highlight=False)
    if not all(one.has_score for one in after):
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


def _show(console: Console, changes: list[Change]) -> None:
    counts = Counter(one.kind for one in changes)
    shown = [one for one in changes if one.kind not in ("same", "kept")]
    if shown:
        table = Table(title="What the regrade changes", title_justify="left")
        for heading in ("assignment", "student"):
            table.add_column(heading)
        for heading in ("before", "after", "gain"):
            table.add_column(heading, justify="right")
        table.add_column("why", overflow="fold")
        for one in shown:
            colour = COLOURS[one.kind]
            why = "; ".join((*map(str, one.tasks), *one.reasons))
            table.add_row(
                one.result.code,
                escape(one.result.student),
                one.before.score_text if one.before else "–",
                one.after.score_text if one.after else "–",
                f"[{colour}]{'+' if one.gain >= 0 else ''}{number(one.gain)}[/]"
                if one.compared
                else f"[{colour}]{one.kind}[/]",
                escape(why),
            )
        console.print(table)
    suites = sorted(
        {
            f"{one.result.code} {one.before.engine.suite} → {one.after.engine.suite}"
            for one in changes
            if one.before and one.after and one.before.engine.suite != one.after.engine.suite
        }
    )
    for suite in suites:
        console.print(f"Suite or reference changed: {suite}", highlight=False)
    words = {
        "failed": "would lose their score, for the grader failed",
        "gains": "gain",
        "loses": "lose",
        "changed": "change without a difference in score",
        "same": "stay the same",
        "new": "are new",
        "kept": "were not handed in again and stay as they are",
    }
    parts = [f"{counts[kind]} {word}" for kind, word in words.items() if counts[kind]]
    console.print(", ".join(parts) or "nothing to compare", highlight=False)
