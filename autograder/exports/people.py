"""The students of a platform's rows."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.gradebook.attendance import Entry
from autograder.gradebook.matching import name_keys
from autograder.gradebook.roster import Roster, Student, folded


class Finder:
    """Finds the student of a row by what the platform calls them; without a roster, by the ids of the results."""

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

    def find(self, ids: Sequence[tuple[str, str]], name: str = "") -> Entry | None:
        """Return the student of a row; None where nobody fits, or several do.

        ``ids`` are columns of the roster and what the row holds for them; the first is the platform's own number of the
        student, by which a submission is kept where there is no roster. The ``name`` decides only where the roster
        doesn't say what the platform calls the student.
        """
        entry = self._find(ids, name)
        if entry is not None:
            self._found.add(entry.id)
        return entry

    @property
    def left(self) -> list[str]:
        """The students with a result that no row was found to be of."""
        entries = self._by_id.values()
        return [one.id for one in entries if one.result and one.id not in self._found]

    def _find(self, ids: Sequence[tuple[str, str]], name: str) -> Entry | None:
        for column, value in ids:
            student = self._by_column.get(column, {}).get(folded(value)) if value else None
            if student is not None:
                return self._by_id.get(folded(student.id))
        for _, value in ids:
            entry = self._by_id.get(folded(value)) if value else None
            if entry is not None and (entry.student is None or not self._by_column):
                return entry
        own_column, number = ids[0]
        numbered = self._by_number.get(number, [])
        if len(numbered) == 1:
            return numbered[0]
        named = {student for key in name_keys(name) for student in self._by_name.get(key, ())}
        if len(named) == 1:
            entry = self._by_id.get(folded(named.pop()))
            if entry is not None and entry.student and own_column not in entry.student.ids:
                return entry
        return None
