"""A class, from what was handed in to results on disk: what ``autograder.grade`` and the commands do.

run = ClassRun(course, find_submissions(course, [Path("handed-in")]))
results = run.grade(GradeOptions(), Path("results"))
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.errors import UsageError
from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.matching import Matcher
from autograder.gradebook.plan import Graded, Plan
from autograder.gradebook.regrade import Change, compare, prepare, write_record
from autograder.gradebook.roster import load_roster
from autograder.gradebook.times import Clock, Submitted, load_times
from autograder.grading.batch import grade_class
from autograder.grading.options import GradeOptions
from autograder.result import Result, write_result
from autograder.submission import discover
from autograder.submission.identity import original_name
from autograder.submission.naming import names_assignment

Workers = int | Executor | None
Paths = Path | str | Sequence[Path | str]


@dataclass(frozen=True)
class Register:
    """Who takes the course, and when they handed in, as an instructor's files say it.

    Attributes
    ----------
    roster
        The CSV file of who takes the course; None where there is none: then every submission stands for itself.
    encoding
        The encoding of the roster, where it can't be told from the file.
    submitted_at
        The CSV file of when submissions came; what their platform says where there is none.
    times_from_files
        Whether the time of a file stands in where nothing else tells when it came.
    """

    roster: Path | str | None = None
    encoding: str | None = None
    submitted_at: Path | str | None = None
    times_from_files: bool = False


@dataclass(frozen=True)
class Regraded:
    """What a regrade gave.

    Attributes
    ----------
    folder
        Where the new results are, beside the old.
    changes
        What became of whom.
    results
        What was graded anew.
    kept
        The results of those who weren't handed in again.
    """

    folder: Path
    changes: list[Change]
    results: list[Result]
    kept: list[Result]


class ClassRun:
    """Submissions of a class: whose they are and when they came; graded, and kept.

    Parameters
    ----------
    course
        The course.
    submissions
        What is to be graded, as ``find_submissions`` finds it.
    register
        Who takes the course, and when they handed in.
    before
        Results of an earlier grading, whose times stand in where nothing else is known.

    Attributes
    ----------
    roster
        Who takes the course; None where nobody said.
    plan
        What is graded, and how results become one a student.
    notes
        What the reader of the register's files should know.

    Raises
    ------
    UsageError
        Where a file of the register can't be read, or is wrong; with file, line and column.
    """

    def __init__(
        self,
        course: Course,
        submissions: Sequence[Graded],
        register: Register = Register(),
        before: Sequence[Result] = (),
    ) -> None:
        codes = [assignment.code for assignment in course.assignments]
        exports = GradescopeExports()
        self.notes: list[str] = []
        self.roster, matcher = None, None
        table: list[Submitted] = []
        if register.roster is not None:
            self.roster = load_roster(Path(register.roster), register.encoding, codes)
            self.notes += self.roster.notes
            matcher = Matcher(self.roster, exports)
        zone = course.zone()
        if register.submitted_at is not None:
            table, notes = load_times(Path(register.submitted_at), zone, matcher, codes)
            self.notes += notes
        clock = Clock(zone, table, exports, use_mtime=register.times_from_files)
        self.plan = Plan(course, submissions, matcher, clock, before)
        self._before = before

    def grade(
        self,
        options: GradeOptions,
        out: Path | None = None,
        workers: Workers = None,
        graded: Callable[[], object] = lambda: None,
    ) -> list[Result]:
        """Grade what is to be graded; return a result for each student and assignment, in order.

        Parameters
        ----------
        options
            How to grade.
        out
            The folder to write each result to as soon as it is complete; None to write nothing.
        workers
            How many to grade at a time, one per processor where nothing is said; or where to run, anything with the
            interface of ``concurrent.futures``.
        graded
            Called after each submission.
        """
        processes, executor = (workers, None) if isinstance(workers, int) else (None, workers)
        if processes is not None and processes < 1:
            raise UsageError(f"workers: found {processes}, expected at least 1")
        results: list[Result] = []
        plan = self.plan
        for one in grade_class(plan.course, plan.submissions, options, processes, executor):
            complete = plan.take(one)
            results += complete
            if out is not None:
                for result in complete:
                    write_result(result, out)
            graded()
        return sorted(results, key=lambda result: (result.code, result.student))

    def regrade(
        self,
        results: Path,
        options: GradeOptions,
        workers: Workers = None,
        graded: Callable[[], object] = lambda: None,
    ) -> Regraded:
        """Grade into a folder beside earlier results, and compare; who wasn't handed in again keeps a result.

        Parameters
        ----------
        results
            The folder of the earlier results, those that the run was made with; nothing changes in it.
        options, workers, graded
            As in ``grade``.
        """
        folder = prepare(results)
        after = self.grade(options, folder, workers, graded)
        regraded = {(result.assignment, result.student) for result in after}
        kept = [
            result for result in self._before if (result.assignment, result.student) not in regraded
        ]
        for result in kept:
            write_result(result, folder)
        changes = compare(self._before, after)
        write_record(folder, results, changes)
        return Regraded(folder, changes, after, kept)


def grade(
    course: Course,
    paths: Paths,
    assignment: str | None = None,
    *,
    options: GradeOptions | None = None,
    register: Register = Register(),
    out: Path | str | None = None,
    workers: Workers = None,
) -> list[Result]:
    """Grade submissions: a file, a student's folder, or a class.

    Parameters
    ----------
    course
        The course, from ``load_course``.
    paths
        Files, students' folders, folders of those, zip files of those; or one of them.
    assignment
        Its code, "A01"; told from the files' names where it isn't given.
    options
        How to grade; as commands do by default where nothing is said.
    register
        Who takes the course and when they handed in; without it every submission stands for itself.
    out
        The folder to write results to, as ``autograder grade`` does; None to write nothing.
    workers
        How many submissions to grade at a time, one per processor where nothing is said; or where to run, anything
        with the interface of ``concurrent.futures``.

    Returns
    -------
    list of Result
        One for each student and assignment, ordered by assignment and student. A submission that can't be read, and a
        failure of the grader itself, are results, too.

    Raises
    ------
    UsageError
        Where there is nothing to grade, or a file of the register is wrong.
    SandboxUnavailable
        Where the machine doesn't give the isolation that the course requires.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    run = ClassRun(course, find_submissions(course, [*map(Path, given)], assignment), register)
    for note in run.notes:
        warnings.warn(note, stacklevel=2)
    return run.grade(options or GradeOptions(), None if out is None else Path(out), workers)


