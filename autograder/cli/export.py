"""``autograder export``: results in the form that another system reads."""

from __future__ import annotations

import codecs
from pathlib import Path

import click

from autograder.cli.gradebook import FILE, roster_options, the_roster
from autograder.cli.main import language_option
from autograder.cli.report import KEY_HELP, anonymised
from autograder.course import listed
from autograder.errors import UsageError
from autograder.exports import FORMATS, NAMED, Request
from autograder.result import Result, language_of, read_results
from autograder.texts import choose_language


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@click.argument("results", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; a folder for prairielearn and submitty, which have a file a submission.",
)
@click.option("-a", "--assignment", "name", help="Only this assignment, A01.")
@click.option(
    "--template", type=FILE, help="The file downloaded from Canvas or Moodle, to be filled."
)
@click.option(
    "--column",
    help="The assignment's column in the template: its heading, or its number in Canvas.",
)
@click.option(
    "--decimal",
    type=click.Choice([".", ","]),
    help="The decimal sign; that of the template by default.",
)
@click.option("--separator", type=click.Choice([",", ";", "tab"]), help="What separates cells.")
@click.option("--out-encoding", help="The encoding to write: utf-8, utf-8-sig, cp949.")
@click.option(
    "--missing",
    type=click.Choice(["blank", "zero"]),
    default="blank",
    show_default=True,
    help="What students get who handed in nothing and aren't excused.",
)
@click.option("--no-feedback", is_flag=True, help="Write scores alone.")
@language_option("the feedback")
@click.option("--anonymous", is_flag=True, help="Write pseudonyms; not for canvas and moodle.")
@click.option("--key", "key_path", type=click.Path(path_type=Path, dir_okay=False), help=KEY_HELP)
@roster_options
def export(
    form: str,
    results: Path,
    out: Path,
    name: str | None,
    template: Path | None,
    column: str | None,
    decimal: str | None,
    separator: str | None,
    out_encoding: str | None,
    missing: str,
    no_feedback: bool,
    language: str | None,
    anonymous: bool,
    key_path: Path | None,
    roster_path: Path | None,
    encoding: str | None,
) -> int:
    """Write RESULTS as FORMAT: csv, canvas, moodle, prairielearn, submitty or junit.

    Scores are those of the results, with lateness already in them; no export takes anything off again.
    """
    found = _chosen(read_results(results), results, name)
    roster = the_roster(roster_path, encoding, None)
    if anonymous:
        if form in NAMED:
            raise UsageError(f"{form} has to know who is who, so it can't be anonymous")
        found = anonymised(found, results, roster, key_path, (out,) if out.is_dir() else ())
        roster = None
    if out_encoding is not None:
        try:
            codecs.lookup(out_encoding)
        except LookupError:
            raise UsageError(f'there is no encoding "{out_encoding}"; try utf-8-sig') from None
    written = FORMATS[form](
        Request(
            results=found,
            out=out,
            roster=roster,
            template=template,
            column=column,
            decimal=decimal,
            separator="\t" if separator == "tab" else separator,
            encoding=out_encoding,
            missing_as_zero=missing == "zero",
            feedback=not no_feedback,
            language=choose_language(language, language_of(found)),
        )
    )
    for note in written.notes:
        click.echo(f"note: {note}", err=True)
    first, *rest = written.paths
    click.echo(f"{first}" + (f" and {len(rest)} more" if rest else ""))
    return 0


def _chosen(found: list[Result], folder: Path, name: str | None) -> list[Result]:
    if name is None:
        return found
    wanted = name.strip().lower()
    chosen = [one for one in found if wanted in (one.code.lower(), one.assignment)]
    if not chosen:
        codes = sorted({one.code for one in found})
        raise UsageError(f"{folder}: holds no results of {name}; it has {listed(codes, 20)}")
    return chosen
