"""The solution modules: imported in the trusted process for the suite, sent as source where they stand in."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import sys
from collections.abc import Collection, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType

from autograder.course import Assignment, Course
from autograder.errors import SourceError


class _Solutions(MetaPathFinder):
    """Finds an assignment's module in ``solutions/<id>/<id>.py``."""

    def __init__(self, course: Course) -> None:
        self.files = {one.module: one.solution_file for one in course.assignments}

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        file = self.files.get(fullname)
        if file is None or not file.is_file():
            return None
        return importlib.util.spec_from_file_location(fullname, file)


def install_solutions(course: Course) -> None:
    """Let ``import a01_…`` find the solution modules of this course, and no other's."""
    for finder in [one for one in sys.meta_path if isinstance(one, _Solutions)]:
        if finder.files == {one.module: one.solution_file for one in course.assignments}:
            return
        sys.meta_path.remove(finder)
    for assignment in course.assignments:
        sys.modules.pop(assignment.module, None)
    sys.meta_path.insert(0, _Solutions(course))


def load_reference(course: Course, assignment: Assignment) -> ModuleType:
    """Import an assignment's solution module.

    Raises
    ------
    SourceError
        Where it is missing or can't be imported.
    """
    install_solutions(course)
    try:
        return importlib.import_module(assignment.module)
    except Exception as error:
        raise SourceError(
            f"{assignment.solution_file}: the reference of {assignment.code} can't be imported: "
            f"{type(error).__name__}: {error}"
        ) from None


def reference_source(assignment: Assignment, *pieces: str) -> str:
    """Return the text of an assignment's solution module, with pieces that take the place of their namesakes."""
    whole = read_source(assignment.solution_file)
    return "\n\n".join((whole, *pieces)) + "\n" if pieces else whole


def given_source(assignment: Assignment, names: Collection[str]) -> str:
    """Return the text of some functions and classes of a solution module, with the imports above them."""
    text = reference_source(assignment)
    kept = [
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        or (isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in names)
    ]
    return "\n\n".join(ast.get_source_segment(text, node) or "" for node in kept)


def read_source(file: Path) -> str:
    """Return the text of a file that the course's authors wrote."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{file}: can't be read: {error}") from None
