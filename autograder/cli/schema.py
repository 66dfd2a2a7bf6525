"""``autograder schema``: what course.yml may hold, for editors."""

from __future__ import annotations

import click


@click.command()
def schema() -> int:
    """Print the JSON Schema of course.yml, for editors."""
    from autograder.course import export_schema

    click.echo(export_schema(), nl=False)
    return 0
