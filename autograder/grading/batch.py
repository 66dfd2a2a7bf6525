"""Many submissions at once: chunks of them go through an executor, and results come back as they are ready."""

from __future__ import annotations

import atexit
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from autograder.course import Assignment, Course, current_course
from autograder.errors import SandboxError
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader, Watch, engine, failed_result
from autograder.grading.options import GradeOptions
from autograder.grading.reference import load_reference
from autograder.grading.suite import Session, run_suite
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


# One sandbox and one set of diagnoses per process and assignment: both are dear to start and safe to keep.
_sandboxes: dict[tuple[object, ...], Sandbox] = {}
_diagnoses: dict[tuple[Path, str], Diagnosis] = {}


def grade_job(job: Job, watch: Watch | None = None) -> list[Result]:
    """Grade the submissions of one job in this process; ``watch`` is told each task as its checks have run."""
    course = current_course(job.course_file)
    assignment = course.assignment(job.assignment)
    results: list[Result] = []

    def work(session: Session) -> None:
        key = (course.file, assignment.id)
        if key not in _diagnoses:
            _diagnoses[key] = Diagnosis.of(course, assignment)

        def new_grader() -> Grader:
            sandbox = shared_sandbox(course, assignment, job.options)
            options, diagnosis = job.options, _diagnoses[key]
            return Grader(course, assignment, session, sandbox, options, diagnosis, watch)

        forget = partial(forget_sandbox, course, assignment, job.options)
        failed = partial(_failed, course, assignment)
        results.extend(_one_by_one(job.found, new_grader, forget, failed))

    run_suite(course, assignment, load_reference(course, assignment), work)
    return results


def _one_by_one(
    submissions: Sequence[Found],
    new_grader: Callable[[], Grader],
    forget: Callable[[], None],
    failed: Callable[[str, Found], Result],
) -> Iterator[Result]:
    """Yield a result for each submission.

    A sandbox that has died would fail everything after it: it is opened anew, once for a submission, and what was lost
    is graded again.
    """
    grader = new_grader()
    for place, found in enumerate(submissions):
        result = grader.grade(found)
        if grader.sandbox_failed:
            forget()
            try:
                grader = new_grader()
            except SandboxError as error:
                yield from (failed(str(error), one) for one in submissions[place:])
                return
            result = grader.grade(found)
            if grader.sandbox_failed and result.has_score:
                result = failed("the sandbox ended, twice", found)
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


def _failed(course: Course, assignment: Assignment, reason: str, found: Found) -> Result:
    message, made_by = sentence("kit_error", error=reason), engine(assignment, "none")
    return failed_result(course, assignment, found, Status.KIT_ERROR, message, made_by)


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
    lost = yield from _through(executor or _local(processes), jobs, close=executor is None)
    # Whatever broke a process must cost itself alone: each submission of a lost chunk gets a process of its own.
    for job in lost:
        for found in job.found:
            single = Job(job.course_file, job.assignment, (found,), job.options)
            broken = yield from _through(_local(1), [single], close=True)
            if broken:
                assignment = course.assignment(job.assignment)
                yield _failed(course, assignment, "the grading process ended", found)


def _local(processes: int) -> ProcessPoolExecutor:
    # "spawn": a fork of this process would inherit threads and locks.
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))


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
