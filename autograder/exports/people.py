"""The students of a platform's rows."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.gradebook.attendance import Entry
from autograder.gradebook.roster import Index, Roster, folded, name_keys


class Finder:
    """Finds the student of a row by what the platform calls them; without a roster, by the ids of the results."""

    def __init__(self, entries: Sequence[Entry], roster: Roster | None) -> None:
        self._by_id = {folded(entry.id): entry for entry in entries}
        self._index = roster.index if roster is not None else Index(())
        self._found: set[str] = set()
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
        return [entry.id for entry in entries if entry.result and entry.id not in self._found]

    def _find(self, ids: Sequence[tuple[str, str]], name: str) -> Entry | None:
        student = self._index.first((column, value) for column, value in ids if value)
        if student is not None:
            return self._by_id.get(folded(student.id))
        for _, value in ids:
            entry = self._by_id.get(folded(value)) if value else None
            if entry is not None and entry.student is None:
                return entry
        own_column, number = ids[0]
        numbered = self._by_number.get(number, [])
        if len(numbered) == 1:
            return numbered[0]
        named = self._index.named(name_keys(name))
        if len(named) == 1:
            entry = self._by_id.get(folded(named[0].id))
            if entry is not None and entry.student and own_column not in entry.student.ids:
                return entry
        return None
