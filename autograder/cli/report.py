"""``autograder report``: the HTML pages anew, from results."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli.gradebook import roster_options, the_roster
from autograder.cli.main import language_option
from autograder.errors import UsageError
from autograder.files import usual_mode
from autograder.gradebook.anonymity import Anonymiser, load_key
from autograder.gradebook.roster import Roster
from autograder.result import Result
from autograder.texts import choose_language

KEY_HELP = (
    "The key of the pseudonyms, a file that is made on first use; <RESULTS>.key by default. Keep it apart from what "
    "you give away: with it, pseudonyms can be traced back."
)


@click.command()
@click.argument("results", type=click.Path(path_type=Path))
@language_option("the pages")
@click.option(
    "--anonymous",
    is_flag=True,
    help="Write pages and results under pseudonyms to --out, without anything that tells whose they are.",
)
@click.option("--key", "key_path", type=click.Path(path_type=Path, dir_okay=False), help=KEY_HELP)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where pages go; anonymous ones need a folder of their own.",
)
@roster_options
def report(
    results: Path,
    language: str | None,
    anonymous: bool,
    key_path: Path | None,
    out: Path | None,
    roster_path: Path | None,
    encoding: str | None,
) -> int:
    """Write the class page and the students' pages of a folder of RESULTS.

    With a roster, the class page names the students and lists who is missing.
    """
    from autograder.report import write_report
    from autograder.result import read_results, write_result

    roster = the_roster(roster_path, encoding, None)
    chosen = choose_language(language, None)
    if not anonymous:
        click.echo(str(write_report(results, chosen, roster, out)))
        return 0
    if out is None:
        raise UsageError("anonymous pages need a folder of their own; say which: --out FOLDER")
    if out.exists() and any(out.iterdir()):
        raise UsageError(f"{out}: is not empty; anonymous pages need a folder of their own")
    found = read_results(results)
    for one in anonymised(found, results, roster, key_path, (out,)):
        write_result(one, out, usual_mode())
    click.echo(str(write_report(out, chosen, mode=usual_mode())))
    return 0


def anonymised(
    found: list[Result],
    results: Path,
    roster: Roster | None,
    key_path: Path | None,
    given_away: tuple[Path, ...],
) -> list[Result]:
    """Return results under pseudonyms, by the key that was asked for; the key must not lie in what is given away."""
    key_path = key_path or results.absolute().with_name(f"{results.absolute().name}.key")
    key = load_key(key_path, apart_from=(results, *given_away))
    if roster is None:
        click.echo(
            "note: without --roster, names that students wrote into texts of their own aren't known and can't be "
            "taken out",
            err=True,
        )
    click.echo(f"note: the key of the pseudonyms is {key_path}; keep it to yourself", err=True)
    return Anonymiser(key, roster).anonymous(found)
