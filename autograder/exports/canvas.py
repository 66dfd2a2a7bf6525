"""``canvas``: a file for Gradebook → Import, in the form of the one that Gradebook → Export gives.

Canvas finds students by ID, SIS User ID or SIS Login ID, and the assignment by the number in its heading; a heading
without one makes a new assignment. An empty cell takes a grade away, so a student without a result keeps the cell of
the template, or is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from autograder.course import listed
from autograder.errors import UsageError
from autograder.exports.people import Finder
from autograder.exports.request import Request, Written
from autograder.gradebook.attendance import Entry, Standing
from autograder.gradebook.tables import Row, Table, guarded, read_table
from autograder.numbers import number, read_number

HEADING = re.compile(r"(?P<name>.*?) ?\((?P<id>\d+)\)")
POINTS = "Points Possible"
READ_ONLY = "read only"
EXCUSED = "EX"
# A student's columns in Canvas's order → the roster's.
COLUMNS = {"ID": "canvas_id", "SIS User ID": "sis_id", "SIS Login ID": "sis_login"}
WITHOUT_TEMPLATE = ("Student", *COLUMNS, "Section")
STUDENT_COLUMNS = {*WITHOUT_TEMPLATE, "Integration ID", "Root Account", "LastName", "FirstName"}


def export(request: Request) -> Written:
    """Write the students' columns and the assignment's, and no other: an import changes what it holds."""
    code = request.one_assignment("canvas")
    entries = request.entries(code)
    if request.template is None:
        return _from_roster(request, entries)
    table = read_table(request.template, "a gradebook exported from Canvas")
    return _filled(request, Gradebook(table, request.column, code, entries), entries)


class Gradebook:
    """The columns of a gradebook that Canvas exported: the students' by name, the assignment's, its points."""

    def __init__(
        self, table: Table, wanted: str | None, code: str, entries: Sequence[Entry]
    ) -> None:
        self.table = table
        self.people = _student_columns(table)
        self.points_row = next((row for row in table.rows if POINTS in row[0]), None)
        self.place = self._assignment_column(wanted, code, entries)
        self.possible = self._possible()

    def students(self) -> Iterator[Row]:
        """Yield the rows of students: not the points, nor what Canvas says of posting."""
        for row in self.table.rows:
            said = [cell.strip().lower() for cell in row.cells]
            posting = all(not cell or cell.startswith(("muted", "manual posting")) for cell in said)
            if POINTS not in row[0] and not posting:
                yield row

    def entry(self, finder: Finder, row: Row) -> Entry | None:
        """Return the student of a row; None where nobody fits."""
        cells = {name: row[place].strip() for name, place in self.people.items()}
        ids = [(column, cells.get(name, "")) for name, column in COLUMNS.items()]
        # What a school calls SIS User ID is the roster's id as often as not, and the login an address.
        ids += [("id", ids[1][1]), ("email", ids[2][1])]
        name = cells.get("Student") or f"{cells.get('FirstName', '')} {cells.get('LastName', '')}"
        return finder.find(ids, name)

    def identity(self, row: Row) -> list[str]:
        """Return a student's cells; where the ID counts, a name that a spreadsheet would run is made safe."""
        if not row[self.people["ID"]].strip():
            return [row[place] for place in self.people.values()]
        return [
            row[place] if name in COLUMNS else guarded(row[place])
            for name, place in self.people.items()
        ]

    def _assignment_column(self, wanted: str | None, code: str, entries: Sequence[Entry]) -> int:
        row = self.points_row
        found = {
            place: match
            for place, heading in enumerate(self.table.header)
            if (match := HEADING.fullmatch(heading)) and not (row and READ_ONLY in row[place])
        }
        if wanted is not None:
            fitting = [place for place, match in found.items()
                       if wanted.strip() in (match[0], match["id"], match["name"])]  # fmt: skip
        else:
            titles = (one.result.title for one in entries if one.result)
            words = {word.casefold() for title in titles for word in (title.en, title.ko)}
            named = re.compile(rf"(?<![A-Za-z0-9]){code}(?!\d)", re.IGNORECASE)
            fitting = [place for place, match in found.items() if named.search(match[0])] or [
                place for place, match in found.items() if match["name"].strip().casefold() in words
            ]
        if len(fitting) != 1:
            what = f'"{wanted}"' if wanted is not None else code
            how_many = "several columns fit" if fitting else "no column fits"
            raise UsageError(
                f"{self.table.path}:{self.table.header_line}: {how_many} {what}. Say which: --column NUMBER, of "
                f"{listed([found[one][0] for one in (fitting or found)], 20) or 'none with a number'}"
            )
        return fitting[0]

    def _possible(self) -> float | None:
        if self.points_row is None:
            return None
        cell = self.points_row[self.place]
        possible = read_number(cell)
        if possible is None:
            raise UsageError(
                f"{self.table.path}:{self.points_row.line}: {self.table.header[self.place]}: found “{cell}” as points "
                "possible, expected a number"
            )
        return possible


