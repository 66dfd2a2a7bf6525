"""What every export is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course import listed
from autograder.errors import UsageError
from autograder.gradebook.attendance import Entry, Standing, entries
from autograder.gradebook.roster import Roster
from autograder.gradebook.tables import write_table
from autograder.numbers import number
from autograder.result import Result
from autograder.texts import Language


@dataclass(frozen=True)
class Request:
    """An export that was asked for.

    ``out`` is the file to write, or the folder where a format has a file a student; ``template`` the platform's own
    file, to be filled, and ``column`` its column of the assignment, by heading or number. ``decimal``, ``separator``
    and ``encoding`` are the template's, or a format's own, where they are None. With ``missing_as_zero``, a student
    without a submission gets 0, and not an empty cell. ``feedback`` says what tasks earned and why, where it can.
    """

    results: Sequence[Result]
    out: Path
    roster: Roster | None = None
    template: Path | None = None
    column: str | None = None
    decimal: str | None = None
    separator: str | None = None
    encoding: str | None = None
    missing_as_zero: bool = False
    feedback: bool = True
    language: Language = "en"

    def one_assignment(self, what: str) -> str:
        """Return the code of the only assignment.

        Raises
        ------
        UsageError
            Where the results are of several.
        """
        codes = sorted({one.code for one in self.results})
        if len(codes) != 1:
            raise UsageError(
                f"{what} takes one assignment at a time, and the results are of {listed(codes)}; "
                f"choose one: --assignment {codes[0]}"
            )
        return codes[0]

    def entries(self, code: str) -> list[Entry]:
        """Return the students of an assignment, with or without a result."""
        return entries(self.results, code, self.roster)

    def grade(
        self, entry: Entry, possible: float | None = None, decimal: str | None = None
    ) -> str | None:
        """Return what a platform is told of a student, scaled to the points possible there; None for nothing."""
        if entry.scored is None:
            missing = entry.standing is Standing.MISSING and self.missing_as_zero
            return "0" if missing else None
        score = entry.scored.score
        if possible is not None:
            score = score * possible / entry.scored.max_score
        return number(score, self.decimal or decimal or ".")

    def write(
        self,
        rows: Iterable[Sequence[str]],
        encoding: str = "utf-8",
        separator: str = ",",
        newline: str = "\r\n",
    ) -> Path:
        """Write a table; what was asked for of its encoding and separator wins."""
        return write_table(
            self.out,
            rows,
            encoding=self.encoding or encoding,
            separator=self.separator or separator,
            newline=newline,
        )


@dataclass
class Written:
    """What an export wrote, and what its user should know."""

    paths: list[Path] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note_people(self, said: str, people: Sequence[str]) -> None:
        """Note something about several students; nothing where there is none."""
        if people:
            self.notes.append(f"{said}: {', '.join(people)}")

    def note_failed(self, entries: Sequence[Entry], what: str = "no score") -> None:
        """Note whom the grader itself failed on: they have a result, and no score."""
        failed = [one.id for one in entries if one.result and not one.scored]
        self.note_people(f"{what}, for the grader failed; grade again", failed)

    def note_outside(self, entries: Sequence[Entry]) -> None:
        """Note who has a result, and isn't on the roster that is exported."""
        outside = [entry.id for entry in entries if entry.student is None]
        self.note_people("not on the roster, so not exported", outside)

    def note_scale(self, entries: Sequence[Entry], possible: float | None, what: str) -> None:
        """Note that the platform counts other points than the results; ``what`` those ``{points}`` are there."""
        maxima = {entry.result.max_score for entry in entries if entry.result}
        if possible is not None and maxima - {possible}:
            found = listed([number(most) for most in sorted(maxima)])
            there = what.format(points=number(possible))
            self.notes.append(f"scores are scaled to {there}, from {found}")
