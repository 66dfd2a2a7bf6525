"""What drafts still lack, and what somebody meant to write: told, and no error until it is finished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.course import COURSE_FILE, Assignment, Course
from autograder.errors import AutograderError
from autograder.release import lesson_problems
from autograder.validation.problem import Problem

DOCS = ("misconceptions.md", "coverage.md", "errata.md")
TO_DO = re.compile(r"\bTODO\b")


def check_drafts(
    course: Course, whole: Course, assignments: Sequence[Assignment]
) -> Iterator[Problem]:
    """Yield what the drafts among some assignments of the whole course lack, and each TODO in their files.

    A problem that isn't there without the drafts is theirs. A TODO is an error in an assignment that has none: nobody
    means to finish it.
    """
    for assignment in assignments:
        if assignment.drafts:
            known = _lesson(course, course.assignment(assignment.code))
            for said in _lesson(whole, assignment):
                if said not in known or not assignment.finished:
                    yield Problem(assignment.code, said, draft=True)
        for problem in _left_to_do(course.root, assignment):
            yield replace(problem, draft=bool(assignment.drafts))


def _lesson(course: Course, assignment: Assignment) -> list[str]:
    """Return what is wrong with a lesson."""
    try:
        return [str(problem) for problem in lesson_problems(course, assignment)]
    except AutograderError as error:
        return [str(error)]


def _left_to_do(root: Path, assignment: Assignment) -> Iterator[Problem]:
    """Yield where TODO stands in an assignment's own files, and in the lines of the tables that name it."""
    for name, title in (
        (assignment.code, assignment.title),
        *((task.id, task.title) for task in assignment.tasks),
    ):
        if TO_DO.search(f"{title.en} {title.ko}"):
            yield Problem(COURSE_FILE, f"the title of {name} is to be done")
    for folder in (assignment.solution_dir, assignment.suite_dir):
        for file in sorted(folder.glob("*.*")):
            yield from _marked(file, file.relative_to(root), "")
    for name in DOCS:
        yield from _marked(root / "docs" / name, Path("docs") / name, f"{assignment.code}.")


def _marked(file: Path, shown: Path, naming: str) -> Iterator[Problem]:
    if file.suffix in (".py", ".md", ".yml") and file.is_file():
        text = file.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if TO_DO.search(line) and naming in line:
                yield Problem(f"{shown.as_posix()}:{number}", f"is to be done: {line.strip()[:80]}")
