"""A class graded by ``autograder grade``, written into nbgrader's gradebook and its ``autograded/`` folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import SQLAlchemyError
from traitlets.config import Config

from autograder.course import Assignment, Course
from autograder.errors import AutograderError, SubmissionError, UsageError
from autograder.files import write_whole
from autograder.nbgrader_plugin.folders import open_folder
from autograder.nbgrader_plugin.reading import ShownCell, read_cells, read_script_cells
from autograder.nbgrader_plugin.recording import record
from autograder.nbgrader_plugin.registered import Master, read_master
from autograder.nbgrader_plugin.report import with_report
from autograder.nbgrader_plugin.restoring import restored
from autograder.nbgrader_plugin.settings import Autograder
from autograder.result import Result
from autograder.submission import Found, discover
from autograder.submission.identity import file_safe
from autograder.submission.tree import NOTEBOOK
from autograder.texts import Language

TIMESTAMP = "timestamp.txt"
PERMISSIONS = 0o444  # what nbgrader gives the files it has graded


@dataclass(frozen=True)
class PushReport:
    """What became of each result.

    Attributes
    ----------
    pushed
        Assignment and student of what was recorded.
    absent
        Assignment and student of who handed in nothing for it, and so has no grade there.
    skipped
        What was left out, and why.
    """

    pushed: tuple[tuple[str, str], ...]
    absent: tuple[tuple[str, str], ...]
    skipped: tuple[str, ...]

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
    pushed: list[tuple[str, str]] = []
    absent: list[tuple[str, str]] = []
    skipped: list[str] = []
    try:
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            for assignment, group in _by_assignment(course, results, skipped):
                try:
                    master = read_master(gradebook, directory, assignment)
                except AutograderError as error:
                    skipped.append(f"{assignment.id}: {error}")
                    continue
                pusher = _Pusher(config, directory, gradebook, assignment, master, language)
                works = find_works(directory, assignment, submissions)
                for result in group:
                    work = works.get(result.student)
                    if work and pusher.is_absent(work):
                        absent.append((assignment.id, result.student))
                        continue
                    try:
                        pusher.push(result, work)
                    except (AutograderError, OSError) as error:
                        gradebook.db.rollback()
                        skipped.append(f"{assignment.code} {result.student}: {error}")
                    else:
                        pushed.append((assignment.id, result.student))
    except (SQLAlchemyError, ImportError) as error:
        # An ImportError where a database's driver is missing.
        reason = str(error).splitlines()[0]
        done = f"; {len(pushed)} results are in it, the rest can be pushed again" if pushed else ""
        raise UsageError(f"the gradebook of {folder} can't be used ({reason}){done}") from None
    return PushReport(tuple(pushed), tuple(absent), tuple(skipped))


def _by_assignment(
    course: Course, results: Sequence[Result], skipped: list[str]
) -> Iterator[tuple[Assignment, list[Result]]]:
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.assignment, []).append(result)
    for name, group in groups.items():
        try:
            yield course.assignment(name), group
        except UsageError as error:
            skipped.append(f"{name}: {error}")


@dataclass(frozen=True)
class Work:
    """Where a student's work is, and what nbgrader calls the student; empty where it isn't in ``submitted/``."""

    found: Found
    student: str = ""


def find_works(
    directory: CourseDirectory, assignment: Assignment, submissions: Path | None = None
) -> dict[str, Work]:
    """Return where each student's work is, by the name that ``autograder grade`` gives the student there.

    Parameters
    ----------
    directory, assignment
        Whose ``submitted/`` folder, and of which assignment.
    submissions
        Another folder or file that the class was graded from.
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


