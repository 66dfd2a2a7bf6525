"""Lesson sources to what students are given: stubs, notebooks, public tests, a course file.

``release`` writes them, ``is_stale`` says where what stands there is not what the sources give.
"""

from autograder.release.lesson_rules import check_source, lesson_problems
from autograder.release.publishing import (
    ReleaseReport,
    is_stale,
    release,
    render,
    write_files,
)
from autograder.release.source import Source, read_source

__all__ = [
    "ReleaseReport",
    "Source",
    "check_source",
    "is_stale",
    "lesson_problems",
    "read_source",
    "release",
    "render",
    "write_files",
]
