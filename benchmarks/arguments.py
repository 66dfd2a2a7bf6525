"""What every benchmark is called with: some assignments, or all that are finished."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.course import Course, load_course
from autograder.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent


def assignments(description: str | None) -> tuple[Course, list[str]]:
    """Read the command line; return the course and the codes of the assignments to measure."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("codes", nargs="*", metavar="A01", help="all finished ones by default")
    asked = parser.parse_args().codes
    course = load_course(ROOT)
    try:
        return course, [course.assignment(one).code for one in asked] or [
            one.code for one in course.finished
        ]
    except UsageError as error:
        parser.error(str(error))
