"""Public checks on a student's own work: what each found, what was printed, what could not be loaded."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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
from autograder.sandbox import Level, LoadError, Remote, Worker, WorkerLost, open_sandbox
from autograder.student.own import OwnWork
from autograder.student.reasons import MAX_PRINTED, Reasons, Verdict, verdict_of
from autograder.submission import Submission
from autograder.submission.near_misses import near_misses
from autograder.texts import Text

# All that one's own checks may print: one worker serves them.
OUTPUT_KIB = 1024
# What a worker has printed comes by another way than its answers, a little later.
SETTLED_SECONDS = 0.001
MOST_WAITS = 20


@dataclass(frozen=True)
class Check:
    """How one check went.

    Attributes
    ----------
    title
        What it tries.
    failure
        Why it failed; None where it passed.
    call
        The last call that it made, with the values; empty where there is none to show.
    detail
        What else is known of the worker's end, where that is why it failed.
    printed
        What the student's code printed meanwhile, capped.
    """

    title: Text
    failure: Failure | None = None
    call: str = ""
    detail: str = ""
    printed: str = ""


@dataclass(frozen=True)
class TaskChecks:
    """How a task's checks went.

    Attributes
    ----------
    task
        The task.
    checks
        Its checks, in order.
    verdict
        What they say together.
    advice
        What its wrong answers have in common, or what comes nearest to a name that isn't there; where that is known.
    """

    task: Task
    checks: tuple[Check, ...]
    verdict: Verdict
    advice: Text | None = None


@dataclass
class Checked:
    """What running public checks gave.

    Attributes
    ----------
    tasks
        The tasks that were checked.
    problems
        What could not be loaded, of earlier assignments too.
    lost
        Why nothing could be run, where that is so.
    """

    tasks: list[TaskChecks] = field(default_factory=list)
    problems: tuple[LoadError, ...] = ()
    lost: WorkerLost | None = None


class Listening(Subject):
    """A subject that remembers what was printed during each check.

    Attributes
    ----------
    printed
        By the ``id`` of the check's transcript.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._begun: list[tuple[Transcript, int]] = []
        self.printed: dict[int, str] = {}

    def enter(self, task: str, transcript: Transcript) -> Remote:
        """Return the student's module, and note where what a check prints begins."""
        module = super().enter(task, transcript)
        if not self._begun or self._begun[-1][0] is not transcript:
            assert self.worker is not None, "a worker serves the task that was entered"
            self._begun.append((transcript, len(_settled(self.worker))))
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


def _settled(worker: Worker) -> str:
    """Return what a worker has printed, as soon as no more of it comes."""
    text = worker.output
    for _ in range(MOST_WAITS):
        time.sleep(SETTLED_SECONDS)
        before, text = text, worker.output
        if len(text) == len(before):
            break
    return text


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
    course, assignment
        Whose checks.
    submission, own
        What they are run on: as it was read, and with the earlier assignments.
    file
        The public checks.
    level
        The isolation level to use.
    only
        The one task that is wanted; None for all.
    """
    checked = Checked()
    reasons = Reasons(course, own.files.get, own.program.cells)
    tasks = assignment.tasks if only is None else (only,)

    def work(bench: Bench) -> None:
        limits = {
            task: replace(of_task, output_kib=OUTPUT_KIB) for task, of_task in bench.limits.items()
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
        near = near_misses(submission, functions_of(assignment))
        for task in tasks:
            found = outcomes.get(task.id, ())
            checks = tuple(_check(outcome, reasons, subject.printed) for outcome in found)
            verdict = verdict_of([check.failure for check in checks])
            advice = next((near[name] for name in task.functions if name in near), None)
            if verdict is not Verdict.NOT_DEFINED:
                advice = common_pattern(found)
            checked.tasks.append(TaskChecks(task, checks, verdict, advice))

    with open_sandbox(level=level, packages=course.packages_of(assignment)) as sandbox:
        on_public_bench(course, assignment, sandbox, file, work)
    return checked


def _check(outcome: Outcome, reasons: Reasons, printed: dict[int, str]) -> Check:
    title, error = outcome.mark.title, outcome.error
    if outcome.passed:
        return Check(title)
    known = None if error is None else reasons.of(error, outcome.mark.task)
    text = printed.get(id(outcome.transcript), "").strip()
    return Check(
        title,
        known or outcome.failure,
        call="" if known is not None else outcome.call(values=True) or "",
        detail=error.detail if isinstance(error, WorkerLost) else "",
        printed=text[-MAX_PRINTED:],
    )


def functions_of(assignment: Assignment) -> list[str]:
    """Return all that is written in an assignment."""
    return [name for task in assignment.tasks for name in task.functions]


def attempted(checks: Sequence[TaskChecks]) -> list[str]:
    """Return the tasks that were tried and failed: what isn't written, or waits for another task, is no attempt."""
    return [one.task.id for one in checks if one.verdict is Verdict.FAILED]
