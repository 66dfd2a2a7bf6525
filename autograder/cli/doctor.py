"""``autograder doctor``: what this machine gives, and what that protects against."""

from __future__ import annotations

import click


@click.command()
def doctor() -> int:
    """Try every isolation level on this machine and say which one grading would use."""
    from autograder.sandbox import probe

    report = probe()
    click.echo(str(report))
    return 0
