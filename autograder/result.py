"""The one record of a graded submission; reports, gradebooks and exports are made from it.

Texts that a student reads are stored in every language, so that a result can be shown without the course at hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from autograder.errors import UsageError
from autograder.files import write_bytes
from autograder.locale import sentence
from autograder.numbers import number
from autograder.records import replaced
from autograder.texts import Language, Printable, Text

# 2: raw score, penalty, lateness and attempts. Results of version 1 are read as never late.
# 3: the course's language. Results before it are read as of an English course.
SCHEMA_VERSION = 3
# The colours of a report: right, in part, wrong, nothing there.
Tone = Literal["good", "part", "bad", "none"]
CENT = 0.005  # scores have two decimals; what differs by less is the same


class _Named(StrEnum):
    @property
    def text(self) -> Text:
        """What it is called to a reader."""
        return sentence("page_status_" + self.value.replace(" ", "_"))


class Status(_Named):
    """What became of a submission."""

    GRADED = "graded"
    BLANK = "blank"  # graded, and nothing of it has been written yet
    REJECTED = "rejected"  # unreadable, or against the course's policy
    NOT_LOADED = "not loaded"  # nothing of it could be run
    TIMED_OUT = "timed out"  # it ran out of time while it was loaded
    CRASHED = "crashed"  # it ended the process while it was loaded
    KIT_ERROR = "kit error"  # ours, never the student's: grade again

    @property
    def tone(self) -> Tone:
        """How it is coloured; what is bad is for a person to look at."""
        if self is Status.GRADED:
            return "good"
        return "none" if self is Status.BLANK else "bad"


class TaskStatus(_Named):
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

    @property
    def unwritten(self) -> bool:
        """Whether there was nothing to be checked."""
        return self in (TaskStatus.NOT_ATTEMPTED, TaskStatus.MISSING)

    @property
    def wrong(self) -> bool:
        """Whether it ran to its end and answered wrongly."""
        return self in (TaskStatus.PARTIAL, TaskStatus.FAILED)


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
    call: Printable | None = None
    message: Text | None = None
    where: Printable | None = None


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
        """Tell whether every check passed; credit for what is consistent may be worth all points, and is no pass."""
        return self.status is TaskStatus.PASSED

    @property
    def tone(self) -> Tone:
        """How it is coloured: as what it earned, and grey where nothing was there to earn it."""
        if self.passed:
            return "good"
        if self.earned > 0:
            return "part"
        nothing = self.status.unwritten or self.status is TaskStatus.NOT_RUN
        return "none" if nothing else "bad"


class LoadProblem(_Record):
    """A statement of the submission that raised while it was loaded."""

    message: Printable
    note: Text | None = Field(default=None, description="what the grader did about it")
    filename: Printable
    line: int | None
    source: Printable = ""


class Lateness(_Record):
    """When a submission came, when it was due, and what that costs.

    ``due`` is the student's own due time, with ``extra_minutes`` in it; ``submitted`` is None where nobody knows it.
    ``percent`` was taken of the assignment's points (``max``) or of the points earned (``earned``).
    """

    submitted: AwareDatetime | None
    source: str = ""
    due: AwareDatetime | None = None
    extra_minutes: int = 0
    days: int = 0
    percent: float = 0.0
    of: Literal["max", "earned"] = "max"


class Attempt(_Record):
    """One of several submissions of a student; one that needn't be graded has neither status nor score."""

    number: int
    submission: Printable
    submitted: AwareDatetime | None = None
    status: Status | None = None
    score: float | None = None
    counts: bool = False


class Engine(_Record):
    """What produced a result."""

    version: str
    suite: str
    isolation: str
    python: str
    numpy: str


