"""``autograder report``: the HTML pages anew, from results."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.errors import UsageError
from autograder.files import usual_mode
from autograder.gradebook.roster import Roster
from autograder.result import read_results, write_result
from autograder.texts import Language


@click.command()
@click.argument("results", type=options.PATH)
@options.language("the pages")
@options.pseudonyms(
    "Write pages and results under pseudonyms to --out, without anything that tells whose they are."
)
@click.option(
    "--out", type=options.FOLDER, help="Where pages go; anonymous ones need a folder of their own."
)
@options.roster
def report(
    results: Path,
    language: Language | None,
    pseudonyms: options.Pseudonyms,
    out: Path | None,
    roster: Roster | None,
) -> int:
    """Write the class page and the students' pages of a folder of RESULTS.

    With a roster, the class page names the students and lists who is missing.
    """
    from autograder.report import write_report

    if not pseudonyms.wanted:
        click.echo(str(write_report(results, language, roster, out)))
        return 0
    if out is None:
        raise UsageError("anonymous pages need a folder of their own; say which: --out FOLDER")
    if out.exists() and any(out.iterdir()):
        raise UsageError(f"{out}: is not empty; anonymous pages need a folder of their own")
    for result in pseudonyms.of(read_results(results), results, roster, out):
        write_result(result, out, usual_mode())
    click.echo(str(write_report(out, language, mode=usual_mode())))
    return 0
