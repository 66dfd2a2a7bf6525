"""``autograder release``: what students get, from the lessons."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.course import Course
from autograder.texts import LANGUAGES, Language


@click.command()
@click.option(
    "--language",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="The language of the release; all of the course's by default.",
)
@click.option(
    "--out", type=options.FOLDER, help="Where to write; assignments/ of the course by default."
)
@click.option(
    "--solutions-through",
    metavar="CODE",
    help="Hand out the solutions of the assignments up to this one.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 where the release is not up to date."
)
@options.course
def release(
    languages: tuple[Language, ...],
    out: Path | None,
    solutions_through: str | None,
    check: bool,
    course: Course,
) -> int:
    """Generate what students get, from solutions/: stubs, notebooks, public checks."""
    from autograder.release import is_stale
    from autograder.release import release as write

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
