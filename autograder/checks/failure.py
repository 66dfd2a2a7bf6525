"""Why a check failed, as data: a code and plain values, turned into a sentence by the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from autograder.locale import sentence
from autograder.texts import Text

Show = Literal["nothing", "kind", "input"]


@dataclass(frozen=True)
class Failure:
    """One failed check.

    Attributes
    ----------
    code
        The key of a sentence in ``autograder/locale/failures.yml``.
    values
        What fills its placeholders; safe to show, for it tells nothing about hidden inputs or expected numbers.
    detail
        Where, what came back and what was expected; shown only where the inputs may be shown.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    detail: Mapping[str, str] = field(default_factory=dict)

    def text(self, show: Show = "input") -> Text:
        """Return the sentence that a student may read under a setting of ``show``."""
        if show == "nothing":
            return sentence("failed")
        text = sentence(self.code, **self.values)
        if show == "input" and self.detail:
            more = sentence("detail_" + "_".join(sorted(self.detail)), **self.detail)
            text = Text(en=f"{text.en} {more.en}", ko=f"{text.ko} {more.ko}")
        return text

    def within(self, part: str) -> Failure:
        """Return the same failure, said of one part of a result (an item, a key)."""
        before = str(self.values.get("part", ""))
        return replace(self, values={**self.values, "part": part + before})


class CheckFailed(AssertionError):
    """Raised by a verb when a check fails.

    Attributes
    ----------
    failure
        Why.
    got, want
        The answer and what it should have been, as float64, where both are arrays of numbers.
    """

    def __init__(
        self, failure: Failure, got: np.ndarray | None = None, want: np.ndarray | None = None
    ) -> None:
        super().__init__(failure.text("input").en)
        self.failure = failure
        self.got = got
        self.want = want
