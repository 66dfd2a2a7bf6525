"""Options that several commands have; those that belong together reach a command as one object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from autograder.course import Course, find_course, load_course
from autograder.grading.options import GradeOptions, level_named
from autograder.texts import LANGUAGES, choose_language

if TYPE_CHECKING:
    from autograder.classrun import Register
    from autograder.gradebook.roster import Roster
    from autograder.result import Result

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]
Option = Callable[[str], Decorator]

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
PATH = click.Path(path_type=Path)
KEY_HELP = (
    "The key of the pseudonyms, a file that is made on first use; <RESULTS>.key by default. Keep it apart from what "
    "you give away: with it, pseudonyms can be traced back."
)


def option(
    flags: str, text: str, convert: Callable[[Any], Any] | None = None, **attributes: Any
) -> Option:
    """Return an option that waits for the name of its parameter.

    Parameters
    ----------
    flags
        What it is called, "-a --assignment".
    text
        What its help says.
    convert
        What makes of what was given what the parameter is.
    attributes
        Further ones of ``click.option``.
    """
    if convert is not None:
        attributes["callback"] = lambda context, parameter, value: convert(value)
    return lambda name: click.option(*flags.split(), name, help=text, **attributes)


def into(keyword: str, make: Callable[..., Any], **options: Option) -> Decorator:
    """Let a command take what some options say as one object.

    Parameters
    ----------
    keyword
        The command's parameter.
    make
        What makes the object; it is called with what each option says, by name.
    options
        The options, each under the name that ``make`` knows it by.
    """

    def decorate(command: Command) -> Command:
        @wraps(command)
        def called(**given: Any) -> Any:
            said = {name: given.pop(name) for name in options}
            return command(**given, **{keyword: make(**said)})

        made: Command = called
        for name, waiting in reversed(options.items()):
            made = waiting(name)(made)
        return made

    return decorate


# ---- the course, and languages


def the_course(course_path: Path | None) -> Course:
    """Return the course that a command works on."""
    return load_course(find_course(Path.cwd()) if course_path is None else course_path)


COURSE = option(
    "--course",
    "The course's folder or course.yml; found from here upwards where it isn't given.",
    type=PATH,
)
# For a command that may not need the course at all.
course_path = COURSE("course_path")
course = into("course", the_course, course_path=COURSE)


def language_option(of: str) -> Option:
    """Return ``--language``: that of something, or what the environment says; None for the course's own."""
    return option(
        "--language",
        f"The language of {of}; the course's own by default.",
        type=click.Choice(LANGUAGES),
        convert=lambda flag: choose_language(flag, None),
    )


def language(of: str) -> Decorator:
    """Add ``--language`` to a command that takes it by itself."""
    return language_option(of)("language")


# ---- grading


def _grade_option(choice: Field[Any]) -> Option:
    """Return the option of a choice; a flag turns the default around."""
    flags, text, default = choice.metadata["flag"], choice.metadata["help"], choice.default
    if isinstance(default, bool):
        return option(flags, text, lambda turned: default is not turned, is_flag=True)
    return option(flags, text, level_named)


GRADING = {choice.name: _grade_option(choice) for choice in fields(GradeOptions)}


def level(by_default: str = "") -> Decorator:
    """Add ``--level`` to a command that grades nothing for good."""
    return option("--level", f"The isolation level to use{by_default}.", level_named)("level")


@dataclass(frozen=True)
class Grading:
    """What is graded and how: of which assignment where that was said, how many at a time."""

    assignment: str | None
    jobs: int | None
    options: GradeOptions

    @classmethod
    def chosen(cls, assignment: str | None, jobs: int | None, **options: Any) -> Grading:
        """Return what the options say."""
        return cls(assignment, jobs, GradeOptions(**options))


grading = into(
    "grading",
    Grading.chosen,
    assignment=option(
        "-a --assignment", "The assignment, A01; told from the files' names where it isn't given."
    ),
    jobs=option(
        "-j --jobs",
        "How many to grade at a time; one per processor by default.",
        type=click.IntRange(min=1),
    ),
    **GRADING,
)


# ---- people

ROSTER = {
    "roster": option(
        "--roster",
        (
            "Who takes the course: a CSV file with id, name, section, email, extra_time, excused and the ids that "
            "platforms use (canvas_id, sis_id, sis_login, moodle_id, blackboard, gradescope, nbgrader, github)."
        ),
        type=FILE,
    ),
    "encoding": option(
        "--encoding", "The encoding of the roster, where it can't be told from the file."
    ),
}


def the_roster(roster: Path | None, encoding: str | None) -> Roster | None:
    """Return the roster that a command was given, and tell what its reader should know."""
    if roster is None:
        return None
    from autograder.gradebook.roster import load_roster

    loaded = load_roster(roster, encoding)
    for note in loaded.notes:
        click.echo(f"note: {note}", err=True)
    return loaded


roster = into("roster", the_roster, **ROSTER)


def _register(**said: Any) -> Register:
    from autograder.classrun import Register

    return Register(**said)


register = into(
    "register",
    _register,
    **ROSTER,
    submitted_at=option(
        "--submitted-at",
        "When submissions came: a CSV file with student, submitted_at and, where it helps, assignment and file.",
        type=FILE,
    ),
    times_from_files=option(
        "--times-from-files",
        (
            "Where nothing else tells when a submission came, take the time of its file. That is often the time of "
            "the download."
        ),
        is_flag=True,
    ),
)


@dataclass(frozen=True)
class Pseudonyms:
    """Whether results go out under pseudonyms, and by which key."""

    wanted: bool
    key: Path | None

    def of(
        self, found: list[Result], results: Path, roster: Roster | None, *given_away: Path
    ) -> list[Result]:
        """Return what was found in a folder of results without the people in it; the key lies in nothing given away."""
        from autograder.gradebook.anonymity import Anonymiser, load_key

        folder = results.absolute()
        path = self.key or folder.with_name(f"{folder.name}.key")
        key = load_key(path, apart_from=(results, *given_away))
        if roster is None:
            click.echo(
                "note: without --roster, names that students wrote into texts of their own aren't known and can't be "
                "taken out",
                err=True,
            )
        click.echo(f"note: the key of the pseudonyms is {path}; keep it to yourself", err=True)
        return Anonymiser(key, roster).anonymous(found)


def pseudonyms(text: str) -> Decorator:
    """Add ``--anonymous`` and ``--key``."""
    return into(
        "pseudonyms",
        Pseudonyms,
        wanted=option("--anonymous", text, is_flag=True),
        key=option("--key", KEY_HELP, type=FILE),
    )