class Result(_Record):
    """A graded submission.

    ``raw_score`` is what the tasks earned, ``penalty`` what lateness costs of it, ``score`` what remains.
    """

    schema_version: int = SCHEMA_VERSION
    course: Text
    language: Language = Field(default="en", description="the course's own")
    assignment: str
    code: str
    title: Text
    student: str
    submission: Printable
    kind: str = ""
    status: Status
    raw_score: float
    penalty: float = Field(default=0.0, ge=0)
    score: float
    max_score: float
    lateness: Lateness | None = None
    attempts: tuple[Attempt, ...] = ()
    message: Text | None = None
    tasks: tuple[TaskResult, ...] = ()
    load_problems: tuple[LoadProblem, ...] = ()
    notes: tuple[Text, ...] = ()
    engine: Engine
    seconds: float = 0.0

    @model_validator(mode="before")
    @classmethod
    def _read_version_1(cls, data: Any) -> Any:
        if isinstance(data, dict) and "score" in data:
            if data.get("schema_version", SCHEMA_VERSION) not in range(1, SCHEMA_VERSION + 1):
                raise ValueError("it was written by a newer version")
            data = {"raw_score": data["score"], **data, "schema_version": SCHEMA_VERSION}
        return data

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if abs(self.raw_score - self.penalty - self.score) > CENT:
            raw, penalty, score = map(number, (self.raw_score, self.penalty, self.score))
            raise ValueError(f"raw score {raw} less penalty {penalty} is not the score {score}")
        return self

    def penalised(self, penalty: float, lateness: Lateness | None) -> Result:
        """Return this result with a penalty in place of the one it has, never on top of it.

        ``penalty`` are points to take off the raw score; what exceeds it is not taken.
        """
        penalty = round(min(max(penalty, 0.0), self.raw_score), 2)
        score = round(self.raw_score - penalty, 2)
        return replaced(self, penalty=penalty, score=score, lateness=lateness)

    @property
    def has_score(self) -> bool:
        """Tell whether its score says anything: where the grader itself failed it is 0, and no student's mark."""
        return self.status is not Status.KIT_ERROR

    @property
    def score_text(self) -> str:
        """Return the score as it is shown; a dash where there is none."""
        return number(self.score) if self.has_score else "–"

    @property
    def share(self) -> float:
        """Return the score as a share of what can be reached."""
        return self.score / self.max_score if self.max_score else 0.0

    def task(self, task_id: str) -> TaskResult:
        """Return one task's result."""
        return next(task for task in self.tasks if task.task == task_id)


def tasks_of(results: Iterable[Result]) -> dict[str, TaskResult]:
    """Return the tasks that any of some results of an assignment has, by id and in order, each where it is worth most.

    Results needn't have the same tasks: an assignment gets another one, and results from before are kept.
    """
    found: dict[str, TaskResult] = {}
    for task in (task for result in results for task in result.tasks):
        if task.task not in found or task.points > found[task.task].points:
            found[task.task] = task
    return {task: found[task] for task in sorted(found, key=_place)}


def _place(task: str) -> tuple[str, int]:
    code, _, digits = task.partition(".")
    return (code, int(digits) if digits.isdigit() else 0)


def language_of(results: Sequence[Result]) -> Language:
    """Return the language of the course that some results are of; of several courses, that of most results."""
    return Counter(one.language for one in results).most_common(1)[0][0]


def write_result(result: Result, out: Path, mode: int | None = None) -> Path:
    """Write a result to ``out/<assignment>/<student>.json``, for its user alone unless permissions are given."""
    text = result.model_dump_json(indent=1) + "\n"
    return write_bytes(out / result.assignment / f"{result.student}.json", text.encode(), mode)


def read_results(folder: Path | str, advice: str = "") -> list[Result]:
    """Read every result below a folder, in order of assignment and student.

    Parameters
    ----------
    folder
        A folder that ``autograder grade`` wrote.
    advice
        What to do where there is none; to grade into it by default.

    Raises
    ------
    UsageError
        Where there is no such folder, no result in it, or one that can't be read.
    """
    folder = Path(folder)
    advice = advice or f"Grade into it first: autograder grade … --out {folder}"
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder of results. {advice}")
    files = sorted(folder.glob("*/*.json"))
    results = [_read(path) for path in files if not path.name.startswith(".")]
    if not results:
        raise UsageError(f"{folder}: holds no results. {advice}")
    return results


def _read(path: Path) -> Result:
    try:
        return Result.model_validate_json(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not UTF-8"
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        reason = ": ".join(filter(None, (".".join(map(str, first["loc"])), first["msg"])))
    raise UsageError(
        f"{path}: not a result of this version of the autograder ({reason}). Grade again."
    )
