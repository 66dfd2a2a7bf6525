"""Exercises for learning deep learning by implementing it, and the autograder that scores them.

    from autograder import grade, load_course, read_results

``docs/python_api.md`` shows what can be done with it. A name is imported when it is first asked for: a student's
notebook doesn't load the grader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.classrun import Register as Register
    from autograder.classrun import grade as grade
    from autograder.course import load_course as load_course
    from autograder.errors import AutograderError as AutograderError
    from autograder.grading.options import GradeOptions as GradeOptions
    from autograder.program import Level as Level
    from autograder.report import write_report as write_report
    from autograder.result import Result as Result
    from autograder.result import read_results as read_results

__version__ = "0.1.0"

_HOMES = {
    "AutograderError": "errors",
    "GradeOptions": "grading.options",
    "Level": "program",
    "Register": "classrun",
    "Result": "result",
    "grade": "classrun",
    "load_course": "course",
    "read_results": "result",
    "write_report": "report",
}
__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
