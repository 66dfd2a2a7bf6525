"""Saying something of a submission: where, which of several, and why it can't be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.errors import SubmissionError
from autograder.locale import sentence
from autograder.texts import Text, joined

MAX_LISTED = 6
CELL = re.compile(r"(?P<file>.+, )?notebook cell (?P<number>\d+)")


class UnreadableSubmission(SubmissionError):
    """A submission that can't be read, with the reason in every language.

    Attributes
    ----------
    text
        The reason; ``str(error)`` is its English half.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[UnreadableSubmission], tuple[Text]]:
        # Submissions are graded in other processes, and their errors come back from there.
        return type(self), (self.text,)


def unreadable(code: str, **values: object) -> UnreadableSubmission:
    """Return the error for a reason, by the rest of the sentence's code, its placeholders filled."""
    return UnreadableSubmission(sentence(f"unreadable_{code}", **values))


def reason_of(error: SubmissionError) -> Text:
    """Return why a submission can't be read, in every language where that is known."""
    return error.text if isinstance(error, UnreadableSubmission) else Text.same(error)


def listed(items: Sequence[object]) -> Text:
    """Return some texts or names as one text, with commas; of too many the first."""
    first = [item if isinstance(item, Text) else Text.same(item) for item in items[:MAX_LISTED]]
    return joined([*first, Text.same("…")] if len(items) > MAX_LISTED else first, ", ")


def place(filename: str, line: int | None = None) -> Text:
    """Return where something stands: the student's own file or cell, and the line in it."""
    where = Text.same(filename)
    if cell := CELL.fullmatch(filename):
        where = sentence("in_cell", file=cell["file"] or "", number=cell["number"])
    return sentence("place", filename=where, line=line) if line else where
