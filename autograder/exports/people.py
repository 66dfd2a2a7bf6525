"""The students of a platform's rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.gradebook.attendance import Entry
from autograder.gradebook.roster import Index, Roster, folded, name_keys


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
        self._index = roster.index if roster is not None else Index(())
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
        student = self._index.first(ids.items())
        if student is not None:
            return self._by_id.get(folded(student.id))
        for value in ids.values():
            entry = self._by_id.get(folded(value)) if value else None
            if entry is not None and entry.student is None:
                return entry
        numbered = self._by_number.get(number, []) if number else []
        if len(numbered) == 1:
            return numbered[0]
        named = self._index.named(name_keys(name))
        if len(named) == 1:
            entry = self._by_id.get(folded(named[0].id))
            if entry is not None and entry.student and own_column not in entry.student.ids:
                return entry
        return None
