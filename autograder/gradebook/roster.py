"""The roster: who takes the course, and by which names the platforms know them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from autograder.course import Problem, did_you_mean, listed, raise_problems
from autograder.errors import UsageError
from autograder.gradebook.tables import KOREAN_EXCEL, Row, Table, read_table
from autograder.submission.identity import file_safe

# Column → the ways a header says it; compared without case, spaces and signs.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("student id", "student number", "학번"),
    "name": ("full name", "student", "student name", "이름", "성명"),
    "section": ("group", "분반"),
    "email": ("e-mail", "e-mail address", "mail", "이메일", "메일"),
    "extra_time": ("extra time", "extension", "추가 시간", "연장"),
    "excused": ("exempt", "면제"),
    "canvas_id": ("canvas", "canvas user id"),
    "sis_id": ("sis user id", "sis"),
    "sis_login": ("sis login id", "login", "login id", "username", "user name"),
    "moodle_id": ("moodle", "moodle participant", "participant"),
    "blackboard": ("blackboard username",),
    "gradescope": ("gradescope sid", "gradescope id"),
    "nbgrader": ("nbgrader id",),
    "github": ("github login", "github username"),
}
REQUIRED = ("id",)
# A slip in one of these names would change somebody's score without a word.
CHANGES_SCORES = ("extra_time", "excused")
# What a platform calls a student; each names one student only.
IDENTIFIERS = ("id", *list(COLUMNS)[6:], "email")
EVERYTHING = ("all", "*", "전체")
SPAN = re.compile(r"(?:(?P<d>\d+)d)?(?:(?P<h>\d+)h)?(?:(?P<m>\d+)m)?", re.IGNORECASE)
SHORTENED = re.compile(r"\d[.,]\d+E\+\d+")
CODE = re.compile(r"A\d{2}", re.IGNORECASE)


@dataclass(frozen=True)
class Student:
    """One student of the roster.

    Attributes
    ----------
    id
        The id that results are kept under.
    name, section, email
        As the roster writes them; may be empty.
    ids
        Column → what a platform calls the student, for columns that aren't empty.
    extra_time
        Assignment code → time beyond the due time; under "" that of every other assignment.
    excused
        Codes of assignments that needn't be handed in; "" stands for all.
    """

    id: str
    name: str = ""
    section: str = ""
    email: str = ""
    ids: dict[str, str] = field(default_factory=dict, hash=False)
    extra_time: dict[str, timedelta] = field(default_factory=dict, hash=False)
    excused: frozenset[str] = frozenset()

    def extra_in(self, code: str) -> timedelta:
        """Return the student's extra time in an assignment."""
        return self.extra_time.get(code, self.extra_time.get("", timedelta()))

    def is_excused(self, code: str) -> bool:
        """Say whether the student needn't hand in an assignment."""
        return "" in self.excused or code in self.excused

    @property
    def shown(self) -> str:
        """The id, and the name where there is one."""
        return f"{self.id} {self.name}".strip()


@dataclass(frozen=True)
class Roster:
    """The students of a course, in the order of the file.

    Attributes
    ----------
    students
        Everybody.
    notes
        What the reader of the file should know: its encoding where that was a guess, columns that were left out.
    """

    students: tuple[Student, ...]
    notes: tuple[str, ...] = ()
    _by_id: dict[str, Student] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update({one.id: one for one in self.students})

    def __iter__(self) -> Iterator[Student]:
        return iter(self.students)

    def __len__(self) -> int:
        return len(self.students)

    def get(self, student: str) -> Student | None:
        """Return a student by the id that results are kept under; None for somebody else."""
        return self._by_id.get(student)


def load_roster(path: Path, encoding: str | None = None, codes: Sequence[str] = ()) -> Roster:
    """Read a roster.

    Parameters
    ----------
    path
        A CSV file with a header; ``id`` is the only column that it must have.
    encoding
        Its encoding; None to find out.
    codes
        The assignments of the course, by which ``excused`` and ``extra_time`` are checked; empty to accept any.

    Raises
    ------
    UsageError
        Naming file, line, column, what was found and what is allowed, for everything that is wrong.
    """
    table = read_table(path, "a roster: id, name, section, email, …", encoding)
    reader = _Reader(table, codes)
    students = reader.students()
    raise_problems(reader.problems, UsageError, f"{path}: the roster")
    notes = [f"{path}: read as CP949"] if table.encoding == KOREAN_EXCEL and not encoding else []
    if reader.ignored:
        notes.append(f"{path}: columns that aren't used: {', '.join(reader.ignored)}")
    return Roster(students, tuple(notes))


def folded(text: str) -> str:
    """Return an id as it is compared: composed, without the spaces around it, in small letters."""
    return unicodedata.normalize("NFC", text).strip().casefold()


