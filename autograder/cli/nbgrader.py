"""``autograder nbgrader``: a course folder for nbgrader, and a graded class in its gradebook."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.course import Course
from autograder.texts import Language


@click.group()
def nbgrader() -> None:
    """Work with nbgrader: write its course folder, push results into its gradebook."""


@nbgrader.command()
@click.argument("folder", metavar="DIR", type=options.FOLDER)
@options.language("the notebooks")
@click.option("--generate", is_flag=True, help="Run nbgrader generate_assignment for each, too.")
@options.course
def course(folder: Path, language: Language | None, generate: bool, course: Course) -> int:
    """Write an nbgrader course folder: source/<id>/ for each finished assignment, and nbgrader_config.py.

    Run it again after the course has changed; files that are yours are left alone.
    """
    from autograder.nbgrader_plugin.course_folder import write_course_folder

    report = write_course_folder(course, folder, language or course.language)
    click.echo(str(report))
    if generate:
        from autograder.nbgrader_plugin.generating import generate_assignments

        failed = generate_assignments(folder, report.assignments, click.echo)
        return 1 if failed else 0
    click.echo(f"Next, in {folder}: nbgrader generate_assignment {report.assignments[0]} --force")
    return 0


@nbgrader.command()
@click.argument("results", type=options.PATH)
@click.option(
    "--course",
    "folder",
    metavar="DIR",
    required=True,
    type=options.FOLDER,
    help="nbgrader's course folder.",
)
@click.option(
    "--submissions",
    type=click.Path(path_type=Path, exists=True),
    help="What was graded, to show it in the formgrader; DIR/submitted by default.",
)
def push(results: Path, folder: Path, submissions: Path | None) -> int:
    """Write a folder of RESULTS, made by autograder grade, into nbgrader's gradebook.

    Formgrader, nbgrader generate_feedback and nbgrader export then show them. Scores and comments of people are kept;
    pushing again changes nothing. The exit code is 1 where a result was left out.
    """
    from autograder.nbgrader_plugin.push import push as write
    from autograder.result import read_results

    report = write(read_results(results), folder, submissions)
    click.echo(str(report))
    return 1 if report.skipped else 0
