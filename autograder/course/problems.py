"""Problems found in a file: collected first, then told all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import AutograderError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where."""

    path: Path
    line: int  # from 1; 0 where the file as a whole is meant
    where: str  # the key path or the cell, such as ``assignments[A01].weight``; may be empty
    message: str  # what was found, and what is allowed or to be done

    def __str__(self) -> str:
        """Return ``file:line: where: message``."""
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return ": ".join(part for part in (place, self.where, self.message) if part)


def raise_problems(
    problems: Iterable[Problem], error: type[AutograderError], subject: str = ""
) -> None:
    """Raise the error that :func:`told` returns; do nothing where there are no problems."""
    found = set(problems)
    if found:
        raise told(found, error, subject)


def told(
    problems: Iterable[Problem], error: type[AutograderError], subject: str = ""
) -> AutograderError:
    """Return an error that tells problems, each on a line of its own.

    Parameters
    ----------
    problems
        What was found, at least one, in any order.
    error
        The class of the error.
    subject
        What is wrong as a whole; it heads the list where there is more than one problem.
    """
    found = sorted(set(problems))
    if len(found) == 1:
        return error(str(found[0]))
    heading = f"{subject or found[0].path}: {len(found)} problems"
    return error("\n  ".join([heading, *map(str, found)]))


def did_you_mean(found: str, allowed: Iterable[str]) -> str:
    """Return `` Did you mean "…"?`` where an allowed word is close to what was found, else ""."""
    by_lower = {word.lower(): word for word in allowed}
    close = difflib.get_close_matches(found.lower(), by_lower, n=1, cutoff=0.6)
    return f' Did you mean "{by_lower[close[0]]}"?' if close else ""


def listed(words: Sequence[str], limit: int = 12) -> str:
    """Return words as ``a, b or c``, cut short where there are many."""
    if len(words) > limit:
        return ", ".join(words[:limit]) + ", …"
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " or " + words[-1]
