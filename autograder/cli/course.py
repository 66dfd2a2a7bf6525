"""``autograder release``, ``validate`` and ``schema``: the course itself."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from autograder.cli.main import course_option, language_option, the_course, the_level


@click.command()
@language_option("the release", "languages", multiple=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write; assignments/ of the course by default.",
)
@click.option(
    "--solutions-through",
    metavar="CODE",
    help="Hand out the solutions of the assignments up to this one.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 where the release is not up to date."
)
@course_option
def release(
    languages: tuple[str, ...],
    out: Path | None,
    solutions_through: str | None,
    check: bool,
    course_path: Path | None,
) -> int:
    """Generate what students get, from solutions/: stubs, notebooks, public checks."""
    from autograder.release import is_stale
    from autograder.release import release as write

    course = the_course(course_path)
    if check:
        differences = is_stale(course)
        for difference in differences:
            click.echo(str(difference))
        click.echo("not up to date: run autograder release" if differences else "up to date")
        return 1 if differences else 0
    report = write(
        course,
        languages=languages or course.languages,
        out=out or course.assignments_dir,
        solutions_through=solutions_through,
    )
    click.echo(str(report))
    return 0


@click.command()
@click.argument("codes", nargs=-1)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="How many assignments at a time.")
@click.option("--level", help="The isolation level to use.")
@course_option
def validate(
    codes: tuple[str, ...], jobs: int | None, level: str | None, course_path: Path | None
) -> int:
    """Prove that the course is sound, or only the assignments CODES of it.

    Every reference gets full marks and every stub 0; every misconception is rejected and named, every alternative
    accepted; the release is up to date, and every text exists in both languages. What a draft still lacks is told, and
    wrong is only what students get.
    """
    from autograder.grading.options import GradeOptions
    from autograder.validation import validate as run

    course = the_course(course_path)
    console = Console()
    report = run(
        course,
        codes,
        GradeOptions(level=the_level(level)),
        jobs,
        lambda findings: click.echo(f"{findings.code} validated", err=True),
    )
    console.print(report.table())
    for problem in report.all_problems:
        console.print(f"[red]✗[/] {problem}", soft_wrap=True, highlight=False)
    for problem in report.warnings:
        console.print(f"[yellow]…[/] {problem}", soft_wrap=True, highlight=False)
    count = len(report.all_problems)
    console.print(
        "[green]sound[/]" if report.sound else f"[red]{count} problem{'s' if count != 1 else ''}[/]"
    )
    return 0 if report.sound else 1


@click.command()
def schema() -> int:
    """Print the JSON Schema of course.yml, for editors."""
    from autograder.course import export_schema

    click.echo(export_schema(), nl=False)
    return 0
