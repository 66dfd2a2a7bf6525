"""``moodle``: the grading worksheet of an assignment, filled; or, without one, a file for Grades → Import → CSV.

A worksheet's headings are in the language of whoever downloads it. Moodle reads four of its columns: the identifier,
the grade, when the grade was last changed (a grade changed since then is left alone), and the feedback comments.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from autograder.course import listed
from autograder.errors import UsageError
from autograder.exports.feedback import summary
from autograder.exports.people import Finder
from autograder.exports.request import Request, Written
from autograder.gradebook.attendance import Entry, Standing
from autograder.gradebook.tables import Row, Table, guarded, read_table, write_table
from autograder.numbers import number

# Headings in several languages; what none of them fits is found by what the columns hold.
LABELS = {
    "grade": (
        "grade", "note", "bewertung", "calificación", "nota", "valutazione",
        "성적", "점수", "评分", "成绩", "評定", "оценка",
    ),
    "name": (
        "full name", "nom complet", "vollständiger name", "nombre completo", "nome completo",
        "이름", "성명", "全名",
    ),
    "email": (
        "email address", "e-mail", "e-mail-adresse", "adresse de courriel", "dirección de correo",
        "이메일 주소", "이메일",
    ),
    "id": (
        "id number", "numéro d'identification", "id-nummer", "número de id", "학번", "id 번호", "식별번호",
    ),
    "comments": (
        "feedback comments", "feedback als kommentar", "feedback par commentaires",
        "comentarios de retroalimentación", "commenti di feedback", "피드백 의견", "피드백 댓글", "反馈评论",
    ),
}  # fmt: skip
IDENTIFIER = re.compile(r"\D*(?P<number>\d+)")
BLANK = ("", "-")
# Where the columns stand before and behind the maximum: grade, maximum, may it be changed, two times, feedback.
FEEDBACK_AFTER_MAXIMUM = 4


def export(request: Request) -> Written:
    """Write the worksheet with grades and feedback; everything else in it stays as it is."""
    code = request.one_assignment("moodle")
    entries = request.entries(code)
    if request.template is not None:
        return _filled(request, entries)
    return _for_import(request, code, entries)


class Worksheet:
    """The columns of a worksheet, by heading or by what they hold."""

    def __init__(self, table: Table, grade_column: str | None) -> None:
        self.table = table
        self.grade = self._grade(grade_column)
        # The maximum stands behind the grade; a scale of words has none.
        self.points = self._constant(self.grade + 1)
        self.maximum = self.grade + 1 if self.points is not None else None
        self.identifier = self._identifier()
        self.comments = self._labelled("comments")
        if self.comments is None and self.maximum is not None:
            behind = self.maximum + FEEDBACK_AFTER_MAXIMUM
            self.comments = behind if behind < len(table.header) else None
        places = {name: self._labelled(name) for name in ("name", "email", "id")}
        self.name, self.email, self.id = (places[name] for name in ("name", "email", "id"))

    @property
    def decimal(self) -> str:
        """The decimal sign of its numbers."""
        places = [place for place in (self.maximum, self.grade) if place is not None]
        cells = (row[place] for row in self.table.rows for place in places)
        return "," if any(re.fullmatch(r"\d+,\d+", cell.strip()) for cell in cells) else "."

    def _labelled(self, name: str) -> int | None:
        for place, heading in enumerate(self.table.header):
            if heading.casefold() in LABELS[name]:
                return place
        return None

    def _grade(self, wanted: str | None) -> int:
        header = self.table.header
        if wanted is not None:
            if wanted not in header:
                raise UsageError(
                    f'{self.table.path}:{self.table.header_line}: no column "{wanted}"; it has {listed(header, 20)}'
                )
            return header.index(wanted)
        place = self._labelled("grade")
        if place is not None:
            return place
        for place in range(1, len(header) - 1):
            before = [row[place].strip() for row in self.table.rows]
            most = self._constant(place + 1)
            if most is not None and all(
                cell in BLANK or (_value(cell) is not None and (_value(cell) or 0) <= most)
                for cell in before
            ):
                return place
        raise UsageError(
            f"{self.table.path}:{self.table.header_line}: which column holds the grades? Say it: --column HEADING, "
            f"of {listed(header, 20)}"
        )

    def _constant(self, place: int) -> float | None:
        """Return the number above 0 that stands in every row of a column; None where there is none."""
        values = {_value(row[place]) for row in self.table.rows}
        value = next(iter(values)) if len(values) == 1 else None
        return value if value else None

    def _identifier(self) -> int:
        for place in range(len(self.table.header)):
            cells = [row[place].strip() for row in self.table.rows]
            prefixes = {re.sub(r"\d+$", "", cell) for cell in cells}
            if (
                len(prefixes) == 1
                and len(set(cells)) == len(cells)
                and all(IDENTIFIER.fullmatch(cell) for cell in cells)
            ):
                return place
        raise UsageError(
            f"{self.table.path}:{self.table.header_line}: not a grading worksheet from Moodle: no column holds "
            f"identifiers such as “Participant 123456”; it has {listed(self.table.header, 20)}"
        )


def _filled(request: Request, entries: Sequence[Entry]) -> Written:
    assert request.template is not None, "there is a template to fill"
    table = read_table(request.template, "a grading worksheet downloaded from Moodle")
    if not table.rows:
        raise UsageError(f"{table.path}: holds no participants below its header")
    sheet = Worksheet(table, request.column)
    finder = Finder(entries, request.roster)
    decimal = request.decimal or sheet.decimal
    written = Written()
    keys = {sheet.identifier, sheet.grade, *((sheet.comments,) if sheet.comments else ())}
    # The times behind the maximum are Moodle's own; it reads one of them back.
    keys |= set(
        range(sheet.maximum, sheet.maximum + FEEDBACK_AFTER_MAXIMUM) if sheet.maximum else ()
    )
    rows = [list(table.header)]
    used: set[str] = set()
    unknown: list[str] = []
    for row in table.rows:
        cells = [row[place] for place in range(len(table.header))]
        entry = _entry(finder, row, sheet)
        if entry is None:
            unknown.append(_shown(row, sheet))
        else:
            used.add(entry.id)
            _fill(cells, entry, sheet, request, decimal)
        rows.append([cell if place in keys else guarded(cell) for place, cell in enumerate(cells)])
    left = [one.id for one in entries if one.result is not None and one.id not in used]
    written.note_people("not in the worksheet, so not exported", left)
    written.note_people("in the worksheet, but nobody of the results or the roster", unknown)
    excused = [one.id for one in entries if one.standing is Standing.EXCUSED]
    written.note_people(
        "excused, so the grade stays empty; Moodle's worksheet can't say it", excused
    )
    if request.feedback and sheet.comments is None:
        written.notes.append(
            "the worksheet has no column for feedback; turn on “Feedback comments” in Moodle for that"
        )
    maxima = {one.result.max_score for one in entries if one.result}
    if sheet.points and maxima and maxima != {sheet.points}:
        written.notes.append(
            f"scores are scaled to Moodle's maximum grade of {number(sheet.points)}"
        )
    written.note_failed(entries, "no grade")
    path = write_table(
        request.out,
        rows,
        encoding=request.encoding or table.encoding,
        separator=request.separator or table.separator,
        newline=table.newline,
    )
    written.paths.append(path)
    return written


def _fill(cells: list[str], entry: Entry, sheet: Worksheet, request: Request, decimal: str) -> None:
    if entry.standing is Standing.MISSING and request.missing_as_zero:
        cells[sheet.grade] = "0"
    result = entry.scored
    if result is None:
        return
    points = sheet.points or result.max_score
    cells[sheet.grade] = number(result.score * points / result.max_score, decimal)
    if request.feedback and sheet.comments is not None:
        lines = (html.escape(line, quote=False) for line in summary(result, request.language))
        cells[sheet.comments] = guarded("<br />".join(lines))


def _entry(finder: Finder, row: Row, sheet: Worksheet) -> Entry | None:
    cell = row[sheet.identifier].strip()
    match = IDENTIFIER.fullmatch(cell)
    digits = match["number"] if match else ""
    email = row[sheet.email].strip() if sheet.email is not None else ""
    number_of_school = row[sheet.id].strip() if sheet.id is not None else ""
    name = row[sheet.name] if sheet.name is not None else ""
    ids = {"moodle_id": digits, "email": email, "id": number_of_school}
    found = finder.find(ids, "", digits, "moodle_id")
    if found is None:
        found = finder.find({"moodle_id": cell}, name, digits, "moodle_id")
    return found


def _shown(row: Row, sheet: Worksheet) -> str:
    name = row[sheet.name] if sheet.name is not None else ""
    return name or row[sheet.identifier]


def _for_import(request: Request, code: str, entries: Sequence[Entry]) -> Written:
    """Write ``idnumber,username,email,<assignment>``: an unknown user stops Moodle's import, so only the roster's."""
    if request.roster is None:
        raise UsageError(
            "moodle fills the worksheet that “Download grading worksheet” gives: --template FILE. Without it, "
            "a roster is needed, with e-mail addresses or user names: --roster FILE"
        )
    written = Written()
    decimal = request.decimal or "."
    title = next((one.result.title.in_(request.language) for one in entries if one.result), "")
    rows = [["idnumber", "username", "email", guarded(f"{code} {title}".strip())]]
    for entry in entries:
        if entry.student is None:
            continue
        grade = ""
        if entry.scored is not None:
            grade = number(entry.scored.score, decimal)
        elif entry.standing is Standing.MISSING and request.missing_as_zero:
            grade = "0"
        username = entry.student.ids.get("sis_login", "")
        rows.append([entry.student.id, username, entry.student.email, grade])
    outside = [one.id for one in entries if one.student is None]
    written.note_people("not on the roster, so not exported", outside)
    written.note_failed(entries, "no grade")
    separator = request.separator or (";" if decimal == "," else ",")
    encoding = request.encoding or "utf-8"
    written.paths.append(write_table(request.out, rows, encoding=encoding, separator=separator))
    return written


def _value(cell: str) -> float | None:
    cell = cell.strip()
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", cell):
        return None
    return float(cell.replace(",", "."))
