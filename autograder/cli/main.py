"""The group of commands, and what every one of them does with an error."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

import autograder
from autograder.errors import AutograderError

# Each lies in a module of its name, and is imported when it is called: a student's ``check`` needs none of an
# instructor's packages.
COMMANDS = (
    *("bundle", "check", "doctor", "export", "grade", "hint", "hosted", "nbgrader", "new"),
    *("regrade", "release", "report", "schema", "validate"),
)
INSTRUCTOR_PACKAGES = {
    *("hatchling", "jinja2", "jupytext", "nbclient", "nbconvert"),
    *("nbformat", "nbgrader", "sqlalchemy", "traitlets"),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"autograder.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
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
