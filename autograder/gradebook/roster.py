"""The roster: who takes the course, and by which names the platforms know them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from autograder.course import Problem, did_you_mean, listed, raise_problems
from autograder.errors import UsageError
from autograder.gradebook.tables import KOREAN_EXCEL, Row, Table, read_table
from autograder.submission.identity import file_safe


@dataclass(frozen=True)
class Column:
    """A column of a roster."""

    name: str
    aliases: tuple[str, ...]  # other ways a header says it; without case, spaces and signs
    identifies: bool = False  # what it holds is a platform's name of a student, and of one only


COLUMNS = (
    Column("id", ("student id", "student number", "학번"), identifies=True),
    Column("name", ("full name", "student", "student name", "이름", "성명")),
    Column("section", ("group", "분반")),
    Column("email", ("e-mail", "e-mail address", "mail", "이메일", "메일"), identifies=True),
    Column("extra_time", ("extra time", "extension", "추가 시간", "연장")),
    Column("excused", ("exempt", "면제")),
    Column("canvas_id", ("canvas", "canvas user id"), identifies=True),
    Column("sis_id", ("sis user id", "sis"), identifies=True),
    Column(
        "sis_login",
        ("sis login id", "login", "login id", "username", "user name"),
        identifies=True,
    ),
    Column("moodle_id", ("moodle", "moodle participant", "participant"), identifies=True),
    Column("blackboard", ("blackboard username",), identifies=True),
    Column("gradescope", ("gradescope sid", "gradescope id"), identifies=True),
    Column("nbgrader", ("nbgrader id",), identifies=True),
    Column("github", ("github login", "github username"), identifies=True),
)
IDENTIFIERS = tuple(column.name for column in COLUMNS if column.identifies)
# The part of an address before its @, looked up like a column's.
LOGIN = "login"
# A slip in one of these names would change somebody's score without a word.
CHANGES_SCORES = ("extra_time", "excused")
EVERYTHING = ("all", "*", "전체")
SPAN = re.compile(
    r"(?:(?P<days>\d{1,5})d)?(?:(?P<hours>\d{1,5})h)?(?:(?P<minutes>\d{1,5})m)?", re.IGNORECASE
)
SHORTENED = re.compile(r"\d[.,]\d+E\+\d+")
CODE = re.compile(r"A\d{2}", re.IGNORECASE)


@dataclass(frozen=True)
class Student:
    """One student of the roster."""

    id: str  # the id that results are kept under
    name: str = ""
    section: str = ""
    email: str = ""
    # Column → what a platform calls the student, for columns that aren't empty.
    ids: dict[str, str] = field(default_factory=dict, hash=False)
    # Assignment code → time beyond the due time; under "" that of every other assignment.
    extra_time: dict[str, timedelta] = field(default_factory=dict, hash=False)
    # Codes of assignments that needn't be handed in; "" stands for all.
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


class Index:
    """Students by what platforms and people call them."""

    def __init__(self, students: Sequence[Student]) -> None:
        self._by_column: dict[tuple[str, str], Student] = {}
        self._by_name: dict[str, list[Student]] = {}
        logins = Counter(_login(student) for student in students)
        for student in students:
            for column, value in student.ids.items():
                self._by_column[column, folded(value)] = student
            # One that several share names nobody.
            if (login := _login(student)) and logins[login] == 1:
                self._by_column[LOGIN, login] = student
            for key in name_keys(student.name):
                self._by_name.setdefault(key, []).append(student)

    def get(self, column: str, value: str) -> Student | None:
        """Return the student of whom a column holds a value."""
        return self._by_column.get((column, folded(value)))

    def first(self, said: Iterable[tuple[str, str]]) -> Student | None:
        """Return the student of the first pair of column and value that is somebody's."""
        students = (self.get(column, value) for column, value in said)
        return next((student for student in students if student is not None), None)

    def named(self, keys: Iterable[str]) -> list[Student]:
        """Return the students of any of some names, each as :func:`squashed` or :func:`name_keys` give it."""
        return list(dict.fromkeys(one for key in keys for one in self._by_name.get(key, ())))

    def ending(self, column: str, text: str) -> list[Student]:
        """Return the students whose values of a column stand at the end of a text after a dash, the longest only."""
        fitting = [
            (len(value), student)
            for (name, value), student in self._by_column.items()
            if name == column and folded(text).endswith(f"-{value}")
        ]
        longest = max((length for length, _ in fitting), default=0)
        return [student for length, student in fitting if length == longest]


