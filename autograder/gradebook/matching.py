"""Whose a submission is, by the names that platforms and people give to students of the roster."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.roster import IDENTIFIERS, LOGIN, Roster, Student, squashed
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
PLAIN_COLUMNS = ("id", "nbgrader", "github", "sis_login", "sis_id", "gradescope", "email", LOGIN)


@dataclass(frozen=True)
class Match:
    """Whose a submission is."""

    students: tuple[Student, ...]  # several where a group handed it in; empty where nobody fits
    said: str  # what the names say, for a message
    reason: str = ""  # why nobody fits, and what to do; empty where somebody does


@dataclass(frozen=True)
class Matcher:
    """Finds the students of submissions by a roster, and by the Gradescope exports that they lie in."""

    roster: Roster
    exports: GradescopeExports = field(default_factory=GradescopeExports)

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
        index = self.roster.index
        named = index.named([squashed(value)])
        return index.first((column, value) for column in (*PLAIN_COLUMNS, *IDENTIFIERS)) or (
            named[0] if len(named) == 1 else None
        )

    def _submitters(self, submitters: Iterable[dict[str, str]], place: str) -> Match:
        matches = []
        for submitter in submitters:
            name, sid, email = (submitter[key] for key in ("name", "sid", "email"))
            said = f"Gradescope {name or email or sid or place}"
            columns = (("gradescope", sid), ("id", sid), ("sis_id", sid),
                       ("gradescope", email), ("email", email))  # fmt: skip
            student = self.roster.index.first(columns)
            matches.append(
                Match((student,), said) if student else self._by_person(name, "gradescope", said)
            )
        if not matches:
            return Match((), place, "Gradescope's export names no submitter")
        students = dict.fromkeys(student for match in matches for student in match.students)
        reason = next((match.reason for match in matches if match.reason), "")
        return Match(tuple(students), ", ".join(match.said for match in matches), reason)

    def _platform(self, kind: str, user: str, person: str) -> Match:
        said = " ".join(part for part in (kind.capitalize(), person, user) if part)
        columns = PLATFORM_COLUMNS[kind]
        student = self.roster.index.first((column, user) for column in columns)
        if student is not None:
            return Match((student,), said)
        return self._by_person(person or user, columns[0] if columns else "", said)

    def _by_person(self, person: str, column: str, said: str) -> Match:
        """Return the student of a name, unless the roster says that the platform calls them otherwise."""
        named = self.roster.index.named([squashed(person)])
        if len(named) == 1 and (not column or column not in named[0].ids):
            return Match((named[0],), said)
        return Match((), said, _why_not(named, column))

    def _plain(self, path: Path, module: str) -> Match:
        index = self.roster.index
        file = path.suffix.lower() in SUFFIXES
        said = student_of_file(path, module) if file else student_of_folder(path, module)
        student = index.first((column, said) for column in PLAIN_COLUMNS)
        if student is not None:
            return Match((student,), said)
        parts = [part for part in re.split(r"[\s_,()\[\]]+|(?<!\d)-|-(?!\d)", said) if part]
        ids = (index.get("id", part) for part in parts)
        by_id = list(dict.fromkeys(student for student in ids if student is not None))
        by_name = index.named(map(squashed, _runs(parts)))
        if by_id and by_name:
            if len(by_id) == 1 and by_id[0] in by_name:
                return Match((by_id[0],), said)
            names = _shown(dict.fromkeys((*by_id, *by_name)))
            return Match((), said, f"the name fits several students: {names}")
        # GitHub Classroom ends a repository's name with the login.
        fitting = by_id or by_name or index.ending("github", said)
        if len(fitting) == 1:
            return Match((fitting[0],), said)
        return Match((), said, _why_not(fitting, "id"))


def _runs(parts: list[str]) -> Iterator[str]:
    """Yield every run of neighbouring parts: a name may be one of them, or several."""
    for start in range(len(parts)):
        for end in range(start + 1, min(len(parts), start + 4) + 1):
            yield "".join(parts[start:end])


def _shown(students: Iterable[Student]) -> str:
    return ", ".join(student.shown for student in students)


def _why_not(named: Sequence[Student], column: str) -> str:
    if not named:
        return "nobody on the roster has this id or name"
    if len(named) > 1:
        return f"the name fits several students ({_shown(named)}); fill the roster's column {column or 'id'}"
    known = named[0].ids.get(column, "?")
    return f"the name is that of {_shown(named)}, but the roster's {column} of theirs is {known}"
