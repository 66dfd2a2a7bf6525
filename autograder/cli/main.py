"""The group of commands, and what every one of them does with an error."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

import autograder
from autograder.errors import AutograderError

Command = TypeVar("Command", bound=Callable[..., Any])

# Commands are imported when they are called: a student's ``check`` needs none of an instructor's packages.
COMMANDS = {
    "bundle": "autograder.cli.bundle",
    "check": "autograder.cli.check",
    "doctor": "autograder.cli.doctor",
    "export": "autograder.cli.export",
    "grade": "autograder.cli.grade",
    "hint": "autograder.cli.hint",
    "hosted": "autograder.cli.hosted",
    "nbgrader": "autograder.cli.nbgrader",
    "new": "autograder.cli.new",
    "regrade": "autograder.cli.regrade",
    "release": "autograder.cli.course",
    "report": "autograder.cli.report",
    "schema": "autograder.cli.course",
    "validate": "autograder.cli.course",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(importlib.import_module(module), cmd_name)
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(autograder.__version__, prog_name="autograder")
def commands() -> None:
    """Exercises for learning deep learning by implementing it, and the autograder that scores them."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    0: all is well. 1: something was checked and found wanting. 2: the command can't do what was asked.
    """
    for stream in (sys.stdout, sys.stderr):
        # Korean and mathematical signs on a Windows console that isn't UTF-8 must not become an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = commands.main(args=arguments, prog_name="autograder", standalone_mode=False)
    except AutograderError as error:
        click.echo(f"autograder: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("autograder: stopped; what was finished before is kept", err=True)
        sys.exit(130)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in INSTRUCTOR_PACKAGES:
            click.echo(
                f"autograder: this command needs the package {error.name}, which comes with the instructor's "
                'install: pip install "dl-by-implementation[instructor]"',
                err=True,
            )
            sys.exit(2)
        raise
    sys.exit(code if isinstance(code, int) else 0)


INSTRUCTOR_PACKAGES = {
    "hatchling",
    "jinja2",
    "jupytext",
    "nbclient",
    "nbconvert",
    "nbformat",
    "nbgrader",
    "sqlalchemy",
    "traitlets",
}


def course_option(function: Any) -> Any:
    """Add ``--course``: the folder of ``course.yml`` where it is not this one or above it."""
    return click.option(
        "--course",
        "course_path",
        type=click.Path(path_type=Path),
        default=None,
        help="The course's folder or course.yml; found from here upwards where it isn't given.",
    )(function)


def language_option(of: str, *names: str, multiple: bool = False) -> Callable[[Command], Command]:
    """Add ``--language``: that of what a command says or writes; the course's own where it isn't given.

    Parameters
    ----------
    of
        What is in that language, for the help.
    names
        The parameter's name, where it is not ``language``.
    multiple
        Whether it may be repeated.
    """
    from autograder.texts import LANGUAGES

    own = "the course's own" if not multiple else "all of the course's"
    return click.option(
        "--language",
        *names,
        type=click.Choice(LANGUAGES),
        multiple=multiple,
        help=f"The language of {of}; {own} by default.",
    )


def the_course(path: Path | None) -> Any:
    """Return the course that a command works on."""
    from autograder.course import find_course, load_course

    return load_course(find_course(Path.cwd()) if path is None else path)


def the_level(name: str | None) -> Any:
    """Return an isolation level by its name."""
    from autograder.grading.options import level_named

    return level_named(name)
