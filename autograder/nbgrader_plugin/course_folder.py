"""The folder that nbgrader works on: a notebook with solutions for each assignment, and nbgrader's configuration."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.errors import UsageError
from autograder.release import ReleaseReport, Source, check_source, read_source, write_files
from autograder.release.handouts import students_hints
from autograder.release.notebook import notebook_text
from autograder.release.rendering import render_marked
from autograder.texts import Language

CONFIG_FILE = "nbgrader_config.py"
SOURCE = "source"

CONFIG = '''\
"""nbgrader's settings for this course folder, written once by `autograder nbgrader course`; extend it as you like."""

from pathlib import Path

try:
    from autograder.nbgrader_plugin.settings import configure
except ImportError as error:
    # nbgrader would go on without this file, and run students' code unprotected.
    raise SystemExit(f"{{__file__}}: {{error}}; call the nbgrader of the Python that has the autograder") from None

c = get_config()  # noqa: F821
configure(c, course={course}, language="{language}")

# Yours. The exchange and PostgreSQL ask for a name of the course; keep it once assignments are registered.
c.CourseDirectory.course_id = "{course_id}"
# c.CourseDirectory.db_url = "postgresql+psycopg2://user@host/gradebook"
# c.Autograder.minimum = "namespaces"               # refuse to grade with less isolation
# c.AssignLatePenalties.plugin_class = "my_course.HalfADay"
'''


@dataclass(frozen=True)
class FolderReport(ReleaseReport):
    """What was written of a course folder, for which assignments, and what was left alone."""

    assignments: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say what was done."""
        kept = [f"  {name}: yours, left as it is" for name in self.kept]
        return "\n".join([super().__str__(), *kept])


def write_course_folder(course: Course, folder: Path, language: Language) -> FolderReport:
    """Write what nbgrader needs for every finished assignment.

    ``source/<id>/`` holds the notebook with solutions, and beside it what a student needs and no solution: nbgrader
    copies every file there to students. A ``nbgrader_config.py`` that is there already is left alone.

    Raises
    ------
    SourceError
        Where a lesson can't be released; nothing has been written then.
    UsageError
        Where the folder can't be written to, or the course has no finished assignment.
    """
    if language not in course.languages:
        raise UsageError(f'The course has no language "{language}".')
    if not course.finished:
        raise UsageError(f"{course.file}: no assignment is finished, so there is none for nbgrader")
    sources = [read_source(course, assignment) for assignment in course.finished]
    for source in sources:
        check_source(source)
    files = {
        f"{SOURCE}/{source.assignment.id}/{name}": text
        for source in sources
        for name, text in source_files(source, language).items()
    }
    kept = (CONFIG_FILE,) if (folder / CONFIG_FILE).exists() else ()
    if not kept:
        files[CONFIG_FILE] = CONFIG.format(
            course=_place(course, folder), language=language, course_id=_slug(course.title.en)
        )
    written, unchanged = write_files(folder, files, "choose another folder")
    ids = tuple(source.assignment.id for source in sources)
    return FolderReport(folder, written, unchanged, (), ids, kept)


def source_files(source: Source, language: Language) -> dict[str, str]:
    """Return the text of an assignment's files in ``source/``, by name."""
    text = notebook_text(source, render_marked(source, language))
    files = {f"{source.assignment.id}.ipynb": text, **source.copied}
    hints = students_hints(source)
    if hints is not None:
        files[source.assignment.hints_file.name] = hints
    return files


def _slug(title: str) -> str:
    """Return a title as it may stand in a path: small letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "course"


def _place(course: Course, folder: Path) -> str:
    """Return, as Python, where the course is: relative where both are in one place, so that they can move together."""
    root, folder = course.root.resolve(), folder.resolve()
    if root == folder or root in folder.parents:
        relative = Path(os.path.relpath(root, folder)).as_posix()
        return f'Path(__file__).parent / "{relative}"'
    return repr(str(root))
