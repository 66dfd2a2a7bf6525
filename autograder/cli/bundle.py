"""``autograder bundle``: what hosted graders and students are given."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from autograder.cli.main import course_option, language_option, the_course, the_level
from autograder.course import Course
from autograder.course.settings import Visibility
from autograder.files import usual_mode
from autograder.hosted.settings import Settings
from autograder.numbers import number
from autograder.records import replaced
from autograder.texts import choose_language

VISIBILITY = click.Choice(get_args(Visibility))
wheel_option = click.option(
    "--wheel",
    type=click.Path(path_type=Path),
    help="The wheel of the package to put in; built from its sources by default.",
)
level_option = click.option(
    "--level", help="The isolation level to use; the strongest that the platform gives by default."
)
minimum_option = click.option(
    "--minimum", help="The weakest isolation level to accept; what course.yml requires by default."
)


@click.group()
def bundle() -> None:
    """Pack what Gradescope, GitHub or students are given."""


@bundle.command()
@click.argument("assignment")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The zip to write; by default a03-gradescope.zip.",
)
@click.option(
    "--visibility",
    type=VISIBILITY,
    help="When students see the results; what course.yml says by default.",
)
@click.option(
    "--stdout-visibility",
    type=VISIBILITY,
    help="When students see what the grader prints for instructors.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=30),
    default=600,
    show_default=True,
    help="The timeout in Gradescope's settings, in seconds; grading ends a tenth before it.",
)
@level_option
@minimum_option
@language_option("the feedback")
@wheel_option
@course_option
def gradescope(
    assignment: str,
    out: Path | None,
    visibility: str | None,
    stdout_visibility: str | None,
    timeout: float,
    level: str | None,
    minimum: str | None,
    language: str | None,
    wheel: Path | None,
    course_path: Path | None,
) -> int:
    """Write the autograder zip of ASSIGNMENT for Gradescope. It holds the hidden suite: keep it to yourself."""
    from autograder.hosted import bundle as pack

    course = the_course(course_path)
    chosen = pack.gradable(course, assignment)
    settings = replaced(
        _settings(course, chosen.id, level, minimum, language),
        seconds=0.9 * timeout,
        visibility=visibility or course.gradescope.visibility,
        stdout_visibility=stdout_visibility or course.gradescope.stdout_visibility,
    )
    path = out or Path(f"{chosen.code.lower()}-gradescope.zip")
    with pack.wheel_for(course, wheel) as built:
        pack.write_zip(path, pack.gradescope_files(course, settings, built))
    memory = pack.memory_mib(course, chosen)
    longest = pack.longest_seconds(course, chosen, pack.GRADESCOPE_CPU)
    click.echo(f"{path}: upload it under Configure Autograder.")
    click.echo(f"Autograder points: {number(chosen.points)}. Memory: at least {memory} MB.")
    if longest > settings.seconds:
        click.echo(
            f"At half a CPU the slowest submissions need about {number(longest)} s, and grading ends after "
            f"{number(settings.seconds)} s: choose a container with more CPU, or a longer timeout (--timeout)."
        )
    return 0


@bundle.command()
@click.argument("assignment")
@click.option(
    "--repository",
    required=True,
    metavar="OWNER/NAME",
    help="The private repository for the grader.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("github"),
    show_default=True,
    help="The folder to write.",
)
@click.option(
    "--classroom",
    is_flag=True,
    help="Report points through GitHub Classroom's autograding reporter.",
)
@level_option
@minimum_option
@language_option("the feedback")
@wheel_option
@course_option
def github(
    assignment: str,
    repository: str,
    out: Path,
    classroom: bool,
    level: str | None,
    minimum: str | None,
    language: str | None,
    wheel: Path | None,
    course_path: Path | None,
) -> int:
    """Write the grader of ASSIGNMENT as a GitHub action, and the workflow that uses it."""
    from autograder.hosted import bundle as pack

    course = the_course(course_path)
    chosen = pack.gradable(course, assignment)
    settings = _settings(course, chosen.id, level, minimum, language)
    with pack.wheel_for(course, wheel) as built:
        files = pack.github_files(course, settings, built, repository, classroom=classroom)
    pack.write_folder(out, files)
    click.echo(f"{out / 'grading'}: push it to {repository}, which must be private.")
    click.echo(f"{out / 'template'}: add it to the repository that students start from.")
    return 0


@bundle.command()
@language_option("the assignments")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The zip to write; by default student-ko.zip.",
)
@click.option(
    "--solutions-through",
    metavar="CODE",
    help="Hand out the solutions of the assignments up to this one.",
)
@wheel_option
@course_option
def student(
    language: str | None,
    out: Path | None,
    solutions_through: str | None,
    wheel: Path | None,
    course_path: Path | None,
) -> int:
    """Write what students need in one zip: the assignments of one language, and the wheel to install."""
    from autograder.hosted import bundle as pack

    course = the_course(course_path)
    chosen = choose_language(language, course.language)
    path = out or Path(f"student-{chosen}.zip")
    with pack.wheel_for(course, wheel) as built:
        files = pack.student_files(course, chosen, built, solutions_through)
    pack.write_zip(path, files, prefix=f"{path.stem}/", mode=usual_mode())
    click.echo(f"{path}: hand it out. It holds no hidden suite, no misconception, no seed.")
    return 0


def _settings(
    course: Course, assignment: str, level: str | None, minimum: str | None, language: str | None
) -> Settings:
    for name in (level, minimum):
        the_level(name)  # a misspelt one is said now, not on the platform
    return Settings(
        assignment=assignment,
        language=choose_language(language, course.language),
        level=level,
        minimum=minimum,
    )