def find_submissions(
    course: Course, paths: Sequence[Path], name: str | None = None
) -> list[Graded]:
    """Find what is to be graded at some paths, and whose assignment each is.

    Parameters
    ----------
    course
        The course.
    paths
        Files, students' folders, folders of those.
    name
        The assignment's code; None to tell it from the files' names.

    Raises
    ------
    UsageError
        Where nothing is found, or not of which assignment it is.
    """
    said = ", ".join(map(str, paths))
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
    if name is not None:
        assignment = course.with_suite(name, "grade it with")
        submissions = [(assignment, found) for found in discover(paths, assignment.module)]
    else:
        submissions = [
            (assignment, found)
            for assignment in course.finished
            if any(_mentions(path, assignment) for path in paths)
            for found in discover(paths, assignment.module)
            # Of a class with several assignments, those who handed in this one.
            if _mentions(found.path, assignment) or len(course.finished) == 1
        ]
        holds_files = any(path.is_file() or any(path.rglob("*.*")) for path in paths)
        if not submissions and holds_files and len(course.finished) > 1:
            raise UsageError(
                f"{said}: can't tell which assignment this is, for no file is named after one. "
                "Say it: autograder grade … --assignment A01"
            )
    if not submissions:
        raise UsageError(
            f"{said}: no submission found. Expected .py or .ipynb files, students' folders, or zip files of those"
        )
    return submissions


def _mentions(path: Path, assignment: Assignment) -> bool:
    """Tell whether a path, or anything three levels below it, is named after an assignment."""
    names = [path.name]
    if path.is_dir():
        names += (below.name for level in ("*", "*/*", "*/*/*") for below in path.glob(level))
    return any(names_assignment(original_name(name), assignment.module) for name in names)
