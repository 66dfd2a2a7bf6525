"""What a program was seen to do in one check, apart from the check itself; and a memory of it on disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.checks.failure import Failure
from autograder.files import write_whole
from autograder.grading.outcome import Outcome
from autograder.grading.transcript import OPAQUE, Answer
from autograder.sandbox.inside import wire

# What of a failure's values says what it is about; the others are numbers, lines, or the student's own words.
TELLING = ("argument", "part", "property", "key", "name", "want")
FOLDER = ".autograder"
# All known mistakes of a course of thirteen assignments are a little more than half of it. A change of the engine, of a
# suite or of a package makes what was kept before worthless, and nobody else takes it away.
MOST_BYTES = 2 << 30
LEFT_SHARE = 0.75


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
        Why it failed: the failure's code, and what it is about, such as the argument that was changed.
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
            code=_reason(one.failure) if one.failure else None,
            drawn=one.transcript.drawn,
            answers=tuple(one.transcript.answers),
        )
        for one in outcomes
    }


def _reason(failure: Failure) -> str:
    """Return why a check failed, as far as another program may have failed for the same reason."""
    about = [f"{name}={failure.values[name]}" for name in TELLING if failure.values.get(name)]
    return " ".join([failure.code, *about])


class Memory:
    """Observations of known programs, kept in ``.autograder/`` beside ``course.yml``: they cost more than to read them.

    Where nothing can be written, nothing is remembered. What is kept is as secret as the suite. It has a size that it
    doesn't outgrow for long: what hasn't been used for the longest time makes room.

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
        self._pruned = False

    def _file(self, task: str, source: str) -> Path:
        key = hashlib.sha256("\0".join((self._facts, task, source)).encode()).hexdigest()
        return self._folder / key[:2] / key[2:40]

    def recall(self, task: str, source: str) -> Observations | None:
        """Return what a program did in a task's checks; None where that isn't known."""
        file = self._file(task, source)
        try:
            raw = file.read_bytes()
            with suppress(
                OSError
            ):  # it has been used now; in a folder of somebody else's nobody can say so
                os.utime(file)
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
        if not self._pruned:
            prune(self._folder)
            self._pruned = True
        file = self._file(task, source)
        try:
            parts = wire.frame(rows, lambda value: {"!": "obj", "id": 1})
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(file, parts)
        except (OSError, wire.WireError):
            return


def prune(folder: Path, most: int = MOST_BYTES) -> None:
    """Take away files that haven't been used for the longest time, where all of them are more than ``most`` bytes."""
    found: list[tuple[float, int, Path]] = []
    for path in folder.glob("*/*"):
        with suppress(OSError):
            about = path.stat()
            found.append((about.st_mtime, about.st_size, path))
    size = sum(one for _, one, _ in found)
    if size <= most:
        return
    for _, one, path in sorted(found):
        if size <= most * LEFT_SHARE:
            return
        with suppress(OSError):
            path.unlink()
            size -= one


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
