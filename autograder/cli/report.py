"""``autograder report``: the HTML pages anew, from results."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.errors import UsageError
from autograder.texts import choose_language


@click.command()
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(["en", "ko"]), help="The language of the pages.")
def report(results: Path, language: str | None) -> int:
    """Write the class page and the students' pages of a folder of RESULTS."""
    from autograder.report import write_report
    from autograder.result import read_results

    found = read_results(results)
    if not found:
        raise UsageError(
            f"{results}: holds no results. Grade into it first: autograder grade … --out {results}"
        )
    click.echo(str(write_report(found, results, choose_language(language, "en"))))
    return 0
