"""``autograder new``: every piece of a new task or assignment, as a draft."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.course import Course


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("name")
@options.course
def new(identifier: str, name: str, course: Course) -> int:
    r"""Begin a task or an assignment: write each of its pieces, with TODO where something is to be said.

    \b
    autograder new A01.8 momentum            a task, and the function that it asks for
    autograder new A01.8 Momentum.step       a method of a class
    autograder new A14 recurrent_network     an assignment, and what its folder is called

    A draft is neither graded nor released. `autograder validate` tells what it lacks.
    """
    from autograder.authoring import draft_assignment, draft_task

    file = course.file
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
