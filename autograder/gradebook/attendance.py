"""Who has a result, who is missing, who is excused: a class as its roster sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.gradebook.roster import Roster, Student
from autograder.locale import sentence
from autograder.result import Result, Tone
from autograder.texts import Text


class Standing(StrEnum):
    """How a student stands in an assignment."""

    GRADED = "graded"
    MISSING = "missing"
    EXCUSED = "excused"

    @property
    def text(self) -> Text:
        """What it is called to a reader."""
        return sentence(NAMES[self])

    @property
    def tone(self) -> Tone:
        """How it is coloured."""
        return TONES[self]


NAMES = {
    Standing.GRADED: "page_status_graded",
    Standing.MISSING: "page_status_missing_work",
    Standing.EXCUSED: "page_status_excused",
}
TONES: dict[Standing, Tone] = {
    Standing.GRADED: "good",
    Standing.MISSING: "part",
    Standing.EXCUSED: "none",
}


@dataclass(frozen=True)
class Entry:
    """A student in an assignment.

    Attributes
    ----------
    id
        The id that results are kept under.
    student
        The student of the roster; None for somebody who isn't on it, or where there is none.
    result
        What they got; None without a submission.
    standing
        A submission counts even where the student is excused.
    """

    id: str
    student: Student | None
    result: Result | None
    standing: Standing

    @property
    def scored(self) -> Result | None:
        """The result where it has a score; what the grader itself failed at never is a 0."""
        return self.result if self.result is not None and self.result.has_score else None


def entries(results: Sequence[Result], code: str, roster: Roster | None) -> list[Entry]:
    """Return every student of an assignment: those of the roster in its order, then everybody else who has a result.

    Parameters
    ----------
    results
        Results of any assignments.
    code
        The assignment, "A01".
    roster
        Who takes the course; None to list the results alone.
    """
    by_id = {one.student: one for one in results if one.code == code}
    listed: list[Entry] = []
    for student in roster or ():
        result = by_id.pop(student.id, None)
        listed.append(Entry(student.id, student, result, _standing(student, result, code)))
    listed += [Entry(one.student, None, one, Standing.GRADED) for one in by_id.values()]
    return listed


def _standing(student: Student, result: Result | None, code: str) -> Standing:
    if result is not None:
        return Standing.GRADED
    return Standing.EXCUSED if student.is_excused(code) else Standing.MISSING
