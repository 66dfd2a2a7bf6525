"""What goes wrong in the grader costs no other student a result, and nobody a mark."""

import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.errors import SandboxError
from autograder.grading import batch, grader
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.sandbox import Level
from autograder.submission import Found


@pytest.fixture
def job(course):
    """Three correct submissions of A01."""
    file = course.assignment("A01").solution_file
    found = tuple(Found(name, file) for name in ("first", "second", "third"))
    return Job(course.file, "A01", found, GradeOptions(diagnose=False))


ALL = 60  # what the toy course's A01 is worth


class Ours(Exception):
    """A mistake of the grader's own that nobody has thought of."""


@pytest.mark.parametrize("place", ["submission_program", "check_policy", "submission_status"])
def test_a_mistake_of_ours_in_one_submission_ends_no_class(job, monkeypatch, place):
    works, seen = getattr(grader, place), []

    def broken(*arguments, **options):
        seen.append(arguments)
        if len(seen) == 2:
            raise Ours("the hidden suite expects 42")
        return works(*arguments, **options)

    monkeypatch.setattr(grader, place, broken)
    results = grade_job(job)
    assert [one.has_score and one.score for one in results] == [ALL, False, ALL]
    said = results[1].message.en
    assert "The grader itself failed (Ours grading/grader.py:" in said
    assert "42" not in said


def test_a_mistake_of_ours_in_reading_ends_no_class(job, monkeypatch):
    works = Found.read

    def broken(found, *arguments):
        if found.student == "second":
            raise RecursionError
        return works(found, *arguments)

    monkeypatch.setattr(Found, "read", broken)
    assert [str(one.status) for one in grade_job(job)] == ["graded", "kit error", "graded"]


@pytest.fixture(params=[Level.NAMESPACES, Level.LANDLOCK, Level.RLIMITS], ids=lambda one: one.value)
def confined(job, request, course):
    """The submissions at one level of isolation, in a sandbox that no other test has used."""
    job = replace(job, options=replace(job.options, level=request.param, minimum=request.param))
    batch.close_sandboxes()
    try:
        batch.shared_sandbox(course, course.assignment("A01"), job.options)
    except SandboxError as error:
        pytest.skip(str(error))
    yield job
    batch.close_sandboxes()


def family(process):
    """Return a process and what it has started, the youngest first."""
    found = [process]
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            found = [*family(int(child)), *found]
    return found


def killing(times, youngest, task_id="A01.2"):
    """Return a watch that kills the sandbox at the given times that a task has been checked."""
    killed = []

    def watch(task):
        if task.task == task_id:
            killed.append(False)
            if len(killed) in times:
                (sandbox,) = batch._sandboxes.values()
                processes = family(sandbox._process.pid)
                for one in processes if youngest else processes[-1:]:
                    os.kill(one, signal.SIGKILL)
                sandbox._process.wait(10)

    return watch


@pytest.mark.parametrize("youngest", [False, True], ids=["the outer", "all of it"])
def test_a_sandbox_that_dies_in_mid_class_is_opened_anew(confined, youngest):
    results = grade_job(confined, killing({2}, youngest))
    assert [(str(one.status), one.score) for one in results] == [("graded", ALL)] * 3
    (sandbox,) = batch._sandboxes.values()
    assert sandbox.alive


@pytest.mark.parametrize(
    ("task", "said"), [("A01.2", "the sandbox"), ("A01.5", "the sandbox ended, twice")]
)
def test_a_submission_that_loses_two_sandboxes_is_no_student_s_crash(confined, task, said):
    results = grade_job(confined, killing({2, 3}, True, task))
    assert [one.has_score and one.score for one in results] == [ALL, False, ALL]
    assert said in results[1].message.en


def test_where_no_sandbox_can_be_opened_any_more_the_rest_has_no_score(confined, monkeypatch):
    def refused(**_):
        raise SandboxError("no more processes")

    watch = killing({2}, youngest=True)
    monkeypatch.setattr(batch, "open_sandbox", refused)
    results = grade_job(confined, watch)
    assert [one.has_score and one.score for one in results] == [ALL, False, False]
    assert "no more processes" in results[2].message.en
