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
from autograder.gradebook.tables import Row, Table, guarded, read_table, write_table
from autograder.numbers import number

HEADING = re.compile(r".*\((?P<id>\d+)\)")
POINTS = "Points Possible"
READ_ONLY = "read only"
EXCUSED = "EX"
# A student's columns in Canvas's order → the roster's.
COLUMNS = {
    "ID": "canvas_id",
    "SIS User ID": "sis_id",
    "SIS Login ID": "sis_login",
}
STUDENT_COLUMNS = (
    "Student",
    *COLUMNS,
    "Integration ID",
    "Root Account",
    "LastName",
    "FirstName",
    "Section",
)
WITHOUT_TEMPLATE = ("Student", *COLUMNS, "Section")


def export(request: Request) -> Written:
    """Write the students' columns and the assignment's, and no other: an import changes what it holds."""
    code = request.one_assignment("canvas")
    entries = request.entries(code)
    if request.template is not None:
        return _filled(request, code, entries)
    return _from_roster(request, entries)


def _filled(request: Request, code: str, entries: Sequence[Entry]) -> Written:
    assert request.template is not None, "there is a template to fill"
    table = read_table(request.template, "a gradebook exported from Canvas")
    people = _student_columns(table)
    points_row = next((row for row in table.rows if POINTS in row[0]), None)
    place = _assignment_column(table, points_row, request.column, code, entries)
    possible = _number(points_row[place]) if points_row else None
    written = Written()
    if points_row is not None and possible is None:
        raise UsageError(
            f"{table.path}:{points_row.line}: {table.header[place]}: found “{points_row[place]}” as points possible, "
            "expected a number"
        )
    finder = Finder(entries, request.roster)
    header = [table.header[one] for one in (*people.values(), place)]
    rows = [header]
    if points_row is not None:
        rows.append([points_row[one] for one in (*people.values(), place)])
    used: set[str] = set()
    unknown, empty = [], []
    for row in _students(table):
        entry = _entry(finder, row, people)
        if entry is None:
            unknown.append(row[0] or row[people["ID"]])
            continue
        used.add(entry.id)
        score = _cell(entry, possible, request)
        if score is None:
            score = row[place]
            if not score.strip():
                empty.append(row[0])
        rows.append([*_identity(row, people), score])
    left = [one.id for one in entries if one.result is not None and one.id not in used]
    written.note_people("not in the template, so not exported", left)
    written.note_people("in the template, but nobody of the results or the roster", unknown)
    written.note_people("no score, so the cell stays empty", empty)
    _note_scale(written, entries, possible)
    written.note_failed(entries)
    encoding = request.encoding or table.encoding
    separator = request.separator or table.separator
    path = write_table(request.out, rows, encoding=encoding, separator=separator, newline="\r\n")
    written.paths.append(path)
    return written


def _from_roster(request: Request, entries: Sequence[Entry]) -> Written:
    column = request.column or ""
    if request.roster is None or not HEADING.fullmatch(column):
        raise UsageError(
            "canvas fills the file that Gradebook → Export gives: --template FILE. Without it, a roster is needed "
            'and the heading with its number: --roster FILE --column "Homework 1 (12345)"'
        )
    written = Written()
    possible = next((one.result.max_score for one in entries if one.result), 100.0)
    rows = [[*WITHOUT_TEMPLATE, column], [f"    {POINTS}", *[""] * 4, number(possible)]]
    by_name_only, outside = [], []
    for entry in entries:
        score = _cell(entry, None, request)
        if entry.student is None:
            outside.append(entry.id)
        elif score is not None:
            ids = [entry.student.ids.get(name, "") for name in COLUMNS.values()]
            if not any(ids):
                by_name_only.append(entry.student.shown)
            name = guarded(entry.student.name)
            rows.append([name, *ids, guarded(entry.student.section), score])
    written.note_people("not on the roster, so not exported", outside)
    written.note_people("Canvas can find these by their name alone", by_name_only)
    written.note_failed(entries)
    separator = request.separator or ","
    encoding = request.encoding or "utf-8"
    path = write_table(request.out, rows, encoding=encoding, separator=separator, newline="\r\n")
    written.paths.append(path)
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


