"""``autograder bundle``: what hosted graders and students are given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from autograder.cli import options
from autograder.cli.options import into, option
from autograder.course import Assignment, Course
from autograder.course.settings import Visibility
from autograder.files import usual_mode
from autograder.grading.options import GradeOptions
from autograder.hosted.settings import Settings
from autograder.numbers import number
from autograder.texts import Language

VISIBILITY = click.Choice(get_args(Visibility))
# Grading ends before the platform would end it, so that what is graded by then counts.
SHARE_OF_TIMEOUT = 0.9
WHEEL = option(
    "--wheel",
    "The wheel of the package to put in; built from its sources by default.",
    type=options.PATH,
)


@dataclass(frozen=True)
class Hosted:
    """How a hosted grader grades and speaks, and the wheel that it installs."""

    options: GradeOptions
    language: Language | None
    wheel: Path | None

    @classmethod
    def chosen(cls, language: Language | None, wheel: Path | None, **options: Any) -> Hosted:
        """Return what the options say."""
        return cls(GradeOptions(**options), language, wheel)

    def settings(self, course: Course, assignment: Assignment, **platform: Any) -> Settings:
        """Return the choices of a bundle, with those that one platform alone has."""
        language = self.language or course.language
        return Settings(
            assignment=assignment.id, language=language, options=self.options, **platform
        )


hosted_options = into(
    "hosted",
    Hosted.chosen,
    **options.GRADING,
    language=options.language_option("the feedback"),
    wheel=WHEEL,
)


@dataclass(frozen=True)
class Shown:
    """What Gradescope shows to students when, and the seconds that it gives to grading."""

    visibility: Visibility | None
    stdout_visibility: Visibility | None
    timeout: float


@click.group()
def bundle() -> None:
    """Pack what Gradescope, GitHub or students are given."""


@bundle.command()
@click.argument("assignment")
@click.option("--out", type=options.FILE, help="The zip to write; by default a03-gradescope.zip.")
@into(
    "shown",
    Shown,
    visibility=option(
        "--visibility",
        "When students see the results; what course.yml says by default.",
        type=VISIBILITY,
    ),
    stdout_visibility=option(
        "--stdout-visibility",
        "When students see what the grader prints for instructors.",
        type=VISIBILITY,
    ),
    timeout=option(
        "--timeout",
        "The timeout in Gradescope's settings, in seconds; grading ends a tenth before it.",
        type=click.FloatRange(min=30),
        default=600,
        show_default=True,
    ),
)
@hosted_options
@options.course
def gradescope(
    assignment: str, out: Path | None, shown: Shown, hosted: Hosted, course: Course
) -> int:
    """Write the autograder zip of ASSIGNMENT for Gradescope. It holds the hidden suite: keep it to yourself."""
    from autograder.hosted import bundle as pack

    chosen = course.with_suite(assignment, "bundle")
    settings = hosted.settings(
        course,
        chosen,
        seconds=SHARE_OF_TIMEOUT * shown.timeout,
        visibility=shown.visibility or course.gradescope.visibility,
        stdout_visibility=shown.stdout_visibility or course.gradescope.stdout_visibility,
    )
    path = out or Path(f"{chosen.code.lower()}-gradescope.zip")
    with pack.wheel_for(course, hosted.wheel) as built:
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
    type=options.FOLDER,
    default=Path("github"),
    show_default=True,
    help="The folder to write.",
)
@click.option(
    "--classroom",
    is_flag=True,
    help="Report points through GitHub Classroom's autograding reporter.",
)
@hosted_options
@options.course
def github(
    assignment: str, repository: str, out: Path, classroom: bool, hosted: Hosted, course: Course
) -> int:
    """Write the grader of ASSIGNMENT as a GitHub action, and the workflow that uses it."""
    from autograder.hosted import bundle as pack

    settings = hosted.settings(course, course.with_suite(assignment, "bundle"))
    with pack.wheel_for(course, hosted.wheel) as built:
        files = pack.github_files(course, settings, built, repository, classroom=classroom)
    pack.write_folder(out, files)
    click.echo(f"{out / 'grading'}: push it to {repository}, which must be private.")
    click.echo(f"{out / 'template'}: add it to the repository that students start from.")
    return 0


@bundle.command()
@options.language("the assignments")
@click.option("--out", type=options.FILE, help="The zip to write; by default student-ko.zip.")
@click.option(
    "--solutions-through",
    metavar="CODE",
    help="Hand out the solutions of the assignments up to this one.",
)
@WHEEL("wheel")
@options.course
def student(
    language: Language | None,
    out: Path | None,
    solutions_through: str | None,
    wheel: Path | None,
    course: Course,
) -> int:
    """Write what students need in one zip: the assignments of one language, and the wheel to install."""
    from autograder.hosted import bundle as pack

    chosen = language or course.language
    path = out or Path(f"student-{chosen}.zip")
    with pack.wheel_for(course, wheel) as built:
        files = pack.student_files(course, chosen, built, solutions_through)
    pack.write_zip(path, files, prefix=f"{path.stem}/", mode=usual_mode())
    click.echo(f"{path}: hand it out. It holds no hidden suite, no misconception, no seed.")
    return 0