class _Pusher:
    """Records the results of one assignment."""

    def __init__(
        self,
        config: Config,
        directory: CourseDirectory,
        gradebook: Gradebook,
        assignment: Assignment,
        master: Master,
        language: Language,
    ) -> None:
        self.config = config
        self.directory = directory
        self.gradebook = gradebook
        self.assignment = assignment
        self.master = master
        self.language = language
        self._known = {file_safe(one.id): one.id for one in gradebook.students}

    def is_absent(self, work: Work) -> bool:
        """Tell whether a student of nbgrader's has handed in nothing: for nbgrader that is no submission, not a 0."""
        folder = self._folder(self.directory.submitted_directory, work.student)
        return bool(work.student) and not Path(folder).is_dir()

    def push(self, result: Result, work: Work | None) -> None:
        if not result.has_score:
            raise UsageError("the grader itself failed on it, so there is no score; grade it again")
        student = work.student if work else ""
        student = student or self._known.get(result.student, result.student)
        handed_in = Path(self._folder(self.directory.submitted_directory, student))
        shown = restored(self._cells(result, work), self.master)
        timestamp = self._timestamp(handed_in, result)
        self.gradebook.update_or_create_student(student)
        given = {} if timestamp is None else {"timestamp": timestamp}
        self.gradebook.update_or_create_submission(self.assignment.id, student, **given)
        notebook = self.gradebook.find_submission_notebook(
            self.assignment.id, self.assignment.id, student
        )
        graded = Path(self._folder(self.directory.autograded_directory, student))
        file = graded / f"{self.assignment.id}.ipynb"
        record(
            self.gradebook,
            notebook,
            shown,
            result,
            self.master,
            self.assignment,
            self.language,
            before=_answers(file),
        )
        self._penalize(shown, student, result)
        text = nbformat.writes(with_report(shown, result, self.assignment, self.language))
        _write(file, text + "\n")
        if (handed_in / TIMESTAMP).is_file():
            # By it nbgrader tells whether what is graded is older than what was handed in.
            _write(graded / TIMESTAMP, (handed_in / TIMESTAMP).read_text(encoding="utf-8"))

    def _folder(self, step: str, student: str) -> str:
        return str(self.directory.format_path(step, student, self.assignment.id))

    def _timestamp(self, handed_in: Path, result: Result) -> datetime | None:
        """Return when a submission was handed in, in UTC: as nbgrader's collecting has noted it, else the result."""
        try:
            found: datetime | None = self.directory.get_existing_timestamp(str(handed_in))
        except (
            AttributeError,
            ValueError,
            OverflowError,
        ):  # nbgrader stumbles over its own message
            raise UsageError(
                f"{handed_in / TIMESTAMP}: holds no time such as 2026-11-20 10:00:00 UTC; correct or remove it"
            ) from None
        if found is None and result.lateness and result.lateness.submitted:
            found = result.lateness.submitted.astimezone(UTC).replace(tzinfo=None)
        return found

    def _cells(self, result: Result, work: Work | None) -> list[ShownCell]:
        """Return what was handed in; nothing where it can't be found or read, for the result says what it was."""
        if work is None:
            return []
        files = [work.found.path, *work.found.further]
        if work.found.path.is_dir():
            files = [work.found.path / result.submission]
        for file in files:
            if not file.is_file() or file.name != Path(result.submission).name:
                continue
            try:
                if file.suffix.lower() == NOTEBOOK:
                    return read_cells(file)
                return read_script_cells(file, self.master)
            except SubmissionError:
                return []
        return []

    def _penalize(self, shown: NotebookNode, student: str, result: Result) -> None:
        """Record what being late costs: by the course's rule where the result has one, else by nbgrader's plug-in."""
        who = {
            "notebook": self.assignment.id,
            "assignment": self.assignment.id,
            "student": student,
            "db_url": self.directory.db_url,
        }
        if result.lateness is None or result.lateness.due is None:
            AssignLatePenalties(config=self.config).preprocess(shown, {"nbgrader": who})
            return
        notebook = self.gradebook.find_submission_notebook(
            self.assignment.id, self.assignment.id, student
        )
        penalty = result.penalty or None
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty
            self.gradebook.db.commit()


def _answers(file: Path) -> dict[str, str] | None:
    """Return the texts of the registered cells of a notebook that was recorded before."""
    if not file.is_file():
        return None
    try:
        cells = nbformat.read(file, as_version=4).cells
    except Exception:  # somebody else's file, or a broken one: as if it weren't there
        return None
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in cells
        if "grade_id" in cell.metadata.get("nbgrader", {})
    }


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all, and not where it is already so."""
    if file.is_file() and file.read_bytes() == text.encode():
        return
    write_whole(file, [text.encode()], PERMISSIONS)
