"""``csv``: one row a student, with every task of every assignment."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.exports.request import Request, Written
from autograder.gradebook.attendance import Entry
from autograder.gradebook.tables import guarded, write_table
from autograder.numbers import number
from autograder.result import tasks_of

OF_AN_ASSIGNMENT = (
    "standing",
    "status",
    "attempts",
    "submitted",
    "days late",
    "raw score",
    "penalty",
    "score",
    "max score",
)


def export(request: Request) -> Written:
    """Write a table: id, name and section, then for each assignment its state, its scores and its tasks' points.

    Empty cells are what nobody knows: the scores of who is missing (0 where that was asked for), and of submissions
    that the grader itself failed at.
    """
    written = Written()
    decimal = request.decimal or "."
    codes = sorted({one.code for one in request.results})
    header = ["student", *(("name", "section") if request.roster else ())]
    rows: dict[str, list[str]] = {}
    listed = {code: request.entries(code) for code in codes}
    people = {entry.id: entry for code in codes for entry in listed[code]}
    for entry in people.values():
        name = [entry.student.name, entry.student.section] if entry.student else ["", ""]
        rows[entry.id] = [guarded(cell) for cell in (entry.id, *(name if request.roster else ()))]
    for code in codes:
        tasks = tuple(tasks_of(one for one in request.results if one.code == code))
        header += [f"{code} {word}" for word in OF_AN_ASSIGNMENT] + list(tasks)
        by_id = {entry.id: entry for entry in listed[code]}
        for student, row in rows.items():
            row += _cells(by_id.get(student), tasks, decimal, zero=request.missing_as_zero)
        written.note_failed(listed[code], f"{code}: no score")
    separator = request.separator or (";" if decimal == "," else ",")
    encoding = request.encoding or "utf-8-sig"  # so that Excel sees what it is
    table = [header, *rows.values()]
    written.paths.append(
        write_table(request.out, table, encoding=encoding, separator=separator, newline="\r\n")
    )
    return written


def _cells(entry: Entry | None, tasks: Sequence[str], decimal: str, *, zero: bool) -> list[str]:
    width = len(OF_AN_ASSIGNMENT) + len(tasks)
    if entry is None:
        return [""] * width
    result = entry.result
    if result is None:
        cells = [str(entry.standing), *[""] * (width - 1)]
        if zero and entry.standing == "missing":
            cells[OF_AN_ASSIGNMENT.index("score")] = "0"
        return cells
    late = result.lateness
    submitted = late.submitted.isoformat(timespec="seconds") if late and late.submitted else ""
    about = [
        str(entry.standing),
        str(result.status),
        str(max(1, len(result.attempts))),
        submitted,
        str(late.days) if late and (late.days or (late.due and late.submitted)) else "",
    ]
    if not result.has_score:
        return [*about, *[""] * (width - len(about))]
    scores = (result.raw_score, result.penalty, result.score, result.max_score)
    earned = {task.task: number(task.earned, decimal) for task in result.tasks}
    points = [earned.get(task, "") for task in tasks]
    return [*about, *(number(score, decimal) for score in scores), *points]
