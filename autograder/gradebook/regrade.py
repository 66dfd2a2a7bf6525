"""Grading anew: what it changes for whom, and how it takes the old results' place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from autograder.course import listed
from autograder.errors import UsageError
from autograder.files import write_bytes
from autograder.numbers import number
from autograder.result import CENT, CheckResult, Result, TaskResult

SUFFIX = ".regrade"
KEPT_SUFFIX = ".before-"
RECORD = "regrade.json"
MAX_REASONS = 4


@dataclass(frozen=True)
class TaskChange:
    """A task whose points changed: before, after, and why."""

    task: str
    before: float
    after: float
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """Return ``A01.4 12 → 16 (why)``."""
        why = f" ({'; '.join(self.reasons)})" if self.reasons else ""
        return f"{self.task} {number(self.before)} → {number(self.after)}{why}"


@dataclass(frozen=True)
class Change:
    """What a regrade does to one student in one assignment; a side is None where there is only the other."""

    before: Result | None
    after: Result | None
    tasks: tuple[TaskChange, ...] = ()
    reasons: tuple[str, ...] = ()  # what else changes: lateness, status, which attempt counts

    @property
    def result(self) -> Result:
        """The newest of the two."""
        found = self.after or self.before
        assert found is not None, "a change has a side at least"
        return found

    @property
    def gain(self) -> float:
        """Points won; negative for points lost, 0 where one side is missing or has no score."""
        before, after = _score(self.before), _score(self.after)
        return 0.0 if before is None or after is None else round(after - before, 2)

    @property
    def compared(self) -> bool:
        """Whether there are two scores to compare."""
        return None not in (_score(self.before), _score(self.after))

    @property
    def kind(self) -> str:
        """One of failed (a score would be lost), gains, loses, changed, same, new, kept."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "kept"
        if self.before.has_score and not self.after.has_score:
            return "failed"
        if self.after.has_score and not self.before.has_score:
            return "new"
        if abs(self.gain) > CENT:
            return "gains" if self.gain > 0 else "loses"
        return "changed" if self.tasks or self.reasons else "same"


def compare(before: Sequence[Result], after: Sequence[Result]) -> list[Change]:
    """Return a change for every student and assignment of either side: who loses first, then who gains."""
    old = {(one.code, one.student): one for one in before}
    new = {(one.code, one.student): one for one in after}
    changes = [_change(old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys())]
    order = ("failed", "loses", "gains", "changed", "new", "kept", "same")
    return sorted(changes, key=lambda one: (order.index(one.kind), one.gain))


def _score(result: Result | None) -> float | None:
    return result.score if result is not None and result.has_score else None


def _change(before: Result | None, after: Result | None) -> Change:
    if before is None or after is None:
        return Change(before, after)
    reasons = tuple(_reasons(before, after))
    if not (before.has_score and after.has_score):
        return Change(before, after, (), reasons)
    old = {task.task: task for task in before.tasks}
    changes = [_task_change(old.pop(task.task, None), task) for task in after.tasks]
    changes += [
        TaskChange(name, gone.earned, 0.0, ("the task is gone",)) for name, gone in old.items()
    ]
    return Change(before, after, tuple(change for change in changes if change), reasons)


def _task_change(before: TaskResult | None, after: TaskResult) -> TaskChange | None:
    if before is None:
        return TaskChange(after.task, 0.0, after.earned, ("the task is new",))
    if abs(before.earned - after.earned) <= CENT and before.points == after.points:
        return None
    return TaskChange(after.task, before.earned, after.earned, tuple(_task_reasons(before, after)))


def _task_reasons(before: TaskResult, after: TaskResult) -> Iterator[str]:
    if before.points != after.points:
        yield f"worth {number(before.points)} → {number(after.points)}"
    flips = list(_flips(before.checks, after.checks))
    yield from flips[:MAX_REASONS]
    if len(flips) > MAX_REASONS:
        yield f"{len(flips) - MAX_REASONS} more checks"
    if before.carried != after.carried:
        yield f"stand-ins {', '.join(before.carried) or 'none'} → {', '.join(after.carried) or 'none'}"
    if before.status != after.status and not flips:
        yield f"{before.status} → {after.status}"


