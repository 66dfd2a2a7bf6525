"""How to grade: what an instructor can choose, apart from what course.yml says."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.course import Course
from autograder.errors import UsageError
from autograder.program import Level


def said(flag: str, text: str) -> dict[str, str]:
    """Return how a command says a choice; a flag without a value turns the default around."""
    return {"flag": flag, "help": text}


@dataclass(frozen=True)
class GradeOptions:
    """Choices of one run of grading. What each is called on a command line stands here, too, and nowhere else.

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

    level: Level | None = field(
        default=None,
        metadata=said(
            "--level",
            "The isolation level to use; the strongest that the grading machine gives by default.",
        ),
    )
    minimum: Level | None = field(
        default=None,
        metadata=said(
            "--minimum",
            "The weakest isolation level to accept; what course.yml requires by default.",
        ),
    )
    diagnose: bool = field(
        default=True, metadata=said("--no-diagnosis", "Don't look for the causes of failures.")
    )
    carry: bool = field(
        default=True,
        metadata=said("--no-carry", "Don't let references stand in for failed prerequisites."),
    )
    own_files: bool = field(
        default=False,
        metadata=said(
            "--own-files",
            "Use the student's own earlier assignments where they were handed in; references by default.",
        ),
    )

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