def _filled(request: Request, gradebook: Gradebook, entries: Sequence[Entry]) -> Written:
    table, people, place = gradebook.table, gradebook.people, gradebook.place
    finder = Finder(entries, request.roster)
    rows = [[table.header[one] for one in (*people.values(), place)]]
    if gradebook.points_row is not None:
        rows.append([gradebook.points_row[one] for one in (*people.values(), place)])
    unknown, empty = [], []
    for row in gradebook.students():
        entry = gradebook.entry(finder, row)
        if entry is None:
            unknown.append(row[0] or row[people["ID"]])
            continue
        score = _cell(entry, gradebook.possible, request)
        if score is None:
            score = row[place]
            if not score.strip():
                empty.append(row[0])
        rows.append([*gradebook.identity(row), score])
    written = Written([request.write(rows, table.encoding, table.separator)])
    written.note_people("not in the template, so not exported", finder.left)
    written.note_people("in the template, but nobody of the results or the roster", unknown)
    written.note_people("no score, so the cell stays empty", empty)
    written.note_scale(entries, gradebook.possible, "the {points} points possible in Canvas")
    written.note_failed(entries)
    return written


def _from_roster(request: Request, entries: Sequence[Entry]) -> Written:
    column = request.column or ""
    if request.roster is None or not HEADING.fullmatch(column):
        raise UsageError(
            "canvas fills the file that Gradebook → Export gives: --template FILE. Without it, a roster is needed "
            'and the heading with its number: --roster FILE --column "Homework 1 (12345)"'
        )
    possible = next((one.result.max_score for one in entries if one.result), 100.0)
    rows = [[*WITHOUT_TEMPLATE, column], [f"    {POINTS}", *[""] * 4, number(possible)]]
    by_name_only = []
    for entry in entries:
        score = _cell(entry, None, request)
        if entry.student is not None and score is not None:
            ids = [entry.student.ids.get(name, "") for name in COLUMNS.values()]
            if not any(ids):
                by_name_only.append(entry.student.shown)
            name = guarded(entry.student.name)
            rows.append([name, *ids, guarded(entry.student.section), score])
    written = Written([request.write(rows)])
    written.note_outside(entries)
    written.note_people("Canvas can find these by their name alone", by_name_only)
    written.note_failed(entries)
    return written


def _student_columns(table: Table) -> dict[str, int]:
    """Return the places of the students' columns, up to ``Section``."""
    places = {name: index for index, name in enumerate(table.header) if name in STUDENT_COLUMNS}
    named = "Student" in places or {"LastName", "FirstName"} <= places.keys()
    if not named or "ID" not in places or "Section" not in places:
        raise UsageError(
            f"{table.path}:{table.header_line}: not a gradebook exported from Canvas; its header starts "
            f"Student,ID,…,Section, and this one {listed(table.header[:6])}"
        )
    return places


def _cell(entry: Entry, possible: float | None, request: Request) -> str | None:
    excused = entry.standing is Standing.EXCUSED
    return EXCUSED if excused else request.grade(entry, possible)
