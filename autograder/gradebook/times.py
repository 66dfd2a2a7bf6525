"""When a submission was handed in, as a platform or a table says; never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
# Who says when something came.
TABLE, FILE_NAME, NBGRADER, GRADESCOPE = "table", "file name", "nbgrader", "gradescope"
MTIME, BEFORE = "file's own time", "earlier result"


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


@dataclass(frozen=True)
class Clock:
    """Says when submissions were handed in."""

    zone: tzinfo | None  # the course's, for times without one
    table: Sequence[Submitted] = ()  # what an instructor says; it wins over what a platform says
    exports: GradescopeExports = field(default_factory=GradescopeExports)
    # Whether a file's own time stands in where nothing else is known. It is the download's as often as not.
    use_mtime: bool = False

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
        return _own_time(found) if self.use_mtime else Time(None)

    def given(self, student: str, assignment: str, found: Found, alone: bool) -> Time | None:
        """Return the time that the table gives to a student's submission of an assignment; None where it gives none.

        A row that names no file is meant for a submission that is the student's only one, ``alone``.
        """
        places = (found.path, *found.further, *list(found.path.parents)[:LEVELS])
        names = {folded(place.name) for place in places}
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
        form = "%Y-%m-%d-%H-%M-%S"
        if kind == "brightspace":
            day, hour, half = text.rsplit(" ", 2)
            form, text = "%b %d, %Y %I%M %p", f"{day} {hour:0>4} {half}"
        try:
            return datetime.strptime(text, form).replace(tzinfo=self.zone) if self.zone else None
        except ValueError:
            return None


def _own_time(found: Found) -> Time:
    files = [found.path, *found.further]
    if found.path.is_dir():
        files = [file for file in found.path.rglob("*") if file.is_file() and not file.is_symlink()]
    try:
        latest = max(file.stat().st_mtime for file in files)
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
    path: Path, zone: tzinfo | None, matcher: Matcher | None, codes: Sequence[str]
) -> tuple[list[Submitted], list[str]]:
    """Read a table of times: ``student,submitted_at`` and, where it helps, ``assignment`` and ``file``.

    Parameters
    ----------
    path, zone
        The CSV file, and the time zone of times without one.
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
    raise_problems(table.lacking(("student", "submitted_at"), places), UsageError)
    problems, notes, times = [], [], []
    for row in table.rows:
        cells = {name: row[index].strip() for name, index in places.items()}
        who, code = cells["student"], cells.get("assignment", "").upper()
        if code and code not in codes:
            text = f'found "{code}", allowed are {listed(codes, 20)}'
            problems.append(Problem(path, row.line, "column assignment", text))
        try:
            when = moment(cells["submitted_at"], zone)
        except CourseError as error:
            text = f'{error}; expected a time such as "2026-03-16 23:59"'
            problems.append(Problem(path, row.line, "column submitted_at", text))
            continue
        student = matcher.identified(who) if matcher else None
        if matcher and student is None:
            text = f'"{who}" is nobody on the roster; the time is not used'
            notes.append(f"{path}:{row.line}: {text}")
        else:
            file = cells.get("file", "")
            times.append(Submitted(student.id if student else who, when, code, file))
    raise_problems(problems, UsageError, f"{path}: the times")
    return times, notes
