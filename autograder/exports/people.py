"""The students of a platform's rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.gradebook.attendance import Entry
from autograder.gradebook.matching import name_keys
from autograder.gradebook.roster import Roster, Student, folded


class Finder:
    """Finds the student of a row by what the platform calls them.

    Parameters
    ----------
    entries
        The students of the assignment.
    roster
        Who takes the course; without it, results are found by the ids they are kept under.
    """

    def __init__(self, entries: Sequence[Entry], roster: Roster | None) -> None:
        self._by_id = {folded(entry.id): entry for entry in entries}
        self._by_column: dict[str, dict[str, Student]] = {}
        self._by_name: dict[str, set[str]] = {}
        self._found: set[str] = set()
        for student in roster or ():
            for column, value in student.ids.items():
                self._by_column.setdefault(column, {})[folded(value)] = student
            for key in name_keys(student.name):
                self._by_name.setdefault(key, set()).add(student.id)
        # "kimcs_57923", as a submission downloaded from Canvas or Moodle is kept without a roster.
        self._by_number: dict[str, list[Entry]] = {}
        for entry in entries:
            name, mark, digits = entry.id.rpartition("_")
            if name and mark and digits.isdigit() and entry.student is None:
                self._by_number.setdefault(digits, []).append(entry)

    def find(
        self, ids: Mapping[str, str], name: str = "", number: str = "", own_column: str = ""
    ) -> Entry | None:
        """Return the student of a row; None where nobody fits, or several do.

        Parameters
        ----------
        ids
            Column of the roster → what the row holds for it.
        name
            The name in the row; it decides only where the roster doesn't say what the platform calls the student.
        number
            The platform's number of the student, by which a submission is kept where there is no roster.
        own_column
            The roster's column of that number.
        """
        entry = self._find(ids, name, number, own_column)
        if entry is not None:
            self._found.add(entry.id)
        return entry

    @property
    def left(self) -> list[str]:
        """The students with a result that no row was found to be of."""
        entries = self._by_id.values()
        return [one.id for one in entries if one.result and one.id not in self._found]

    def _find(
        self, ids: Mapping[str, str], name: str, number: str, own_column: str
    ) -> Entry | None:
        for column, value in ids.items():
            student = self._by_column.get(column, {}).get(folded(value)) if value else None
            if student is not None:
                return self._by_id.get(folded(student.id))
        for value in ids.values():
            entry = self._by_id.get(folded(value)) if value else None
            if entry is not None and (entry.student is None or not self._by_column):
                return entry
        numbered = self._by_number.get(number, [])
        if len(numbered) == 1:
            return numbered[0]
        named = {student for key in name_keys(name) for student in self._by_name.get(key, ())}
        if len(named) == 1:
            entry = self._by_id.get(folded(named.pop()))
            if entry is not None and entry.student and own_column not in entry.student.ids:
                return entry
        return None
