"""What a program was seen to do in one check, apart from the check itself; and a memory of it on disk."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.files import write_whole
from autograder.grading.suite import Outcome
from autograder.grading.transcript import OPAQUE, Answer
from autograder.sandbox import wire

FOLDER = ".autograder"


@dataclass(frozen=True)
class Observation:
    """One check of one program.

    Attributes
    ----------
    passed
        Whether it passed.
    conduct
        Whether the check is about conduct.
    code
        Why it failed.
    drawn
        Whether random numbers were drawn: then the answers are nobody's business.
    answers
        What was answered, call by call.
    """

    passed: bool
    conduct: bool
    code: str | None
    drawn: bool
    answers: tuple[Answer, ...]


Observations = Mapping[str, Observation]


def observations(outcomes: Sequence[Outcome]) -> Observations:
    """Return what a program was seen to do, by the names of the checks."""
    return {
        one.name: Observation(
            passed=one.passed,
            conduct=one.mark.conduct,
            code=one.failure.code if one.failure else None,
            drawn=one.transcript.drawn,
            answers=tuple(one.transcript.answers),
        )
        for one in outcomes
    }


class Memory:
    """Observations of known programs, kept in ``.autograder/`` beside ``course.yml``: they cost more than to read them.

    Where nothing can be written, nothing is remembered. What is kept is as secret as the suite.

    Parameters
    ----------
    root
        The course's folder.
    facts
        All that the observations depend on, apart from the program.
    """

    def __init__(self, root: Path, facts: Sequence[object]) -> None:
        self._folder = root / FOLDER
        self._facts = "\0".join(map(str, facts))

    def _file(self, task: str, source: str) -> Path:
        key = hashlib.sha256("\0".join((self._facts, task, source)).encode()).hexdigest()
        return self._folder / key[:2] / key[2:40]

    def recall(self, task: str, source: str) -> Observations | None:
        """Return what a program did in a task's checks; None where that isn't known."""
        try:
            raw = self._file(task, source).read_bytes()
            header, blob = wire.LENGTHS.unpack_from(raw)
            start = wire.LENGTHS.size
            rows = wire.decode(
                raw[start : start + header],
                memoryview(raw)[start + header : start + header + blob],
                lambda description: OPAQUE,
            )
            return {name: _observation(*parts) for name, parts in rows.items()}
        except (OSError, wire.WireError, ValueError, TypeError, AttributeError):
            return None

    def keep(self, task: str, source: str, seen: Observations) -> None:
        """Remember what a program did."""
        rows = {
            name: (
                one.passed, one.conduct, one.code, one.drawn,
                [(answer.path, answer.value, answer.error) for answer in one.answers],
            )
            for name, one in seen.items()
        }  # fmt: skip
        file = self._file(task, source)
        try:
            parts = wire.frame(rows, lambda value: {"!": "obj", "id": 1})
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(file, parts)
        except (OSError, wire.WireError):
            return


def _observation(
    passed: bool, conduct: bool, code: str | None, drawn: bool, answers: Sequence[Any]
) -> Observation:
    return Observation(
        passed,
        conduct,
        code,
        drawn,
        tuple(Answer(path, value, error) for path, value, error in answers),
    )
