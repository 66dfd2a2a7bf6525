"""Where a student works: the assignment's folder, its module, the course around it, the language."""

from __future__ import annotations

import ast
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import AutograderError, UsageError
from autograder.kit_files import PUBLIC_CHECKS
from autograder.submission.tree import NOTEBOOK, SCRIPT
from autograder.texts import Language, choose_language

if TYPE_CHECKING:
    from autograder.course import Assignment, Course

FALLBACK_LANGUAGE: Language = "en"
# Where notebook servers and editors say which notebook a kernel belongs to.
NOTEBOOK_NAMES = ("__vsc_ipynb_file__",)
NOTEBOOK_VARIABLES = ("JPY_SESSION_NAME",)


@dataclass(frozen=True)
class Place:
    """Where checks are to be run.

    Attributes
    ----------
    folder
        The assignment's folder, which holds its public checks.
    module
        The module that they import as ``student``.
    course, assignment
        What ``course.yml`` says, where the folder lies in a course.
    language
        The language to speak.
    """

    folder: Path
    module: str
    course: Course | None
    assignment: Assignment | None
    language: Language

    @property
    def checks(self) -> Path:
        """The public checks."""
        return self.folder / PUBLIC_CHECKS


def find_place(namespace: Mapping[str, object]) -> Place | None:
    """Return the place of the notebook whose names these are; None where no checks lie there."""
    folder = find_folder(namespace)
    if folder is None:
        return None
    course = course_of(folder)
    module = module_of(folder / PUBLIC_CHECKS) or folder.name
    return Place(folder, module, course, assignment_of(course, module), language_in(course))


def find_folder(namespace: Mapping[str, object]) -> Path | None:
    """Return the assignment's folder that a notebook lies in; None where no checks lie there.

    That is where the kernel runs, or where an editor says that the notebook lies.
    """
    named = (*map(namespace.get, NOTEBOOK_NAMES), *map(os.environ.get, NOTEBOOK_VARIABLES))
    files = [Path(path).absolute() for path in named if isinstance(path, str) and path]
    folders = (Path.cwd(), *(file.parent for file in files))
    return next((folder for folder in folders if (folder / PUBLIC_CHECKS).is_file()), None)


def home_of(folder: Path, module: str) -> Path | None:
    """Return the folder of an assignment's module, seen from where another lies: there, or beside it; or None."""
    for home in (folder, folder.parent / module):
        if any((home / f"{module}{suffix}").is_file() for suffix in (SCRIPT, NOTEBOOK)):
            return home
    return None


def course_of(folder: Path) -> Course | None:
    """Return the course around a folder, or None; raises ``CourseError`` where it is broken."""
    from autograder.course import find_course, load_course

    try:
        file = find_course(folder)
    except UsageError:
        return None
    return load_course(file)


def readable_course(folder: Path) -> Course | None:
    """Return the course around a folder; None also where it is broken."""
    try:
        return course_of(folder)
    except AutograderError:
        return None


def assignment_of(course: Course | None, module: str) -> Assignment | None:
    """Return the assignment that a module is of, or None."""
    assignments = () if course is None else course.assignments
    return next((each for each in assignments if each.module == module), None)


def language_in(course: Course | None) -> Language:
    """Return the language to speak in a course, or where there is none."""
    return choose_language(None, course.language if course else FALLBACK_LANGUAGE)


def module_of(checks: Path) -> str | None:
    """Return the module that public checks import as ``student``."""
    try:
        tree = ast.parse(checks.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return None  # pytest will say what is wrong with it
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import))
    aliases = (alias for node in imports for alias in node.names)
    return next((alias.name for alias in aliases if alias.asname == "student"), None)
