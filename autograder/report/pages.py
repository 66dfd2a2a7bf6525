"""Rendering the pages."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.files import write_bytes
from autograder.gradebook.roster import Roster
from autograder.locale import sentence
from autograder.numbers import number
from autograder.report.summary import summarise
from autograder.result import TaskStatus, language_of, read_results
from autograder.telling import Plain, Remark, about_result, about_task, penalty_line
from autograder.texts import Language, Text, code_pieces

SIGNS = {
    TaskStatus.PASSED: "✓",
    TaskStatus.PARTIAL: "◐",
    TaskStatus.FAILED: "✗",
    TaskStatus.NOT_ATTEMPTED: "·",
    TaskStatus.MISSING: "·",
    TaskStatus.TIMED_OUT: "∞",
    TaskStatus.CRASHED: "✗",
    TaskStatus.FORBIDDEN: "⊘",
    TaskStatus.NOT_RUN: "·",
}


def write_report(
    folder: Path | str,
    language: Language | None = None,
    roster: Roster | None = None,
    out: Path | str | None = None,
    mode: int | None = None,
) -> Path:
    """Write ``index.html`` and a page for each result of a folder; return the path of the class page.

    All results of the folder are on the class page, whichever run graded them: who grades one assignment after another
    into one folder loses none.

    Parameters
    ----------
    folder
        The folder of the results.
    language
        The language of the pages; the course's own by default.
    roster
        Who takes the course: the class page then names them, and lists who is missing. Students' pages don't change.
    out
        Where the pages go, students' to ``<out>/<assignment>/<student>.html``; beside the results by default.
    mode
        The permissions of the pages; like those of results, only the user's own by default.

    Raises
    ------
    UsageError
        Where the folder holds no results, or one that can't be read.
    """
    results = read_results(folder)
    out = Path(folder if out is None else out)
    pages = environment(language or language_of(results))
    student = pages.get_template("student.html")
    for result in results:
        page = student.render(result=result)
        write_bytes(out / result.assignment / f"{result.student}.html", page.encode(), mode)
    page = pages.get_template("class.html").render(
        summaries=summarise(results, roster), course=results[0].course
    )
    return write_bytes(out / "index.html", page.encode(), mode)


def environment(language: Language, package: str = "autograder.report") -> Environment:
    """Return what renders the templates of a package, with the words and filters that pages are written in."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def say(code: str, **values: object) -> str:
        return sentence(f"page_{code}", **values).in_(language)

    def text(value: Text) -> Markup:
        return code_marks(value.in_(language))

    made.globals.update(
        say=say,
        language=language,
        signs=SIGNS,
        about_result=partial(about_result, language=language),
        about_task=partial(about_task, language=language),
        penalty_line=partial(penalty_line, language=language),
    )
    made.filters.update(
        line=Html().line,
        marked=code_marks,
        text=text,
        number=number,
        share=_share,
        moment=_moment,
        span=_span,
        kept=_kept,
    )
    return made


class Html(Plain):
    """Remarks as HTML."""

    def text(self, value: str) -> str:
        return code_marks(value)

    def code(self, value: str) -> str:
        return Markup("<code>{}</code>").format(value) if value else ""

    def strong(self, value: str) -> str:
        return Markup("<b>{}</b>").format(self.text(value)) if value else ""

    def line(self, remark: Remark) -> str:
        return Markup(super().line(remark))  # noqa: S704 - of pieces that are escaped


def code_marks(value: str) -> Markup:
    """Return a text as HTML with its `backquoted` pieces as code."""
    made = [
        Markup("<code>{}</code>").format(piece) if code else escape(piece)
        for piece, code in code_pieces(value)
    ]
    return Markup("").join(made)


def _moment(value: datetime) -> str:
    """Return a moment as people write it, with its offset from UTC."""
    offset = f"{value:%z}"
    return (
        f"{value:%Y-%m-%d %H:%M} UTC{'' if offset == '+0000' else offset[:3] + ':' + offset[3:5]}"
    )


def _span(minutes: int) -> str:
    days, rest = divmod(minutes, 24 * 60)
    hours, rest = divmod(rest, 60)
    parts = ((days, "d"), (hours, "h"), (rest, "min"))
    return " ".join(f"{amount} {unit}" for amount, unit in parts if amount)


def _kept(value: str) -> Markup:
    """Return a text whose line ends and blanks survive where markup is put on one line."""
    return Markup("&#10;").join(value.split("\n"))


def _share(value: float) -> str:
    return f"{100 * value:.0f}%"
