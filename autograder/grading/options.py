"""How to grade: what an instructor can choose, apart from what course.yml says."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.course import Course
from autograder.errors import UsageError
from autograder.sandbox import Level


@dataclass(frozen=True)
class GradeOptions:
    """Choices of one run of grading.

    Attributes
    ----------
    level
        The isolation level to use; None for the strongest that the machine gives.
    minimum
        The weakest level accepted; None for what the course requires.
    diagnose
        Whether to name the causes of failures.
    carry
        Whether dependants of a failed task are graded once more with the reference standing in.
    own_files
        Whether earlier assignments are the student's own files where they were handed in, not the references.
    """

    level: Level | None = None
    minimum: Level | None = None
    diagnose: bool = True
    carry: bool = True
    own_files: bool = False

    def least(self, course: Course) -> Level:
        """Return the weakest level that will do for a course."""
        return self.minimum if self.minimum is not None else course.isolation.minimum


def level_named(name: str | None) -> Level | None:
    """Return an isolation level by its name; None for None."""
    if name is None:
        return None
    try:
        return Level(name)
    except ValueError:
        names = ", ".join(level.value for level in Level)
        raise UsageError(f"there is no isolation level {name!r}; the levels are {names}") from None
