"""The one record of a graded submission; reports, gradebooks and exports are made from it.

Texts that a student reads are stored in every language, so that a result can be shown without the course at hand.
"""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from autograder.errors import UsageError
from autograder.texts import Text

SCHEMA_VERSION = 1


class Status(StrEnum):
    """What became of a submission."""

    GRADED = "graded"
    BLANK = "blank"  # graded, and nothing of it has been written yet
    REJECTED = "rejected"  # unreadable, or against the course's policy
    NOT_LOADED = "not loaded"  # nothing of it could be run
    TIMED_OUT = "timed out"  # it ran out of time while it was loaded
    CRASHED = "crashed"  # it ended the process while it was loaded
    KIT_ERROR = "kit error"  # ours, never the student's: grade again


class TaskStatus(StrEnum):
    """What became of one task."""

    PASSED = "passed"
    PARTIAL = "partial"
    FAILED = "failed"
    NOT_ATTEMPTED = "not attempted"
    MISSING = "missing"
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    FORBIDDEN = "forbidden"
    NOT_RUN = "not run"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CheckResult(_Record):
    """One check of a task.

    ``message`` says why it failed, as far as a student may know; ``reason`` is the failure's code; ``where`` is a line
    of the student's own.
    """

    title: Text
    conduct: bool
    weight: float
    passed: bool
    reason: str | None = None
    call: str | None = None
    message: Text | None = None
    where: str | None = None


class Cause(_Record):
    """A known mistake that fits everything the task's checks saw."""

    name: str
    title: Text
    hint: Text


class TaskResult(_Record):
    """One task: what it earned of its points, and why."""

    task: str
    function: str
    title: Text
    points: float
    earned: float
    status: TaskStatus
    checks: tuple[CheckResult, ...] = ()
    causes: tuple[Cause, ...] = ()
    pattern: Text | None = Field(
        default=None, description="what the wrong answers have in common, where no cause is known"
    )
    findings: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    carried: tuple[str, ...] = Field(
        default=(), description="earlier functions for which the reference stood in"
    )

    @property
    def passed(self) -> bool:
        """Tell whether the task earned all its points."""
        return self.earned >= self.points


class LoadProblem(_Record):
    """A statement of the submission that raised while it was loaded."""

    message: str
    filename: str
    line: int | None
    source: str = ""


class Engine(_Record):
    """What produced a result."""

    version: str
    suite: str
    isolation: str
    python: str
    numpy: str


class Result(_Record):
    """A graded submission."""

    schema_version: int = SCHEMA_VERSION
    course: Text
    assignment: str
    code: str
    title: Text
    student: str
    submission: str
    kind: str = ""
    status: Status
    score: float
    max_score: float
    message: Text | None = None
    tasks: tuple[TaskResult, ...] = ()
    load_problems: tuple[LoadProblem, ...] = ()
    notes: tuple[Text, ...] = ()
    engine: Engine
    seconds: float = 0.0

    @property
    def share(self) -> float:
        """Return the score as a share of what can be reached."""
        return self.score / self.max_score if self.max_score else 0.0

    def task(self, task_id: str) -> TaskResult:
        """Return one task's result."""
        return next(task for task in self.tasks if task.task == task_id)


def write_result(result: Result, out: Path) -> Path:
    """Write a result to ``out/<assignment>/<student>.json``, whole or not at all."""
    folder = out / result.assignment
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{result.student}.json"
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(result.model_dump_json(indent=1) + "\n")
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


def read_results(folder: Path) -> list[Result]:
    """Read every result below a folder, in order of assignment and student."""
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: no such folder of results. Grade into it first: autograder grade … --out {folder}"
        )
    results = []
    for path in sorted(folder.glob("*/*.json")):
        if path.name.startswith("."):
            continue
        try:
            results.append(Result.model_validate_json(path.read_text(encoding="utf-8")))
        except (ValidationError, UnicodeDecodeError) as error:
            first = str(error).splitlines()[0]
            raise UsageError(
                f"{path}: not a result of this version of the autograder ({first}). Grade again."
            ) from None
    return results
