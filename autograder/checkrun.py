"""Public checks on a student's own work: what each found, what was printed, what could not be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.checks.failure import Failure
from autograder.course import Assignment, Course, Task
from autograder.grading.bench import Bench, on_public_bench
from autograder.grading.loads import Loads, Wanted
from autograder.grading.outcome import Outcome, by_task
from autograder.grading.patterns import common_pattern
from autograder.grading.subject import Subject
from autograder.grading.transcript import Transcript
from autograder.records import replaced
from autograder.sandbox import Level, LoadError, Remote, WorkerLost, open_sandbox
from autograder.student.own import OwnWork
from autograder.student.reasons import MAX_PRINTED, Reasons, Verdict, verdict_of
from autograder.submission import Submission
from autograder.submission.near_misses import near_misses
from autograder.texts import Text

# All that one's own checks may print: one worker serves them.
OUTPUT_KIB = 1024


@dataclass(frozen=True)
class Check:
    """How one check went: what it tries; where it failed, why and in which call, and what was printed meanwhile."""

    title: Text
    failure: Failure | None = None
    call: str = ""
    detail: str = ""  # what else is known of the worker's end, where that is why
    printed: str = ""


@dataclass(frozen=True)
class TaskChecks:
    """How a task's checks went, in order, what they say together, and what may help, where that is known."""

    task: Task
    checks: tuple[Check, ...]
    verdict: Verdict
    advice: Text | None = None


@dataclass
class Checked:
    """How each task went, what could not be loaded, and why nothing could be run, where that is so."""

    tasks: list[TaskChecks] = field(default_factory=list)
    problems: tuple[LoadError, ...] = ()
    lost: WorkerLost | None = None

    @property
    def attempted(self) -> list[str]:
        """The tasks that were tried and failed: what isn't written, or waits for another task, is no attempt."""
        return [one.task.id for one in self.tasks if one.verdict is Verdict.FAILED]


class Listening(Subject):
    """A subject that remembers what was printed during each check, by the ``id`` of the check's transcript."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._begun: list[tuple[Transcript, int]] = []
        self.printed: dict[int, str] = {}

    def enter(self, task: str, transcript: Transcript) -> Remote:
        """Return the student's module, and note where what a check prints begins."""
        module = super().enter(task, transcript)
        if not self._begun or self._begun[-1][0] is not transcript:
            assert self.worker is not None, "a worker serves the task that was entered"
            self._begun.append((transcript, len(self.worker.output)))
        return module

    def leave(self) -> None:
        """End the current worker."""
        worker = self.worker
        super().leave()
        if worker is None:
            return
        text = worker.output
        ends = [start for _, start in self._begun[1:]] + [len(text)]
        for (transcript, start), end in zip(self._begun, ends, strict=True):
            self.printed[id(transcript)] = text[start:end]
        self._begun.clear()


def run_checks(
    course: Course,
    assignment: Assignment,
    submission: Submission,
    own: OwnWork,
    file: Path,
    level: Level,
    only: Task | None = None,
) -> Checked:
    """Run public checks.

    Parameters
    ----------
    course, assignment, file
        Whose checks, and the file that holds them.
    submission, own
        What they are run on: as it was read, and with the earlier assignments.
    level, only
        The isolation level to use, and the one task that is wanted; None for all.
    """
    checked, tasks = Checked(), assignment.tasks if only is None else (only,)
    reasons = Reasons(course, own.files.get, own.program.cells)

    def work(bench: Bench) -> None:
        limits = {
            task: replaced(of_task, output_kib=OUTPUT_KIB) for task, of_task in bench.limits.items()
        }
        loads = Loads(bench.sandbox, limits.values())
        wanted = {task: Wanted(own.program, of_task) for task, of_task in limits.items()}
        subject = Listening(loads, wanted, keep_worker=level is Level.SUBPROCESS)
        try:
            checked.problems = loads.problems(own.program)
            outcomes = by_task(bench.suite.run(subject, {task.id for task in tasks}))
        except WorkerLost as error:
            checked.lost = error
            return
        finally:
            loads.close()
        near = near_misses(submission, assignment.functions)
        for task in tasks:
            found = outcomes.get(task.id, ())
            checks = tuple(_check(outcome, reasons, subject.printed) for outcome in found)
            verdict = verdict_of([check.failure for check in checks])
            undefined = verdict is Verdict.NOT_DEFINED
            advice = _nearest(task, near) if undefined else common_pattern(found)
            checked.tasks.append(TaskChecks(task, checks, verdict, advice))

    with open_sandbox(level=level, packages=course.packages_of(assignment)) as sandbox:
        on_public_bench(course, assignment, sandbox, file, work)
    return checked


def _nearest(task: Task, near: Mapping[str, Text]) -> Text | None:
    return next((near[name] for name in task.functions if name in near), None)


def _check(outcome: Outcome, reasons: Reasons, printed: dict[int, str]) -> Check:
    title, error = outcome.mark.title, outcome.error
    if outcome.passed:
        return Check(title)
    known = None if error is None else reasons.of(error, outcome.mark.task)
    return Check(
        title,
        known or outcome.failure,
        call="" if known is not None else outcome.call(values=True) or "",
        detail=error.detail if isinstance(error, WorkerLost) else "",
        printed=printed.get(id(outcome.transcript), "").strip()[-MAX_PRINTED:],
    )
