"""When a submission was handed in, as a platform or a table says; never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from autograder.course import Problem, listed, raise_problems
from autograder.course.moments import moment
from autograder.errors import CourseError, UsageError
from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.matching import Matcher
from autograder.gradebook.roster import folded
from autograder.gradebook.tables import read_table
from autograder.submission import Found
from autograder.submission.identity import naming_places, platform_name

NBGRADER_FOLDER = "submitted"
NBGRADER_FILE = "timestamp.txt"
LEVELS = 3
TABLE, FILE_NAME, NBGRADER, GRADESCOPE, MTIME, BEFORE = (
    "table",
    "file name",
    "nbgrader",
    "gradescope",
    "file's own time",
    "earlier result",
)
BLACKBOARD_FORM = "%Y-%m-%d-%H-%M-%S"
BRIGHTSPACE_FORM = "%b %d, %Y %I%M %p"


@dataclass(frozen=True)
class Time:
    """When something was handed in, and who says so; ``when`` is None where nobody does."""

    when: datetime | None
    source: str = ""


@dataclass(frozen=True)
class Submitted:
    """One row of a table of times: whose, when, and of which assignment and file where it says."""

    student: str
    when: datetime
    assignment: str = ""
    file: str = ""


class Clock:
    """Says when submissions were handed in.

    Parameters
    ----------
    zone
        The course's time zone, for times that come without one; None where the course names none.
    table
        Times that an instructor gives; they win over what a platform says.
    exports
        Gradescope's exports.
    use_mtime
        Whether the file's own time stands in where nothing else is known. It is that of the download as often as not.
    """

    def __init__(
        self,
        zone: tzinfo | None,
        table: Iterable[Submitted] = (),
        exports: GradescopeExports | None = None,
        *,
        use_mtime: bool = False,
    ) -> None:
        self.zone = zone
        self.table = tuple(table)
        self.exports = exports or GradescopeExports()
        self.use_mtime = use_mtime

    def time(self, found: Found, module: str) -> Time:
        """Return when a submission of an assignment was handed in, as far as its platform says."""
        for here in naming_places(found.path, module):
            entry = self.exports.entry(here)
            if entry is not None and entry.submitted is not None:
                return Time(entry.submitted, GRADESCOPE)
            platform = platform_name(here.name)
            if platform is not None and platform.time:
                return Time(self._platform_time(platform.kind, platform.time), FILE_NAME)
        folder = found.path.absolute()
        folder = folder if folder.is_dir() else folder.parent
        # submitted/<student>/<assignment>/: elsewhere, a file of that name is a student's own.
        if folder.parent.parent.name == NBGRADER_FOLDER and not platform_name(folder.parent.name):
            when = nbgrader_time(folder / NBGRADER_FILE)
            if when is not None:
                return Time(when, NBGRADER)
        if self.use_mtime:
            return self._own_time(found)
        return Time(None)

    def given(self, student: str, assignment: str, found: Found, alone: bool) -> Time | None:
        """Return the time that the table gives to a student's submission; None where it gives none.

        Parameters
        ----------
        student
            The id as the table's reader settled it.
        assignment
            The assignment's code.
        found
            The submission.
        alone
            Whether it is the student's only one: a row that names no file is meant for it.
        """
        names = {folded(found.path.name), *(folded(one.name) for one in found.further)}
        names |= {folded(one.name) for one in list(found.path.parents)[:LEVELS]}
        fallback = None
        for row in self.table:
            if row.student != student or row.assignment not in ("", assignment):
                continue
            if row.file and folded(Path(row.file).name) in names:
                return Time(row.when, TABLE)
            if not row.file and alone:
                fallback = Time(row.when, TABLE)
        return fallback

    def _platform_time(self, kind: str, text: str) -> datetime | None:
        """Return the time in a name; None where it is none, or the course has no time zone for it."""
        form = BLACKBOARD_FORM
        if kind == "brightspace":
            day, hour, half = text.rsplit(" ", 2)
            form, text = BRIGHTSPACE_FORM, f"{day} {hour:0>4} {half}"
        try:
            read = datetime.strptime(text, form)
        except ValueError:
            return None
        return None if self.zone is None else read.replace(tzinfo=self.zone)

    def _own_time(self, found: Found) -> Time:
        files = [found.path, *found.further]
        if found.path.is_dir():
            files = [one for one in found.path.rglob("*") if one.is_file() and not one.is_symlink()]
        try:
            latest = max(one.stat().st_mtime for one in files)
        except (OSError, ValueError):
            return Time(None)
        return Time(datetime.fromtimestamp(int(latest), UTC), MTIME)


def nbgrader_time(file: Path) -> datetime | None:
    """Return the time in nbgrader's ``timestamp.txt``, UTC where it names no zone; None where there is none."""
    try:
        text = file.read_text(encoding="utf-8")[:100].strip()
    except (OSError, UnicodeDecodeError):
        return None
    stamp, _, zone = text.rpartition(" ")
    for candidate, name in ((text, ""), (stamp, zone)):
        try:
            read = datetime.fromisoformat(candidate)
            if read.tzinfo is None:
                read = read.replace(tzinfo=ZoneInfo(name) if name and name != "UTC" else UTC)
        except (LookupError, ValueError, OSError):
            continue
        return read
    return None


def load_times(
    path: Path, zone: tzinfo | None, matcher: Matcher | None, codes: Iterable[str]
) -> tuple[list[Submitted], list[str]]:
    """Read a table of times: ``student,submitted_at`` and, where it helps, ``assignment`` and ``file``.

    Parameters
    ----------
    path
        The CSV file.
    zone
        The time zone of times without one.
    matcher
        Finds the students by any of their ids; None to take the column as it is.
    codes
        The assignments of the course.

    Returns
    -------
    tuple
        The times, and notes on rows that name nobody of the roster.

    Raises
    ------
    UsageError
        Naming file, line, column, what was found and what is allowed.
    """
    table = read_table(path, "times: student,submitted_at")
    places = {name.casefold().replace(" ", "_"): index for index, name in enumerate(table.header)}
    problems, notes, times = [], [], []
    for name in ("student", "submitted_at"):
        if name not in places:
            found = f'column "{name}" is missing; found {listed(table.header)}'
            problems.append(Problem(path, table.header_line, "", found))
    raise_problems(problems, UsageError)
    allowed = tuple(codes)
    for row in table.rows:
        who = row[places["student"]].strip()
        said = row[places["submitted_at"]].strip()
        code = row[places["assignment"]].strip().upper() if "assignment" in places else ""
        file = row[places["file"]].strip() if "file" in places else ""
        if code and code not in allowed:
            text = f'found "{code}", allowed are {listed(allowed, 20)}'
            problems.append(Problem(path, row.line, "column assignment", text))
        try:
            when = moment(said, zone)
        except CourseError as error:
            example = 'expected a time such as "2026-03-16 23:59"'
            problems.append(Problem(path, row.line, "column submitted_at", f"{error}; {example}"))
            continue
        student = matcher.identified(who) if matcher else None
        if matcher and student is None:
            notes.append(
                f'{path}:{row.line}: "{who}" is nobody on the roster; the time is not used'
            )
            continue
        times.append(Submitted(student.id if student else who, when, code, file))
    raise_problems(problems, UsageError, f"{path}: the times")
    return times, notes
