"""``autograder export``: results in the form that another system reads."""

from __future__ import annotations

import codecs
from dataclasses import replace
from operator import not_
from pathlib import Path
from typing import Any

import click

from autograder.cli import options
from autograder.cli.options import into, option
from autograder.course import listed
from autograder.errors import UsageError
from autograder.exports import FORMATS, NAMED, Request
from autograder.gradebook.roster import Roster
from autograder.result import Result, language_of, read_results
from autograder.texts import Language


def _known_encoding(name: str | None) -> str | None:
    if name is not None:
        try:
            codecs.lookup(name)
        except LookupError:
            raise UsageError(f'there is no encoding "{name}"; try utf-8-sig') from None
    return name


def _request(out_encoding: str | None, **said: Any) -> Request:
    """Return what is asked for, of no results yet."""
    return Request(results=(), encoding=out_encoding, **said)


REQUEST = into(
    "request",
    _request,
    out=option(
        "--out",
        "The file to write; a folder for prairielearn and submitty, which have a file a submission.",
        required=True,
        type=options.PATH,
    ),
    template=option(
        "--template", "The file downloaded from Canvas or Moodle, to be filled.", type=options.FILE
    ),
    column=option(
        "--column", "The assignment's column in the template: its heading, or its number in Canvas."
    ),
    decimal=option(
        "--decimal",
        "The decimal sign; that of the template by default.",
        type=click.Choice([".", ","]),
    ),
    separator=option(
        "--separator",
        "What separates cells.",
        type=click.Choice([",", ";", "tab"]),
        convert=lambda name: "\t" if name == "tab" else name,
    ),
    out_encoding=option(
        "--out-encoding", "The encoding to write: utf-8, utf-8-sig, cp949.", convert=_known_encoding
    ),
    missing_as_zero=option(
        "--missing",
        "What students get who handed in nothing and aren't excused.",
        type=click.Choice(["blank", "zero"]),
        default="blank",
        show_default=True,
        convert=lambda name: name == "zero",
    ),
    feedback=option("--no-feedback", "Write scores alone.", is_flag=True, convert=not_),
)


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@click.argument("results", type=options.FOLDER)
@click.option("-a", "--assignment", "name", help="Only this assignment, A01.")
@REQUEST
@options.language("the feedback")
@options.pseudonyms("Write pseudonyms; not for canvas and moodle.")
@options.roster
def export(
    form: str,
    results: Path,
    name: str | None,
    request: Request,
    language: Language | None,
    pseudonyms: options.Pseudonyms,
    roster: Roster | None,
) -> int:
    """Write RESULTS as FORMAT: csv, canvas, moodle, prairielearn, submitty or junit.

    Scores are those of the results, with lateness already in them; no export takes anything off again.
    """
    found = _chosen(read_results(results), results, name)
    if pseudonyms.wanted:
        if form in NAMED:
            raise UsageError(f"{form} has to know who is who, so it can't be anonymous")
        given_away = (request.out,) if request.out.is_dir() else ()
        found = pseudonyms.of(found, results, roster, *given_away)
        roster = None
    language = language or language_of(found)
    written = FORMATS[form](replace(request, results=found, roster=roster, language=language))
    for note in written.notes:
        click.echo(f"note: {note}", err=True)
    first, *rest = written.paths
    click.echo(f"{first}" + (f" and {len(rest)} more" if rest else ""))
    return 0


def _chosen(found: list[Result], folder: Path, name: str | None) -> list[Result]:
    if name is None:
        return found
    wanted = name.strip().lower()
    chosen = [result for result in found if wanted in (result.code.lower(), result.assignment)]
    if not chosen:
        codes = sorted({result.code for result in found})
        raise UsageError(f"{folder}: holds no results of {name}; it has {listed(codes, 20)}")
    return chosen
