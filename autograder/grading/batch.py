"""Many submissions at once: chunks of them go through an executor, and results come back as they are ready."""

from __future__ import annotations

import atexit
import os
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.course import Assignment, Course, current_course
from autograder.errors import SandboxError
from autograder.grading.bench import Bench, on_bench
from autograder.grading.grader import Grader, Watch
from autograder.grading.options import GradeOptions
from autograder.grading.processes import Processes
from autograder.grading.record import Recorder
from autograder.locale import sentence
from autograder.result import Result, Status
from autograder.sandbox import Sandbox, open_sandbox
from autograder.submission import Found

# A chunk shares one collection of the suite, so it should not be tiny; and a lost one is graded again, so not huge.
LARGEST_CHUNK = 16
CHUNKS_PER_PROCESS = 4


@dataclass(frozen=True)
class Job:
    """Submissions of one assignment, to be graded in one go."""

    course_file: Path
    assignment: str
    found: tuple[Found, ...]
    options: GradeOptions


# One sandbox per process and set of packages: dear to start and safe to keep.
_sandboxes: dict[tuple[object, ...], Sandbox] = {}


def grade_job(job: Job, watch: Watch | None = None) -> list[Result]:
    """Grade the submissions of one job in this process; ``watch`` is told each task as its checks have run."""
    course = current_course(job.course_file)
    assignment = course.assignment(job.assignment)
    sandbox = shared_sandbox(course, assignment, job.options)
    return on_bench(
        course,
        assignment,
        sandbox,
        job.options,
        lambda bench: list(_one_by_one(job.found, bench, watch)),
    )


def _one_by_one(
    submissions: Sequence[Found], bench: Bench, watch: Watch | None
) -> Iterator[Result]:
    """Yield a result for each submission.

    A sandbox that has died would fail everything after it: it is opened anew, once for a submission, and what was lost
    is graded again.
    """
    course, assignment, options = bench.course, bench.assignment, bench.options
    grader = Grader(bench, watch=watch)
    for place, found in enumerate(submissions):
        result = grader.grade(found)
        if grader.sandbox_failed:
            forget_sandbox(course, assignment, options)
            try:
                bench = replace(bench, sandbox=shared_sandbox(course, assignment, options))
            except SandboxError as error:
                for lost in submissions[place:]:
                    yield ungraded(course, assignment, lost, str(error))
                return
            grader = Grader(bench, watch=watch)
            result = grader.grade(found)
            if grader.sandbox_failed and result.has_score:
                result = ungraded(course, assignment, found, "the sandbox ended, twice")
        yield result


def shared_sandbox(course: Course, assignment: Assignment, options: GradeOptions) -> Sandbox:
    """Return this process's sandbox for an assignment's packages, opened when it is first asked for."""
    key = _key(course, assignment, options)
    sandbox = _sandboxes.get(key)
    if sandbox is None:
        sandbox = open_sandbox(
            level=options.level,
            minimum=options.least(course),
            packages=course.packages_of(assignment),
        )
        _sandboxes[key] = sandbox
    return sandbox


def forget_sandbox(course: Course, assignment: Assignment, options: GradeOptions) -> None:
    """End this process's sandbox for an assignment's packages; the next that asks gets a new one."""
    sandbox = _sandboxes.pop(_key(course, assignment, options), None)
    if sandbox is not None:
        sandbox.close()


def _key(course: Course, assignment: Assignment, options: GradeOptions) -> tuple[object, ...]:
    return (options.level, options.least(course), course.packages_of(assignment))


def ungraded(course: Course, assignment: Assignment, found: Found, reason: str) -> Result:
    """Return the result of a submission at which the grader itself failed."""
    message = sentence("kit_error", error=reason)
    return Recorder(course, assignment, "none").failed(found, Status.KIT_ERROR, message)


@atexit.register
def close_sandboxes() -> None:
    """End this process's sandboxes."""
    while _sandboxes:
        _sandboxes.popitem()[1].close()


def grade_class(
    course: Course,
    submissions: Sequence[tuple[Assignment, Found]],
    options: GradeOptions,
    processes: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """Grade submissions of any number of assignments; yield each result when it is ready.

    Parameters
    ----------
    course
        Whose assignments.
    submissions
        What to grade.
    options
        How to grade.
    processes
        How many to grade at a time; None for one per processor. With 1, or one submission, all happens in this process.
    executor
        Where to run instead of local processes: anything with the interface of ``concurrent.futures``.
    """
    processes = processes or os.cpu_count() or 1
    jobs = _jobs(course, submissions, options, processes)
    if executor is None and (processes == 1 or len(submissions) == 1):
        for job in jobs:
            yield from grade_job(job)
        return
    lost = yield from _through(executor or Processes(processes), jobs, close=executor is None)
    # Whatever broke a process must cost itself alone: each submission of a lost chunk gets a process of its own.
    for job in lost:
        for found in job.found:
            single = Job(job.course_file, job.assignment, (found,), job.options)
            broken = yield from _through(Processes(1), [single], close=True)
            if broken:
                assignment = course.assignment(job.assignment)
                yield ungraded(course, assignment, found, "the grading process ended")


def _through(
    executor: Executor, jobs: Sequence[Job], *, close: bool
) -> Generator[Result, None, list[Job]]:
    """Yield the results of jobs as they are ready; return the jobs whose process broke."""
    lost: list[Job] = []
    try:
        futures: dict[Future[list[Result]], Job] = {}
        for job in jobs:
            try:
                futures[executor.submit(grade_job, job)] = job
            except BrokenProcessPool:
                lost.append(job)
        for future in as_completed(futures):
            try:
                yield from future.result()
            except BrokenProcessPool:
                lost.append(futures[future])
    finally:
        if close:
            executor.shutdown(wait=True, cancel_futures=True)
    return lost


def _jobs(
    course: Course,
    submissions: Sequence[tuple[Assignment, Found]],
    options: GradeOptions,
    processes: int,
) -> list[Job]:
    jobs = []
    for assignment in course.assignments:
        found = [one for owner, one in submissions if owner.id == assignment.id]
        size = max(1, min(LARGEST_CHUNK, -(-len(found) // (processes * CHUNKS_PER_PROCESS))))
        jobs += [
            Job(course.file, assignment.id, tuple(found[start : start + size]), options)
            for start in range(0, len(found), size)
        ]
    return jobs
