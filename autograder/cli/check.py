"""``autograder check``: the public checks, for students, in the grader's words."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from autograder.checkrun import run_checks
from autograder.cli import options
from autograder.cli.speaker import Speaker
from autograder.course import Assignment, Course, Task
from autograder.errors import AutograderError, SandboxError, SandboxUnavailable, UsageError
from autograder.kit_files import PUBLIC_CHECKS
from autograder.locale import sentence
from autograder.program import Level
from autograder.student.failed_checks import FailedChecks
from autograder.student.own import own_work
from autograder.submission import read_submission
from autograder.submission.classes import unavailable_classes
from autograder.submission.naming import CODED, certainty
from autograder.submission.tree import SOURCES
from autograder.texts import Language

# What is wanted: the assignment; the task, where one was named; the file or folder, where that was named instead.
Wanted = tuple[Assignment, Task | None, Path | None]


@click.command()
@click.argument("name", metavar="[A01|A01.4]", required=False)
@click.argument("path", required=False, type=options.PATH)
@options.language("what it says")
@options.level("; a plain process by default, for this is your own code")
@options.course
def check(
    name: str | None,
    path: Path | None,
    language: Language | None,
    level: Level | None,
    course: Course,
) -> int:
    """Run the public checks of an assignment, or of one task of it.

    In an assignment's folder nothing needs to be said. PATH is your file or folder where it isn't the course's own.
    """
    language = language or course.language
    assignment, task, found = _asked_for(course, name, language)
    folder = path or found or _own_folder(course, assignment, language)
    file = _public_checks(course, assignment, language)
    with _faults_are_ours(language):
        submission = read_submission(folder, assignment.module)
        own = own_work(course, assignment, submission)
        speaker = Speaker(course, assignment, language)
        notes = unavailable_classes(submission.cells, course, assignment, submission.files)
        speaker.begin(submission, own, notes)
        level = level or Level.SUBPROCESS
        checked = run_checks(course, assignment, submission, own, file, level, task)
        # Hints may depend on how often a task was tried.
        failed = FailedChecks(course.root)
        for one in checked.attempted:
            failed.add(one, submission.digest)
        failed.save()
        return speaker.say(checked, own)


@contextmanager
def _faults_are_ours(language: Language) -> Iterator[None]:
    """Say of an error that it is a fault of the kit: whatever a student has written ends in a verdict."""
    try:
        yield
    except (SandboxUnavailable, click.ClickException, click.Abort):
        raise
    except SandboxError as error:
        raise _our_fault(str(error), language) from None
    except AutograderError:
        raise
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
        raise _our_fault(said, language) from error


def _our_fault(error: str, language: Language) -> SandboxError:
    return SandboxError(sentence("our_fault", error=error).in_(language))


def _asked_for(course: Course, name: str | None, language: Language) -> Wanted:
    if name is None:
        here = Path.cwd().name
        for assignment in course.finished:
            if assignment.id == here:
                return assignment, None, None
        raise UsageError(sentence("check_which").in_(language))
    path = Path(name)
    if path.suffix.lower() in SOURCES or (path.is_dir() and path.name != name):
        for assignment in course.finished:
            if certainty(path.name if path.suffix else f"{path.name}.py", assignment.id) <= CODED:
                return assignment, None, path
        raise UsageError(sentence("check_which_file", name=name).in_(language))
    if "." in name:
        task = course.task(name)
        return course.assignment(task.code), task, None
    return course.assignment(name), None, None


def _own_folder(course: Course, assignment: Assignment, language: Language) -> Path:
    here = Path.cwd()
    for folder in (here, here / assignment.id):
        if any((folder / f"{assignment.id}{ending}").is_file() for ending in (".py", ".ipynb")):
            return folder
    folder = assignment.release_dir(language)
    if not folder.is_dir():
        values = {"assignment": assignment.code, "module": assignment.id, "folder": folder}
        raise UsageError(sentence("check_no_file", **values).in_(language))
    return folder


def _public_checks(course: Course, assignment: Assignment, language: Language) -> Path:
    for folder in (Path.cwd(), assignment.release_dir(language), assignment.solution_dir):
        file = folder / PUBLIC_CHECKS
        if file.is_file() and folder.name == assignment.id:
            return file
    raise UsageError(sentence("check_no_checks", assignment=assignment.code).in_(language))
