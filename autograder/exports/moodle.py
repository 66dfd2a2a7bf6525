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
from autograder.exports.people import Finder
from autograder.exports.request import Request, Written
from autograder.gradebook.attendance import Entry, Standing
from autograder.gradebook.tables import Row, Table, guarded, read_table
from autograder.numbers import read_number
from autograder.result import Result
from autograder.telling import PLAIN, about_result, task_line
from autograder.texts import Language

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
    if request.template is None:
        return _for_import(request, code, entries)
    table = read_table(request.template, "a grading worksheet downloaded from Moodle")
    if not table.rows:
        raise UsageError(f"{table.path}: holds no participants below its header")
    return _filled(request, Worksheet(table, request.column), entries)


class Worksheet:
    """The columns of a worksheet, by heading or by what they hold."""

    def __init__(self, table: Table, grade_column: str | None) -> None:
        self.table = table
        self.grade = self._grade(grade_column)
        # The maximum stands behind the grade; a scale of words has none.
        self.points = self._constant(self.grade + 1)
        self.maximum = None if self.points is None else self.grade + 1
        self.identifier = self._identifier()
        self.comments = self._place("comments")
        if self.comments is None and self.maximum is not None:
            behind = self.maximum + FEEDBACK_AFTER_MAXIMUM
            self.comments = behind if behind < len(table.header) else None

    @property
    def decimal(self) -> str:
        """The decimal sign of its numbers."""
        places = [place for place in (self.maximum, self.grade) if place is not None]
        cells = (row[place] for row in self.table.rows for place in places)
        return "," if any(re.fullmatch(r"\d+,\d+", cell.strip()) for cell in cells) else "."

    def entry(self, finder: Finder, row: Row) -> Entry | None:
        """Return the student of a row; None where nobody fits."""
        cell = row[self.identifier].strip()
        match = IDENTIFIER.fullmatch(cell)
        ids = [("moodle_id", match["number"] if match else "")]
        ids += [(column, self._cell(row, column).strip()) for column in ("email", "id")]
        return finder.find([*ids, ("moodle_id", cell)], self._cell(row, "name"))

    def shown(self, row: Row) -> str:
        """Return what a person calls the student of a row."""
        return self._cell(row, "name") or row[self.identifier]

    def safe(self, cells: Sequence[str]) -> list[str]:
        """Return a row's cells without formulas; those that Moodle reads, and its times, stay as they are."""
        kept = {self.identifier, self.grade, self.comments}
        if self.maximum:
            kept |= set(range(self.maximum, self.maximum + FEEDBACK_AFTER_MAXIMUM))
        return [cell if place in kept else guarded(cell) for place, cell in enumerate(cells)]

    def _cell(self, row: Row, name: str) -> str:
        place = self._place(name)
        return "" if place is None else row[place]

    def _place(self, name: str) -> int | None:
        words = LABELS[name]
        fitting = (place for place, one in enumerate(self.table.header) if one.casefold() in words)
        return next(fitting, None)

    def _grade(self, wanted: str | None) -> int:
        header = self.table.header
        if wanted is not None and wanted not in header:
            raise UsageError(
                f'{self.table.path}:{self.table.header_line}: no column "{wanted}"; it has {listed(header, 20)}'
            )
        place = self._place("grade") if wanted is None else header.index(wanted)
        if place is not None:
            return place
        for place in range(1, len(header) - 1):
            most = self._constant(place + 1)
            cells = [row[place] for row in self.table.rows]
            values = [read_number(cell) for cell in cells if cell.strip() not in BLANK]
            if most and all(value is not None and value <= most for value in values):
                return place
        raise UsageError(
            f"{self.table.path}:{self.table.header_line}: which column holds the grades? Say it: --column HEADING, "
            f"of {listed(header, 20)}"
        )

    def _constant(self, place: int) -> float | None:
        """Return the number above 0 that stands in every row of a column; None where there is none."""
        values = {read_number(row[place]) for row in self.table.rows}
        return (values.pop() or None) if len(values) == 1 else None

    def _identifier(self) -> int:
        for place in range(len(self.table.header)):
            cells = [row[place].strip() for row in self.table.rows]
            prefixes = {re.sub(r"\d+$", "", cell) for cell in cells}
            different = len(set(cells)) == len(cells)
            if different and len(prefixes) == 1 and all(map(IDENTIFIER.fullmatch, cells)):
                return place
        raise UsageError(
            f"{self.table.path}:{self.table.header_line}: not a grading worksheet from Moodle: no column holds "
            f"identifiers such as “Participant 123456”; it has {listed(self.table.header, 20)}"
        )


def _filled(request: Request, sheet: Worksheet, entries: Sequence[Entry]) -> Written:
    table = sheet.table
    finder = Finder(entries, request.roster)
    rows = [list(table.header)]
    unknown: list[str] = []
    for row in table.rows:
        cells = [row[place] for place in range(len(table.header))]
        entry = sheet.entry(finder, row)
        if entry is None:
            unknown.append(sheet.shown(row))
        else:
            grade = request.grade(entry, sheet.points, sheet.decimal)
            cells[sheet.grade] = cells[sheet.grade] if grade is None else grade
            if entry.scored and request.feedback and sheet.comments is not None:
                cells[sheet.comments] = _feedback(entry.scored, request.language)
        rows.append(sheet.safe(cells))
    written = Written([request.write(rows, table.encoding, table.separator, table.newline)])
    written.note_people("not in the worksheet, so not exported", finder.left)
    written.note_people("in the worksheet, but nobody of the results or the roster", unknown)
    excused = [entry.id for entry in entries if entry.standing is Standing.EXCUSED]
    written.note_people(
        "excused, so the grade stays empty; Moodle's worksheet can't say it", excused
    )
    if request.feedback and sheet.comments is None:
        written.notes.append(
            "the worksheet has no column for feedback; turn on “Feedback comments” in Moodle for that"
        )
    written.note_scale(entries, sheet.points, "Moodle's maximum grade of {points}")
    written.note_failed(entries, "no grade")
    return written


def _feedback(result: Result, language: Language) -> str:
    """Return a result in a few lines of HTML: as a whole, then a line for each task and its causes."""
    lines = [PLAIN.line(remark) for remark in about_result(result, language)]
    for task in result.tasks if result.message is None else ():
        causes = "; ".join(cause.title.in_(language) for cause in task.causes)
        lines.append(task_line(task, language) + (f" ({causes})" if causes else ""))
    return guarded("<br />".join(html.escape(line, quote=False) for line in lines))


def _for_import(request: Request, code: str, entries: Sequence[Entry]) -> Written:
    """Write ``idnumber,username,email,<assignment>``: an unknown user stops Moodle's import, so only the roster's."""
    if request.roster is None:
        raise UsageError(
            "moodle fills the worksheet that “Download grading worksheet” gives: --template FILE. Without it, "
            "a roster is needed, with e-mail addresses or user names: --roster FILE"
        )
    title = next((one.result.title.in_(request.language) for one in entries if one.result), "")
    rows = [["idnumber", "username", "email", guarded(f"{code} {title}".strip())]]
    for student, grade in ((entry.student, request.grade(entry)) for entry in entries):
        if student is not None:
            username = student.ids.get("sis_login", "")
            rows.append([student.id, username, student.email, grade or ""])
    separator = ";" if request.decimal == "," else ","
    written = Written([request.write(rows, separator=separator, newline="\n")])
    written.note_outside(entries)
    written.note_failed(entries, "no grade")
    return written
