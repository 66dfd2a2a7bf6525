"""``autograder validate``: proves that the course is sound."""

from __future__ import annotations

import click
from rich.console import Console

from autograder.cli import options
from autograder.course import Course
from autograder.grading.options import GradeOptions
from autograder.program import Level


@click.command()
@click.argument("codes", nargs=-1)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="How many assignments at a time.")
@click.option(
    "--wrappers/--no-wrappers",
    default=False,
    help="Whether to put every wrapper around every function, too, which takes a quarter of an hour.",
)
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=1,
    help="How many sets of hidden inputs to try, the course's own first.",
)
@options.level()
@options.course
def validate(
    codes: tuple[str, ...],
    jobs: int | None,
    wrappers: bool,
    seeds: int,
    level: Level | None,
    course: Course,
) -> int:
    """Prove that the course is sound, or only the assignments CODES of it.

    Every reference gets full marks and every stub 0; every misconception is rejected and named, every alternative
    accepted; the release is up to date, and every text exists in both languages. What a draft still lacks is told, and
    wrong is only what students get. With --wrappers, whatever breaks a promise of a docstring must be rejected, around
    each function of each task, and whatever breaks none accepted.
    """
    from autograder.validation import validate as run

    report = run(
        course,
        codes,
        GradeOptions(level=level),
        jobs,
        lambda findings: click.echo(f"{findings.code} validated", err=True),
        wrappers=wrappers,
        seeds=seeds,
    )
    console = Console()
    console.print(report.table())
    for problem in report.all_problems:
        console.print(f"[red]✗[/] {problem}", soft_wrap=True, highlight=False)
    for problem in report.warnings:
        console.print(f"[yellow]…[/] {problem}", soft_wrap=True, highlight=False)
    for allowed in report.exempt:
        console.print(f"[dim]exempt[/] {allowed}", soft_wrap=True, highlight=False)
    count = len(report.all_problems)
    console.print(
        "[green]sound[/]" if report.sound else f"[red]{count} problem{'s' if count != 1 else ''}[/]"
    )
    return 0 if report.sound else 1