def _flips(before: Sequence[CheckResult], after: Sequence[CheckResult]) -> Iterator[str]:
    """Yield the checks whose verdict or weight changed; checks of one title are told apart by their order."""
    old, new = _numbered(before), _numbered(after)
    for key, check in new.items():
        title = check.title.en
        was = old.get(key)
        if was is None:
            yield f"new check “{title}” {'passes' if check.passed else 'fails'}"
        elif was.passed != check.passed:
            yield f"“{title}” now {'passes' if check.passed else 'fails'}"
        elif was.weight != check.weight:
            yield f"“{title}” weighs {number(was.weight)} → {number(check.weight)}"
    for key, check in old.items():
        if key not in new:
            yield f"check “{check.title.en}” is gone"


def _numbered(checks: Sequence[CheckResult]) -> dict[tuple[str, int], CheckResult]:
    numbered: dict[tuple[str, int], CheckResult] = {}
    seen = Counter[str]()
    for check in checks:
        title = check.title.en
        numbered[title, seen[title]] = check
        seen[title] += 1
    return numbered


def _reasons(before: Result, after: Result) -> Iterator[str]:
    if before.status != after.status:
        yield f"{before.status} → {after.status}"
    if abs(before.penalty - after.penalty) > CENT:
        yield f"late penalty {number(before.penalty)} → {number(after.penalty)}"
    old, new = _counting(before), _counting(after)
    if old != new:
        yield f"counts: {old} → {new}"
    if before.max_score != after.max_score:
        yield f"out of {number(before.max_score)} → {number(after.max_score)}"


def _counting(result: Result) -> str:
    return next((one.submission for one in result.attempts if one.counts), "the one submission")


def regrade_folder(results: Path) -> Path:
    """Return the folder that a regrade of some results goes to, beside them."""
    results = results.absolute()
    return results.with_name(results.name + SUFFIX)


def fingerprint(results: Path) -> str:
    """Return a hash of all results in a folder: what was compared must be what is replaced."""
    total = hashlib.sha256()
    for file in sorted(results.glob("*/*.json")):
        total.update(f"{file.parent.name}/{file.name}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def prepare(results: Path) -> Path:
    """Return an empty folder for a regrade; one that was not accepted makes room."""
    folder = regrade_folder(results)
    if folder.exists():
        if not (folder / RECORD).is_file() and any(folder.iterdir()):
            raise UsageError(f"{folder}: is in the way and holds no regrade; move it away")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    # Marked at once, so that a regrade which was stopped makes room as well.
    write_record(folder, results, ())
    return folder


def write_record(folder: Path, results: Path, changes: Sequence[Change]) -> None:
    """Write what a regrade changes, and which results it was compared with."""
    data = {
        "compared_with": fingerprint(results) if changes else "",
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "changes": [
            {
                "assignment": one.result.code,
                "student": one.result.student,
                "kind": one.kind,
                "before": _score(one.before),
                "after": _score(one.after),
                "tasks": [str(task) for task in one.tasks],
                "reasons": list(one.reasons),
            }
            for one in changes
            if one.kind != "same"
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    write_bytes(folder / RECORD, text.encode())


def accept(results: Path) -> Path:
    """Put a regrade in the place of the results it was compared with; a crash on the way is mended by accepting again.

    Returns
    -------
    Path
        Where the old results are kept.

    Raises
    ------
    UsageError
        Where there is no complete regrade, or the results have changed since.
    """
    results = results.absolute()
    new = regrade_folder(results)
    kept_before = sorted(results.parent.glob(f"{results.name}{KEPT_SUFFIX}*"))
    if not results.exists() and new.is_dir() and kept_before:
        os.rename(new, results)
        return kept_before[-1]
    _check_acceptable(new, results)
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    kept = results.with_name(f"{results.name}{KEPT_SUFFIX}{stamp}")
    if kept.exists():
        raise UsageError(f"{kept}: is in the way; try again in a second")
    os.rename(results, kept)
    try:
        os.rename(new, results)
    except OSError:
        os.rename(kept, results)
        raise
    return kept


def _check_acceptable(new: Path, results: Path) -> None:
    try:
        record = json.loads((new / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise UsageError(
            f"{new}: there is no regrade to accept. Make one first: autograder regrade {results} SUBMISSIONS"
        ) from None
    if not record.get("compared_with"):
        raise UsageError(f"{new}: this regrade was stopped before its end; make it again")
    lost = [change["student"] for change in record["changes"] if change["kind"] == "failed"]
    if lost:
        raise UsageError(
            f"{new}: the grader failed for {listed(lost)}, and a score that exists would be lost; regrade again"
        )
    if record["compared_with"] != fingerprint(results):
        raise UsageError(f"{results}: has changed since it was regraded; regrade again")
