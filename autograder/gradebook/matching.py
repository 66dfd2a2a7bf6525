"""Whose a submission is, by the names that platforms and people give to students of the roster."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.roster import Roster, Student, folded
from autograder.submission import Found
from autograder.submission.identity import (
    SUFFIXES,
    naming_places,
    platform_names,
    student_of_file,
    student_of_folder,
)

# Which columns hold what a platform calls a student.
PLATFORM_COLUMNS = {
    "canvas": ("canvas_id",),
    "moodle": ("moodle_id",),
    "blackboard": ("blackboard", "sis_login", "id"),
    "brightspace": (),
}
# Which columns a plain name of a file or folder is looked up in, the surest first.
PLAIN_COLUMNS = ("id", "nbgrader", "github", "sis_login", "sis_id", "gradescope", "email", "login")


@dataclass(frozen=True)
class Match:
    """Whose a submission is.

    Attributes
    ----------
    students
        One, or several where a group handed it in; empty where nobody fits.
    said
        What the names say, for a message.
    reason
        Why nobody fits, and what to do; empty where somebody does.
    """

    students: tuple[Student, ...]
    said: str
    reason: str = ""


class Matcher:
    """Finds the students of submissions by a roster."""

    def __init__(self, roster: Roster, exports: GradescopeExports | None = None) -> None:
        self.roster = roster
        self.exports = exports or GradescopeExports()
        self._by_column: dict[str, dict[str, Student]] = {}
        self._by_name: dict[str, list[Student]] = {}
        for student in roster:
            for column, value in student.ids.items():
                self._by_column.setdefault(column, {})[folded(value)] = student
            for key in set(name_keys(student.name)):
                self._by_name.setdefault(key, []).append(student)
        self._by_column["login"] = self._logins()

    def _logins(self) -> dict[str, Student]:
        """Return the part of the addresses before the @, where it is one student's only."""
        logins: dict[str, Student] = {}
        shared = set()
        for student in self.roster:
            login = folded(student.email.partition("@")[0])
            if login and logins.setdefault(login, student) is not student:
                shared.add(login)
        return {login: student for login, student in logins.items() if login not in shared}

    def match(self, found: Found, module: str) -> Match:
        """Return whose a submission of an assignment is."""
        for here in naming_places(found.path, module):
            entry = self.exports.entry(here)
            if entry is not None:
                return self._submitters(entry.submitters, here.name)
            matches = [
                self._platform(one.kind, one.user, one.person) for one in platform_names(here.name)
            ]
            if len({match.students for match in matches}) > 1:
                said = " or ".join(match.said for match in matches)
                reason = "its name reads as if several platforms had made it; if it is sure whose it is, rename it"
                return Match((), said, reason)
            if matches:
                return matches[0]
        return self._plain(found.path, module)

    def identified(self, value: str) -> Student | None:
        """Return the student whom a table names by any id, login, address or unambiguous name."""
        wanted = folded(value)
        for column in dict.fromkeys((*PLAIN_COLUMNS, *self._by_column)):
            student = self._by_column.get(column, {}).get(wanted)
            if student is not None:
                return student
        named = self._named([value])
        return named[0] if len(named) == 1 else None

    def _submitters(self, submitters: Iterable[dict[str, str]], place: str) -> Match:
        students: list[Student] = []
        said: list[str] = []
        reasons: list[str] = []
        for one in submitters:
            columns = (("gradescope", one["sid"]), ("id", one["sid"]), ("sis_id", one["sid"]),
                       ("gradescope", one["email"]), ("email", one["email"]))  # fmt: skip
            ids = [
                self._by_column.get(column, {}).get(folded(value))
                for column, value in columns
                if value
            ]
            sure = next((student for student in ids if student is not None), None)
            who = f"Gradescope {one['name'] or one['email'] or one['sid'] or place}"
            match = Match((sure,), who) if sure else self._by_person(one["name"], "gradescope", who)
            students += match.students
            said.append(who)
            reasons.append(match.reason)
        reason = next((reason for reason in reasons if reason), "")
        if not said:
            reason = "Gradescope's export names no submitter"
        return Match(tuple(dict.fromkeys(students)), ", ".join(said) or place, reason)

    def _platform(self, kind: str, user: str, person: str) -> Match:
        said = " ".join(part for part in (kind.capitalize(), person, user) if part)
        for column in PLATFORM_COLUMNS[kind]:
            student = self._by_column.get(column, {}).get(folded(user))
            if student is not None:
                return Match((student,), said)
        own = PLATFORM_COLUMNS[kind][0] if PLATFORM_COLUMNS[kind] else ""
        return self._by_person(person or user, own, said)

    def _by_person(self, person: str, column: str, said: str) -> Match:
        """Return the student of a name, unless the roster says that the platform calls them otherwise."""
        named = self._named([person])
        free = [student for student in named if not column or column not in student.ids]
        if len(free) == 1 and len(named) == 1:
            return Match((free[0],), said)
        return Match((), said, _why_not(named, free, column))

    def _plain(self, path: Path, module: str) -> Match:
        file = path.suffix.lower() in SUFFIXES
        said = student_of_file(path, module) if file else student_of_folder(path, module)
        for column in PLAIN_COLUMNS:
            student = self._by_column.get(column, {}).get(folded(said))
            if student is not None:
                return Match((student,), said)
        parts = [part for part in re.split(r"[\s_,()\[\]]+|(?<!\d)-|-(?!\d)", said) if part]
        ids = (
            [self._by_column["id"].get(folded(part)) for part in parts]
            if "id" in self._by_column
            else []
        )
        by_id = list(dict.fromkeys(student for student in ids if student is not None))
        by_name = self._named(_runs(parts))
        logins = [] if by_id or by_name else self._github(said)
        sure = by_id or by_name or logins
        if len(sure) == 1 and (not by_id or not by_name or by_id[0] in by_name):
            return Match((sure[0],), said)
        if by_id and by_name:
            names = ", ".join(one.shown for one in dict.fromkeys((*by_id, *by_name)))
            return Match((), said, f"the name fits several students: {names}")
        return Match((), said, _why_not(sure, sure, "id"))

    def _github(self, said: str) -> list[Student]:
        """Return the student whose login ends a repository's name, as GitHub Classroom writes it."""
        wanted = folded(said)
        fitting = [
            (len(login), student)
            for login, student in self._by_column.get("github", {}).items()
            if wanted.endswith(f"-{login}")
        ]
        longest = max((length for length, _ in fitting), default=0)
        return [student for length, student in fitting if length == longest]

    def _named(self, names: Iterable[str]) -> list[Student]:
        found: list[Student] = []
        for name in names:
            found += self._by_name.get(_squashed(name), [])
        return list(dict.fromkeys(found))


def name_keys(name: str) -> Iterator[str]:
    """Yield a name as platforms squash it: "Minsu Kim" gives "minsukim" and "kimminsu"."""
    family, comma, given = name.partition(",")
    words = [*given.split(), *family.split()] if comma else name.split()
    for key in ("".join(words), "".join([*words[-1:], *words[:-1]]), name):
        if squashed := _squashed(key):
            yield squashed


def _squashed(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text).casefold())


def _runs(parts: list[str]) -> Iterator[str]:
    """Yield every run of neighbouring parts: a name may be one of them, or several."""
    for start in range(len(parts)):
        for end in range(start + 1, min(len(parts), start + 4) + 1):
            yield "".join(parts[start:end])


def _why_not(named: list[Student], free: list[Student], column: str) -> str:
    if not named:
        return "nobody on the roster has this id or name"
    names = ", ".join(student.shown for student in named)
    if len(named) > 1:
        return (
            f"the name fits several students ({names}); fill the roster's column {column or 'id'}"
        )
    ids = named[0].ids
    return (
        f"the name is that of {names}, but the roster's {column} of theirs is {ids.get(column, '?')}"
        if not free
        else f"only the name fits ({names})"
    )
