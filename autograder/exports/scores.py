"""``csv``: one row a student, with every task of every assignment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from autograder.exports.request import Request, Written
from autograder.gradebook.attendance import Entry, Standing
from autograder.gradebook.tables import guarded
from autograder.numbers import number
from autograder.result import Result, tasks_of


def _submitted(result: Result) -> str:
    late = result.lateness
    return late.submitted.isoformat(timespec="seconds") if late and late.submitted else ""


def _days_late(result: Result) -> str:
    late = result.lateness
    return str(late.days) if late and (late.days or (late.due and late.submitted)) else ""


# Columns of an assignment: of everybody, of who has a result, and of who has a score.
STANDING = "standing"
OF_A_RESULT: Mapping[str, Callable[[Result], str]] = {
    "status": lambda result: result.status,
    "attempts": lambda result: str(max(1, len(result.attempts))),
    "submitted": _submitted,
    "days late": _days_late,
}
OF_A_SCORE: Mapping[str, Callable[[Result], float]] = {
    "raw score": lambda result: result.raw_score,
    "penalty": lambda result: result.penalty,
    "score": lambda result: result.score,
    "max score": lambda result: result.max_score,
}
COLUMNS = (STANDING, *OF_A_RESULT, *OF_A_SCORE)


def export(request: Request) -> Written:
    """Write a table: id, name and section, then for each assignment its state, its scores and its tasks' points.

    Empty cells are what nobody knows: the scores of who is missing (0 where that was asked for), and of submissions
    that the grader itself failed at.
    """
    codes = sorted({one.code for one in request.results})
    listed = {code: {one.id: one for one in request.entries(code)} for code in codes}
    people = {name: entry for entries in listed.values() for name, entry in entries.items()}
    header = ["student", *(("name", "section") if request.roster else ())]
    rows = [_who(entry, with_name=request.roster is not None) for entry in people.values()]
    for code, entries in listed.items():
        tasks = tuple(tasks_of(one for one in request.results if one.code == code))
        header += [*(f"{code} {word}" for word in COLUMNS), *tasks]
        for student, row in zip(people, rows, strict=True):
            cells = _cells(entries[student], request) if student in entries else {}
            row += [cells.get(column, "") for column in (*COLUMNS, *tasks)]
    separator = ";" if request.decimal == "," else ","
    # The mark at its start tells a spreadsheet that the file is UTF-8.
    written = Written([request.write([header, *rows], "utf-8-sig", separator)])
    for code, entries in listed.items():
        written.note_failed(list(entries.values()), f"{code}: no score")
    return written


def _who(entry: Entry, *, with_name: bool) -> list[str]:
    name = (entry.student.name, entry.student.section) if entry.student else ("", "")
    return [guarded(cell) for cell in (entry.id, *(name if with_name else ()))]


def _cells(entry: Entry, request: Request) -> dict[str, str]:
    """Return the cells of a student in an assignment, by column; those that stay empty are left out."""
    cells = {STANDING: str(entry.standing)}
    if entry.result is not None:
        cells |= {column: cell(entry.result) for column, cell in OF_A_RESULT.items()}
    elif request.missing_as_zero and entry.standing is Standing.MISSING:
        cells["score"] = "0"
    if entry.scored is not None:
        values = {column: value(entry.scored) for column, value in OF_A_SCORE.items()}
        values |= {task.task: task.earned for task in entry.scored.tasks}
        decimal = request.decimal or "."
        cells |= {column: number(value, decimal) for column, value in values.items()}
    return cells
