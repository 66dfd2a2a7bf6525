"""The files of the course: all there, none astray, the release up to date, every text in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.course import Assignment, Course, load_course, load_hints, load_marking
from autograder.errors import AutograderError
from autograder.kit_files import LESSON_FILES, SUITE_FILES, KitFile
from autograder.locale import catalogue
from autograder.release import is_stale
from autograder.validation.drafts import check_drafts
from autograder.validation.gradients import check_gradients
from autograder.validation.lint import check_verbs
from autograder.validation.problem import Problem
from autograder.validation.traceability import check_traceability


def check_files(course: Course, assignments: Sequence[Assignment]) -> Iterator[Problem]:
    """Yield what is wrong with the files of a course, and what drafts in it still lack."""
    for assignment in assignments:
        for problem in _own_files(assignment):
            yield replace(problem, draft=not assignment.finished)
    yield from _strays(course)
    try:
        for difference in is_stale(course):
            yield Problem("assignments", str(difference))
    except AutograderError as error:
        yield Problem("release", str(error))
    whole = load_course(course.file, drafts=True)
    with_drafts = [whole.assignment(assignment.code) for assignment in assignments]
    yield from check_drafts(course, whole, with_drafts)
    yield from _coverage(course, assignments)
    yield from check_traceability(whole, with_drafts)
    yield from check_verbs(assignments)
    yield from check_gradients(with_drafts)
    for code, text in catalogue().items():
        if _placeholders(text.en) != _placeholders(text.ko):
            yield Problem("locale", f"{code}: the placeholders of the two languages differ")


def _own_files(assignment: Assignment) -> Iterator[Problem]:
    """Check the files of one assignment, each by itself."""
    yield from _folder(assignment.solution_file, LESSON_FILES)
    yield from _folder(assignment.suite_file, SUITE_FILES)
    try:
        load_marking(assignment)
        load_hints(assignment)
    except AutograderError as error:
        yield Problem(assignment.code, str(error))


def _folder(main: Path, beside: Sequence[KitFile]) -> Iterator[Problem]:
    """Check the folder of a lesson or a suite: its main file, what lies beside it, and nothing else."""
    folder = main.parent
    if not folder.is_dir():
        yield Problem(str(folder), "is missing")
        return
    found = {
        path.name
        for path in folder.iterdir()
        if path.name not in ("__pycache__", ".ipynb_checkpoints")
    }
    required = {main.name, *(file.name for file in beside if file.required)}
    for name in sorted(required - found):
        yield Problem(f"{folder.name}/{name}", "is missing")
    for name in sorted(found - required - {file.name for file in beside}):
        yield Problem(
            f"{folder.name}/{name}",
            "is no file of an assignment: remove it, or move it where it belongs",
        )


def _coverage(course: Course, assignments: Sequence[Assignment]) -> Iterator[Problem]:
    """Check the table that says where each item of the lecture is taught; a fork without docs needs none."""
    file = course.root / "docs" / "coverage.md"
    if not file.parent.is_dir():
        return
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    for assignment in assignments:
        if f"\n## {assignment.code}\n" not in text:
            missing = f"says nothing of {assignment.code}"
            yield Problem("docs/coverage.md", missing, not assignment.finished)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            if len(cells) < 2 or not all(cells):
                yield Problem(f"docs/coverage.md:{number}", "has no task, figure or paragraph")


def _strays(course: Course) -> Iterator[Problem]:
    known = {assignment.id for assignment in course.assignments}
    for folder in (course.root / "solutions", course.root / "autograder" / "suites"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in known and path.name not in ("__pycache__", "__init__.py"):
                yield Problem(
                    f"{folder.name}/{path.name}", "belongs to no assignment of course.yml"
                )


def _placeholders(text: str) -> set[str]:
    from string import Formatter

    return {field for _, field, _, _ in Formatter().parse(text) if field}
