"""A class graded by ``autograder grade``, written into nbgrader's gradebook and its ``autograded/`` folder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from autograder.course import Assignment
from autograder.errors import AutograderError, SubmissionError, UsageError
from autograder.files import write_whole
from autograder.nbgrader_plugin.cells import grade_id
from autograder.nbgrader_plugin.reading import read_cells, read_script_cells
from autograder.nbgrader_plugin.recording import Entry, record, set_changed
from autograder.nbgrader_plugin.registered import Master, read_master
from autograder.nbgrader_plugin.report import with_report
from autograder.nbgrader_plugin.restoring import restored
from autograder.nbgrader_plugin.settings import Autograder, open_folder
from autograder.result import Result
from autograder.submission import Found, discover
from autograder.submission.identity import file_safe
from autograder.submission.tree import NOTEBOOK
from autograder.texts import Language

TIMESTAMP = "timestamp.txt"
PERMISSIONS = 0o444  # what nbgrader gives the files it has graded


@dataclass(frozen=True)
class PushReport:
    """What became of each result."""

    pushed: list[tuple[str, str]] = field(default_factory=list)  # assignment and student
    absent: list[tuple[str, str]] = field(default_factory=list)  # handed in nothing: no grade there
    skipped: list[str] = field(default_factory=list)  # what was left out, and why

    def __str__(self) -> str:
        """Say it: a line for each assignment, and for each result left out."""
        recorded = Counter(assignment for assignment, _ in self.pushed)
        absent = Counter(assignment for assignment, _ in self.absent)
        lines = [
            f"{name}: {recorded[name]} in the gradebook"
            + (f", {absent[name]} handed in nothing" if absent[name] else "")
            for name in dict.fromkeys((*recorded, *absent))
        ]
        return "\n".join([*lines, *self.skipped])


def push(results: Sequence[Result], folder: Path, submissions: Path | None = None) -> PushReport:
    """Record results; doing it again changes nothing, and what people marked stays.

    Parameters
    ----------
    results
        Of any number of assignments and students.
    folder
        nbgrader's course folder.
    submissions
        Where the submissions were graded from, to show them; ``submitted/`` of the folder if None.

    Raises
    ------
    UsageError
        Where the folder or its gradebook can't be used. What is wrong with one result is reported and stops no other.
    """
    config, directory = open_folder(folder)
    settings = Autograder(config=config)
    course = settings.load_course()
    language = settings.language_of(course)
    report = PushReport()
    groups: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        groups[result.assignment].append(result)
    try:
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            for name, group in groups.items():
                try:
                    assignment = course.assignment(name)
                    master = read_master(gradebook, directory, assignment)
                except AutograderError as error:
                    report.skipped.append(f"{name}: {error}")
                    continue
                works = find_works(directory, assignment, submissions)
                pusher = _Pusher(config, directory, gradebook, master, works, language)
                for result in group:
                    pusher.push(result, report)
    except (SQLAlchemyError, ImportError) as error:
        # An ImportError where a database's driver is missing.
        reason, pushed = str(error).splitlines()[0], len(report.pushed)
        done = f"; {pushed} results are in it, the rest can be pushed again" if pushed else ""
        raise UsageError(f"the gradebook of {folder} can't be used ({reason}){done}") from None
    return report


@dataclass(frozen=True)
class Work:
    """Where a student's work is, and what nbgrader calls the student; empty where it isn't in ``submitted/``."""

    found: Found
    student: str = ""


def find_works(
    directory: CourseDirectory, assignment: Assignment, submissions: Path | None = None
) -> dict[str, Work]:
    """Return where each student's work is, by the name that ``autograder grade`` gives the student there.

    In ``submitted/``, or in another folder or file that the class was graded from.
    """
    submitted = Path(directory.root) / directory.submitted_directory
    folder = submitted if submissions is None else submissions
    if not folder.exists():
        return {}
    works = {}
    for one in discover([folder], assignment.module):
        inside = folder.resolve() == submitted.resolve() and one.path != folder
        student = one.path.relative_to(folder).parts[0] if inside else ""
        works[one.student] = Work(one, student)
    return works


@dataclass(frozen=True)
class _Pusher:
    """Records the results of one assignment."""

    config: Config
    directory: CourseDirectory
    gradebook: Gradebook
    master: Master
    works: Mapping[str, Work]
    language: Language

    @cached_property
    def _known(self) -> dict[str, str]:
        """What nbgrader calls each student, by what that is as a file's name."""
        return {file_safe(student.id): student.id for student in self.gradebook.students}

    def push(self, result: Result, report: PushReport) -> None:
        """Record a result and show it; report what became of it."""
        work = self.works.get(result.student)
        assignment = self.master.assignment
        submitted = self.directory.submitted_directory
        if work and work.student and not self._folder(submitted, work.student).is_dir():
            # For nbgrader that is no submission, not a 0.
            report.absent.append((assignment.id, result.student))
            return
        try:
            self._push(result, work)
        except (AutograderError, OSError) as error:
            self.gradebook.db.rollback()
            report.skipped.append(f"{assignment.code} {result.student}: {error}")
        else:
            report.pushed.append((assignment.id, result.student))

    def _push(self, result: Result, work: Work | None) -> None:
        if not result.has_score:
            raise UsageError("the grader itself failed on it, so there is no score; grade it again")
        student = work.student if work else ""
        student = student or self._known.get(result.student, result.student)
        handed_in = self._folder(self.directory.submitted_directory, student)
        graded = self._folder(self.directory.autograded_directory, student)
        shown = restored(self._cells(result, work), self.master)
        timestamp = self._timestamp(handed_in, result)
        given = {} if timestamp is None else {"timestamp": timestamp}
        assignment = self.master.assignment
        self.gradebook.update_or_create_student(student)
        self.gradebook.update_or_create_submission(assignment.id, student, **given)
        submitted = self.gradebook.find_submission_notebook(assignment.id, assignment.id, student)
        file = graded / f"{assignment.id}.ipynb"
        entry = Entry(self.gradebook, submitted, shown, self.master, self.language, _answers(file))
        record(entry, result)
        self._penalize(entry, student, result)
        notebook = with_report(shown, result, assignment, self.language)
        _write(file, nbformat.writes(notebook) + "\n")
        if (handed_in / TIMESTAMP).is_file():
            # By it nbgrader tells whether what is graded is older than what was handed in.
            _write(graded / TIMESTAMP, (handed_in / TIMESTAMP).read_text(encoding="utf-8"))

    def _folder(self, step: str, student: str) -> Path:
        return Path(self.directory.format_path(step, student, self.master.assignment.id))

    def _timestamp(self, handed_in: Path, result: Result) -> datetime | None:
        """Return when a submission was handed in, in UTC: as nbgrader's collecting has noted it, else the result."""
        try:
            found: datetime | None = self.directory.get_existing_timestamp(str(handed_in))
        except (AttributeError, ValueError, OverflowError):
            # An AttributeError, for nbgrader stumbles over its own message.
            raise UsageError(
                f"{handed_in / TIMESTAMP}: holds no time such as 2026-11-20 10:00:00 UTC; correct or remove it"
            ) from None
        if found is None and result.lateness and result.lateness.submitted:
            found = result.lateness.submitted.astimezone(UTC).replace(tzinfo=None)
        return found

    def _cells(self, result: Result, work: Work | None) -> list[NotebookNode]:
        """Return what was handed in; nothing where it can't be found or read, for the result says what it was."""
        if work is None:
            return []
        files = [work.found.path, *work.found.further]
        if work.found.path.is_dir():
            files = [work.found.path / result.submission]
        name = Path(result.submission).name
        file = next((file for file in files if file.name == name and file.is_file()), None)
        try:
            if file is not None and file.suffix.lower() == NOTEBOOK:
                return read_cells(file)
            return read_script_cells(file, self.master) if file is not None else []
        except SubmissionError:
            return []

    def _penalize(self, entry: Entry, student: str, result: Result) -> None:
        """Record what being late costs: by the course's rule where the result has one, else by nbgrader's plug-in."""
        if result.lateness is not None and result.lateness.due is not None:
            set_changed(entry.submitted, late_submission_penalty=result.penalty or None)
            self.gradebook.db.commit()
            return
        name = self.master.assignment.id
        who = {
            "notebook": name,
            "assignment": name,
            "student": student,
            "db_url": self.directory.db_url,
        }
        AssignLatePenalties(config=self.config).preprocess(entry.shown, {"nbgrader": who})


def _answers(file: Path) -> dict[str, str] | None:
    """Return the texts of the registered cells of a notebook that was recorded before."""
    if not file.is_file():
        return None
    try:
        cells = nbformat.read(file, as_version=4).cells
    except Exception:  # somebody else's file, or a broken one: as if it weren't there
        return None
    return {grade_id(cell): cell.source for cell in cells if grade_id(cell)}


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all, and not where it is already so."""
    if file.is_file() and file.read_bytes() == text.encode():
        return
    write_whole(file, [text.encode()], PERMISSIONS)
