"""Why a check failed, as data: a code and plain values, turned into a sentence by the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from autograder.locale import sentence
from autograder.texts import Text, joined

if TYPE_CHECKING:
    from autograder.course.fields import Show


@dataclass(frozen=True)
class Failure:
    """One failed check.

    Attributes
    ----------
    code
        The key of a sentence in ``autograder/locale/failures.yml``.
    values
        What fills its placeholders; safe to show, for it tells nothing about hidden inputs or expected numbers.
        ``part`` says which part of the result is meant, "[0]" or "['w']", or which attribute, ".w"; empty for all.
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
        text = sentence(self.code, **self.values, result=_subject(str(self.values.get("part", ""))))
        if show == "input" and self.detail:
            more = sentence("detail_" + "_".join(sorted(self.detail)), **self.detail)
            text = joined((text, more))
        return text


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


def fail(code: str, cause: BaseException | None = None, **values: object) -> NoReturn:
    """Fail the check that is being run."""
    __tracebackhide__ = True
    raise CheckFailed(Failure(code, {"part": "", **values})) from cause


def _subject(part: str) -> Text:
    """Return what a sentence is about: the result, a part of it, or an attribute of an object."""
    if part.startswith("."):
        return sentence("subject_attribute", name=part[1:])
    return sentence("subject_result", part=part)