def _students(table: Table) -> Iterator[Row]:
    """Yield the rows of students: not the points, nor what Canvas says of posting."""
    for row in table.rows:
        posting = all(
            not cell.strip() or cell.strip().lower().startswith(("muted", "manual posting"))
            for cell in row.cells
        )
        if POINTS not in row[0] and not posting:
            yield row


def _assignment_column(
    table: Table,
    points_row: Row | None,
    wanted: str | None,
    code: str,
    entries: Sequence[Entry],
) -> int:
    found = {
        index: heading
        for index, heading in enumerate(table.header)
        if HEADING.fullmatch(heading)
        and not (points_row is not None and READ_ONLY in points_row[index])
    }
    title = next((one.result.title for one in entries if one.result), None)
    if wanted is not None:
        fitting = [
            place
            for place, heading in found.items()
            if wanted.strip() in (heading, _id(heading), heading.rpartition(" (")[0])
        ]
    else:
        named = re.compile(rf"(?<![A-Za-z0-9]){code}(?!\d)", re.IGNORECASE)
        fitting = [place for place, heading in found.items() if named.search(heading)]
        if not fitting and title is not None:
            words = (title.en.casefold(), title.ko.casefold())
            fitting = [
                place
                for place, heading in found.items()
                if heading.rpartition(" (")[0].strip().casefold() in words
            ]
    if len(fitting) != 1:
        what = f'"{wanted}"' if wanted is not None else f"{code}"
        how_many = "several columns fit" if fitting else "no column fits"
        raise UsageError(
            f"{table.path}:{table.header_line}: {how_many} {what}. Say which: --column NUMBER, of "
            f"{listed([found[one] for one in (fitting or found)], 20) or 'none with a number'}"
        )
    return fitting[0]


def _id(heading: str) -> str:
    match = HEADING.fullmatch(heading)
    return match["id"] if match else ""


def _entry(finder: Finder, row: Row, people: dict[str, int]) -> Entry | None:
    cells = {name: row[place].strip() for name, place in people.items()}
    ids = {column: cells.get(name, "") for name, column in COLUMNS.items()}
    # What a school calls SIS User ID is the roster's id as often as not, and the login an address.
    ids |= {"id": ids["sis_id"], "email": ids["sis_login"]}
    name = cells.get("Student") or f"{cells.get('FirstName', '')} {cells.get('LastName', '')}"
    return finder.find(ids, name, ids["canvas_id"], "canvas_id")


def _identity(row: Row, people: dict[str, int]) -> list[str]:
    """Return the students' cells as they are; a name that a spreadsheet would run is made safe where the ID counts."""
    return [
        cell if name in COLUMNS or not row[people["ID"]].strip() else guarded(cell)
        for name, place in people.items()
        for cell in (row[place],)
    ]


def _cell(entry: Entry, possible: float | None, request: Request) -> str | None:
    """Return what Canvas is told of a student; None for nothing."""
    if entry.standing is Standing.EXCUSED:
        return EXCUSED
    decimal = request.decimal or "."
    if entry.result is None:
        return "0" if request.missing_as_zero else None
    if entry.scored is None:
        return None
    score = entry.scored.score
    if possible is not None:
        score *= possible / entry.scored.max_score
    return number(score, decimal)


def _number(cell: str) -> float | None:
    try:
        return float(cell.strip().replace(",", "."))
    except ValueError:
        return None


def _note_scale(written: Written, entries: Sequence[Entry], possible: float | None) -> None:
    maxima = {one.result.max_score for one in entries if one.result}
    if possible is not None and maxima and maxima != {possible}:
        written.notes.append(
            f"scores are scaled to the {number(possible)} points possible in Canvas, "
            f"from {listed([number(one) for one in sorted(maxima)])}"
        )