class _Reader:
    """Turns a table's rows into students, and collects what is wrong with them."""

    def __init__(self, table: Table, codes: Sequence[str]) -> None:
        self.table = table
        self.codes = tuple(codes)
        self.problems: list[Problem] = []
        self.ignored: list[str] = []
        self.places = self._places()

    def students(self) -> tuple[Student, ...]:
        if self.problems:
            return ()
        students = []
        first: dict[tuple[str, str], int] = {}
        for row in self.table.rows:
            student = self._student(row)
            for column in IDENTIFIERS:
                value = folded(self._cell(row, column))
                if not value:
                    continue
                before = first.setdefault((column, value), row.line)
                if before != row.line:
                    self._note(
                        row.line, column, f'"{value}" stands twice, first in line {before}; '
                        "each student needs one of their own"
                    )  # fmt: skip
            students.append(student)
        if not self.table.rows:
            self._note(0, "", "holds no students below its header")
        return tuple(students)

    def _places(self) -> dict[str, int]:
        said = {_plain(word): name for name, words in COLUMNS.items() for word in (name, *words)}
        places: dict[str, int] = {}
        line = self.table.header_line
        for index, header in enumerate(self.table.header):
            name = said.get(_plain(header))
            if name is None:
                close = did_you_mean(_plain(header), [_plain(one) for one in CHANGES_SCORES])
                if close:
                    self._note(
                        line, header, f"unknown column.{close} Known: {listed(list(COLUMNS), 20)}"
                    )
                elif header:
                    self.ignored.append(header)
            elif name in places:
                self._note(line, header, f"a second column for {name}; one is enough")
            else:
                places[name] = index
        for name in REQUIRED:
            if name not in places:
                found = listed([one for one in self.table.header if one]) or "nothing"
                self._note(line, "", f'column "{name}" is missing; found {found}')
        return places

    def _cell(self, row: Row, column: str) -> str:
        place = self.places.get(column)
        return "" if place is None else unicodedata.normalize("NFC", row[place].strip())

    def _student(self, row: Row) -> Student:
        if len(row.cells) > len(self.table.header) and any(
            cell.strip() for cell in row.cells[len(self.table.header) :]
        ):
            self._note(row.line, "", f"{len(row.cells)} cells under {len(self.table.header)} columns; "
                       "put a cell that holds a comma in quotes")  # fmt: skip
        student = self._cell(row, "id")
        if not student:
            self._note(row.line, "id", "is empty; every student needs one")
        elif SHORTENED.fullmatch(student):
            self._note(row.line, "id", f'found "{student}", a number that a spreadsheet has shortened; '
                       "format the column as text and enter the ids anew")  # fmt: skip
        elif file_safe(student) != student:
            self._note(row.line, "id", f'found "{student}", allowed are letters, digits and . @ + - _ '
                       f'(such as "{file_safe(student)}"), for it names files')  # fmt: skip
        email = self._cell(row, "email")
        if email and "@" not in email:
            self._note(row.line, "email", f'found "{email}", expected an address with an @')
        return Student(
            id=student,
            name=" ".join(self._cell(row, "name").split()),
            section=self._cell(row, "section"),
            email=email,
            ids={name: value for name in IDENTIFIERS if (value := self._cell(row, name))},
            extra_time=self._extra_time(row),
            excused=self._excused(row),
        )

    def _excused(self, row: Row) -> frozenset[str]:
        excused = set()
        for word in re.split(r"[\s,;]+", self._cell(row, "excused")):
            if word.casefold() in EVERYTHING:
                excused.add("")
            elif word:
                excused.add(self._code(row, "excused", word))
        return frozenset(excused)

    def _extra_time(self, row: Row) -> dict[str, timedelta]:
        extra: dict[str, timedelta] = {}
        for word in re.split(r"[\s,;]+", self._cell(row, "extra_time")):
            code, equals, span = word.rpartition("=")
            found = SPAN.fullmatch(span)
            if not word or span == "0":
                continue
            if not span or found is None:
                self._note(row.line, "extra_time", f'found "{word}", expected a time such as 2d, 36h, 1d12h '
                           "or 90m, for one assignment A01=2d")  # fmt: skip
                continue
            days, hours, minutes = (int(found[unit] or 0) for unit in "dhm")
            key = self._code(row, "extra_time", code) if equals else ""
            extra[key] = timedelta(days=days, hours=hours, minutes=minutes)
        return extra

    def _code(self, row: Row, column: str, word: str) -> str:
        code = word.upper()
        if not CODE.fullmatch(code) or (self.codes and code not in self.codes):
            allowed = listed(self.codes, 20) if self.codes else "codes such as A01"
            self._note(row.line, column, f'found "{word}", allowed are {allowed}'
                       + (" or all" if column == "excused" else ""))  # fmt: skip
        return code

    def _note(self, line: int, column: str, message: str) -> None:
        where = f"column {column}" if column else ""
        self.problems.append(Problem(self.table.path, line, where, message))


def _plain(header: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", header).casefold())
