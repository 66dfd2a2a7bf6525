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
        return sentence(LOOKS[self][0])

    @property
    def tone(self) -> Tone:
        """How it is coloured."""
        return LOOKS[self][1]


LOOKS: dict[Standing, tuple[str, Tone]] = {
    Standing.GRADED: ("page_status_graded", "good"),
    Standing.MISSING: ("page_status_missing_work", "part"),
    Standing.EXCUSED: ("page_status_excused", "none"),
}


@dataclass(frozen=True)
class Entry:
    """A student in an assignment."""

    id: str  # the id that results are kept under
    student: Student | None  # None for somebody who isn't on the roster, or where there is none
    result: Result | None  # None without a submission
    standing: Standing  # a submission counts even where the student is excused

    @property
    def scored(self) -> Result | None:
        """The result where it has a score; what the grader itself failed at never is a 0."""
        return self.result if self.result is not None and self.result.has_score else None


def entries(results: Sequence[Result], code: str, roster: Roster | None) -> list[Entry]:
    """Return every student of an assignment, "A01": those of the roster in its order, then all others with a result."""
    by_id = {result.student: result for result in results if result.code == code}
    listed: list[Entry] = []
    for student in roster or ():
        result = by_id.pop(student.id, None)
        absent = Standing.EXCUSED if student.is_excused(code) else Standing.MISSING
        listed.append(Entry(student.id, student, result, Standing.GRADED if result else absent))
    return listed + [Entry(who, None, result, Standing.GRADED) for who, result in by_id.items()]
