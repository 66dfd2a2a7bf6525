"""What validation finds wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the course: where, and what to do about it; of a draft, what is still to be done."""

    where: str
    what: str
    draft: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass
class Tally:
    """How many of something were tried, and how many held."""

    held: int = 0
    tried: int = 0

    def count(self, held: bool) -> bool:
        """Note one trial; return whether it held."""
        self.tried += 1
        self.held += held
        return held

    def __str__(self) -> str:
        return f"{self.held}/{self.tried}"


@dataclass
class Findings:
    """What validating one assignment found.

    Attributes
    ----------
    code
        The assignment's code.
    tallies
        By name of what was tried.
    problems
        What did not hold.
    exempt
        Harmful wrappers that a docstring allows: which, and its words.
    drafts
        The ids of the tasks that need not hold yet.
    planned
        Whether nothing of the assignment needs to hold yet.
    """

    code: str
    drafts: tuple[str, ...] = ()
    planned: bool = False
    tallies: dict[str, Tally] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    exempt: list[str] = field(default_factory=list)

    def check(self, name: str, held: bool, where: str, what: str) -> bool:
        """Count one trial, and note a problem where it did not hold; what is tried of a draft isn't counted."""
        draft = self.planned or where.split()[0] in self.drafts
        if not draft:
            self.tallies.setdefault(name, Tally()).count(held)
        if not held:
            self.problems.append(Problem(where, what, draft))
        return held

    def count(self, name: str, held: int) -> None:
        """Count trials that held."""
        tally = self.tallies.setdefault(name, Tally())
        tally.tried += held
        tally.held += held

    def fail(self, error: Exception) -> None:
        """Note an error that ended a trial."""
        self.problems.append(Problem(self.code, str(error), self.planned))

    def tally(self, name: str) -> Tally:
        """Return one tally, empty where nothing was tried."""
        return self.tallies.get(name, Tally())
