"""What validation finds wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the course: where, and what to do about it."""

    where: str
    what: str

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
    """

    code: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def check(self, name: str, held: bool, where: str, what: str) -> bool:
        """Count one trial, and note a problem where it did not hold."""
        if not self.tallies.setdefault(name, Tally()).count(held):
            self.problems.append(Problem(where, what))
        return held

    def tally(self, name: str) -> Tally:
        """Return one tally, empty where nothing was tried."""
        return self.tallies.get(name, Tally())