@dataclass(frozen=True)
class Roster:
    """The students of a course, in the order of the file, and what the reader of the file should know."""

    students: tuple[Student, ...]
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Student]:
        return iter(self.students)

    def __len__(self) -> int:
        return len(self.students)

    @cached_property
    def index(self) -> Index:
        """By what its students are called."""
        return Index(self.students)


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


def squashed(text: str) -> str:
    """Return a name or a heading as it is compared: its letters and digits alone, composed and small."""
    return re.sub(r"[\W_]+", "", folded(text))


def name_keys(name: str) -> set[str]:
    """Return a name as platforms squash it: "Minsu Kim" gives "minsukim" and "kimminsu"."""
    family, comma, given = name.partition(",")
    words = [*given.split(), *family.split()] if comma else name.split()
    ways = ("".join(words), "".join([*words[-1:], *words[:-1]]), name)
    return {squashed(way) for way in ways} - {""}


def _login(student: Student) -> str:
    return folded(student.email.partition("@")[0])


class _Reader:
    """Turns a table's rows into students, and collects what is wrong with them."""

    def __init__(self, table: Table, codes: Sequence[str]) -> None:
        self.table = table
        self.codes = codes
        self.problems: list[Problem] = []
        self.ignored: list[str] = []
        self.places = self._places()

    def students(self) -> tuple[Student, ...]:
        if self.problems:
            return ()
        if not self.table.rows:
            self._note(0, "", "holds no students below its header")
        first: dict[tuple[str, str], int] = {}
        for row in self.table.rows:
            for column in IDENTIFIERS:
                value = folded(self._cell(row, column))
                before = first.setdefault((column, value), row.line)
                if value and before != row.line:
                    self._note(
                        row.line, column, f'"{value}" stands twice, first in line {before}; '
                        "each student needs one of their own"
                    )  # fmt: skip
        return tuple(self._student(row) for row in self.table.rows)

    def _places(self) -> dict[str, int]:
        names = {
            squashed(word): column.name
            for column in COLUMNS
            for word in (column.name, *column.aliases)
        }
        places: dict[str, int] = {}
        line = self.table.header_line
        for index, header in enumerate(self.table.header):
            name = names.get(squashed(header))
            if name in places:
                self._note(line, header, f"a second column for {name}; one is enough")
            elif name is not None:
                places[name] = index
            elif close := did_you_mean(squashed(header), map(squashed, CHANGES_SCORES)):
                known = listed([column.name for column in COLUMNS], 20)
                self._note(line, header, f"unknown column.{close} Known: {known}")
            elif header:
                self.ignored.append(header)
        self.problems += self.table.lacking(["id"], places)
        return places

    def _cell(self, row: Row, column: str) -> str:
        place = self.places.get(column)
        return "" if place is None else unicodedata.normalize("NFC", row[place].strip())

    def _student(self, row: Row) -> Student:
        width = len(self.table.header)
        if any(cell.strip() for cell in row.cells[width:]):
            self._note(row.line, "", f"{len(row.cells)} cells under {width} columns; "
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
            excused=frozenset(
                "" if word.casefold() in EVERYTHING else self._code(row, "excused", word)
                for word in self._words(row, "excused")
            ),
        )

    def _words(self, row: Row, column: str) -> list[str]:
        return [word for word in re.split(r"[\s,;]+", self._cell(row, column)) if word]

    def _extra_time(self, row: Row) -> dict[str, timedelta]:
        extra: dict[str, timedelta] = {}
        for word in self._words(row, "extra_time"):
            code, equals, span = word.rpartition("=")
            found = SPAN.fullmatch(span)
            if span == "0":
                continue
            if not span or found is None:
                self._note(row.line, "extra_time", f'found "{word}", expected a time such as 2d, 36h, 1d12h '
                           "or 90m, for one assignment A01=2d")  # fmt: skip
                continue
            key = self._code(row, "extra_time", code) if equals else ""
            extra[key] = timedelta(
                **{unit: int(count or 0) for unit, count in found.groupdict().items()}
            )
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
