"""``autograder new``: every piece of a new task or assignment, as a draft."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli.main import course_option, the_course


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("name")
@course_option
def new(identifier: str, name: str, course_path: Path | None) -> int:
    r"""Begin a task or an assignment: write each of its pieces, with TODO where something is to be said.

    \b
    autograder new A01.8 momentum            a task, and the function that it asks for
    autograder new A01.8 Momentum.step       a method of a class
    autograder new A14 recurrent_network     an assignment, and what its folder is called

    A draft is neither graded nor released. `autograder validate` tells what it lacks.
    """
    from autograder.authoring import draft_assignment, draft_task

    file = the_course(course_path).file
    draft = draft_task if "." in identifier else draft_assignment
    changed = draft(file, identifier.strip().upper(), name)
    for path in changed:
        click.echo(path.relative_to(file.parent).as_posix())
    click.echo(
        f"Write what is TODO there; autograder validate {identifier[:3].upper()} tells what is left."
    )
    key = "status: draft" if "." in identifier else "status: planned"
    click.echo(f"Then take `{key}` out of course.yml, and run autograder release.")
    return 0
