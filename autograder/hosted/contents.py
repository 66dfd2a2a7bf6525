"""What a bundle is made of: the course's files, the requirements, the package itself."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.distributions import is_extra, name_of, with_dependencies
from autograder.errors import SourceError
from autograder.kit_files import SUITE_FILES

PACKAGE = "dl-by-implementation"
LOCK = Path("requirements") / "lock.txt"
# Of a suite's folder, what only `autograder validate` reads.
FOR_VALIDATION = {file.name for file in SUITE_FILES if not file.grading}


def course_files(course: Course, assignment: Assignment) -> dict[str, bytes]:
    """Return what grading an assignment needs of its course, by path in the course's folder."""
    suite = sorted(assignment.suite_dir.glob("*.py"))
    stub = assignment.release_dir(course.language) / f"{assignment.id}.py"
    files = [
        course.file,
        *(needed.solution_file for needed in (*course.basis(assignment), assignment)),
        *(file for file in suite if file.name not in FOR_VALIDATION),
        *([stub] if stub.is_file() else []),
    ]
    try:
        return {file.relative_to(course.root).as_posix(): file.read_bytes() for file in files}
    except OSError as error:
        raise SourceError(f"{error.filename}: can't be read ({error.strerror})") from None


def requirements(course: Course) -> str:
    """Return the requirements of a grading machine: the course's locked versions of what the package needs.

    Without a lock file, the package's own ranges.
    """
    needed = [line for line in importlib.metadata.requires(PACKAGE) or () if not is_extra(line)]
    lock = course.root / LOCK
    if not lock.is_file():
        return "\n".join(needed) + "\n"
    # A pin and the hashes indented below it are one entry.
    text = lock.read_text(encoding="utf-8")
    entries = [one for one in re.split(r"\n(?=\S)", text) if re.match(r"[A-Za-z0-9]", one)]
    names = with_dependencies(map(name_of, needed))
    return "".join(f"{one.rstrip()}\n" for one in entries if name_of(one) in names)


def build_wheel(root: Path, folder: Path) -> Path:
    """Build the wheel of a source tree into a folder, offline."""
    from hatchling.builders.wheel import WheelBuilder

    return Path(next(WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])))


def build_sdist(root: Path, folder: Path) -> Path:
    """Build the source distribution of a source tree into a folder, offline."""
    from hatchling.builders.sdist import SdistBuilder

    return Path(next(SdistBuilder(str(root)).build(directory=str(folder), versions=["standard"])))
