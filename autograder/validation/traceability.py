"""The tables in docs/ that name misconceptions: every name exists, and no row is blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.errors import AutograderError
from autograder.grading.variants import read_variants
from autograder.validation.problem import Problem

TABLE = "docs/misconceptions.md"
ERRATA = "docs/errata.md"

# "A07.3 `transpose-forgotten`, `divided-twice`, A07.4 …": a name belongs to the last task before it.
TASK_OR_NAME = re.compile(r"\b(A\d\d\.\d+)|`([^`]+)`")
# "misconceptions `a`, `b`; figure `c`", in the section of an assignment.
QUOTED = re.compile(r"misconceptions? ((?:`[^`]+`(?:, | and )?)+)")
# Where no variant can stand for a mistake, its cell begins like this and says why.
NONE = "—"


def check_traceability(course: Course, assignments: Sequence[Assignment]) -> Iterator[Problem]:
    """Yield what is wrong with the tables of misconceptions; a fork without docs needs none.

    Only names of the assignments given are looked up: a table may be ahead of assignments that aren't finished.
    """
    docs = course.root / "docs"
    if not docs.is_dir():
        return
    known: dict[str, set[tuple[str, str]]] = {}
    for assignment in assignments:
        try:
            found = read_variants(assignment, "misconception")
        except AutograderError:
            continue  # said where the suite is tried
        known[assignment.code] = {(one.task, one.name) for one in found}
    if (course.root / TABLE).is_file():
        yield from _table(course.root / TABLE, known)
    else:
        yield Problem(TABLE, "is missing")
    if (course.root / ERRATA).is_file():
        yield from _errata(course.root / ERRATA, known)


def _rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each row of the tables in a file, headings and rules left out."""
    heading = True
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.startswith("|"):
            heading = True
        elif set(line) <= set("|- "):
            heading = False
        elif not heading:
            yield number, [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(file: Path, known: dict[str, set[tuple[str, str]]]) -> Iterator[Problem]:
    for number, cells in _rows(file):
        where = f"{TABLE}:{number}"
        if len(cells) != 3 or not cells[1] or not cells[2].strip(NONE + " "):
            yield Problem(
                where, f"has no variant: name one, or write “{NONE}” and why none can stand for it"
            )
            continue
        if cells[2].startswith(NONE):
            continue
        task, named = "", set()
        for match in TASK_OR_NAME.finditer(cells[2].partition(";")[0]):
            task = match[1] or task
            if match[2]:
                named.add(task)
                code = task.partition(".")[0]
                if code in known and (task, match[2]) not in known[code]:
                    yield Problem(where, f"{task} has no misconception `{match[2]}`")
        tasks = set(re.findall(r"A\d\d\.\d+", cells[2].partition(";")[0]))
        if not named or tasks - named or "" in named:
            yield Problem(
                where, "should read like: A07.3 `transpose-forgotten`, A07.4 `input-not-transposed`"
            )


def _errata(file: Path, known: dict[str, set[tuple[str, str]]]) -> Iterator[Problem]:
    code = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            code = line.removeprefix("## ").strip()
        if code not in known:
            continue
        names = {name for _, name in known[code]}
        for match in QUOTED.finditer(line):
            for name in re.findall(r"`([^`]+)`", match[1]):
                if name not in names:
                    yield Problem(f"{ERRATA}:{number}", f"{code} has no misconception `{name}`")
