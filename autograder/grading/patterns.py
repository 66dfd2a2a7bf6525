"""What wrong answers have in common with the right ones, where no known mistake fits.

A pattern is a fact about the numbers, never a guess at the code: it is said only where it holds in every failed check
of a task that returned numbers, and where it would be a strange coincidence otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checks import CheckFailed
from autograder.grading.outcome import Outcome
from autograder.locale import sentence
from autograder.texts import Text

# Looser than single precision on the way (8e-6 of the rms), tighter than the mildest mistake measured (2e-3).
NEAR = 5e-5
# Fewer numbers than this fit anything.
LEAST_EVIDENCE = 3
# A difference says something where it is so many times what counts as near: rounding looks like anything.
TELLING = 10
# Beyond it squares overflow, and nothing can be told apart.
LARGEST = 1e150
# What is said of single places: never of one array alone.
PLACES = {"first", "last", "ends"}


@dataclass(frozen=True)
class Pattern:
    """One thing that holds of a wrong answer: the key of a sentence, and what fills it."""

    code: str
    value: str = ""

    @property
    def text(self) -> Text:
        """The sentence a student reads; it tells nothing about hidden inputs."""
        return sentence(f"pattern_{self.code}", value=self.value)


@dataclass(frozen=True)
class Miss:
    """A wrong array beside the right one, the part of the result that it is, and the arguments of its call."""

    got: np.ndarray
    want: np.ndarray
    arguments: tuple[np.ndarray, ...]
    part: str = ""


def common_pattern(outcomes: Sequence[Outcome]) -> Text | None:
    """Return the most telling pattern that all failed checks of a task share; None where there is none.

    Parameters
    ----------
    outcomes
        What the checks of one task found.
    """
    answers = [answer for outcome in outcomes if (answer := _answer(outcome)) is not None]
    if not answers or sum(max(one.got.size, one.want.size) for one in answers) < LEAST_EVIDENCE:
        return None
    parts = {answer.part for answer in answers}
    if len(parts) > 1:
        return None
    shared: list[Pattern] | None = None
    for answer in answers:
        found = list(_patterns(answer))
        shared = found if shared is None else [one for one in shared if one in found]
    if len(answers) == 1:
        # One array that is wrong in one place may be a selection of rows.
        shared = [one for one in shared or () if one.code not in PLACES]
    if not shared:
        return None
    part = parts.pop()
    return (
        sentence("pattern_of_part", part=part, pattern=shared[0].text) if part else shared[0].text
    )


def _answer(outcome: Outcome) -> Miss | None:
    error = outcome.error
    if not isinstance(error, CheckFailed) or error.got is None or error.want is None:
        return None
    calls = outcome.transcript.answers
    handed = (*(calls[-1].args or ()), *calls[-1].kwargs.values()) if calls else ()
    arguments = tuple(
        one for one in handed if isinstance(one, np.ndarray) and one.dtype.kind in "biuf"
    )
    part = str(error.failure.values.get("part", ""))
    return Miss(error.got, error.want, () if outcome.mark.many else arguments, part)


def _patterns(answer: Miss) -> Iterator[Pattern]:
    with np.errstate(all="ignore"):
        if answer.got.shape != answer.want.shape:
            yield from _of_shapes(answer)
        elif np.abs(answer.want).max(initial=0.0) < LARGEST:
            yield from _of_numbers(answer)


def _of_shapes(answer: Miss) -> Iterator[Pattern]:
    got, want = answer.got.shape, answer.want.shape
    if len(want) > 1 and got == want[::-1] and _near(answer.got, answer.want.T, answer.want):
        yield Pattern("transposed")
    elif _is_square_of(got, want, answer.arguments):
        yield Pattern("broadcast")
    elif len(got) == 0:
        totals = (answer.want.sum(), answer.want.mean())
        if any(_near(answer.got, np.asarray(total), answer.want) for total in totals):
            yield Pattern("all_axes")
    elif answer.got.size == answer.want.size:
        yield Pattern("reshaped")
    elif len(got) == len(want) - 1:
        yield Pattern("axis_lost")
    elif len(got) == len(want) + 1:
        yield Pattern("axis_more")


def _is_square_of(
    got: tuple[int, ...], want: tuple[int, ...], arguments: Sequence[np.ndarray]
) -> bool:
    """Tell whether a square array may be a row and a column of arguments, broadcast where one of both was due."""
    side = max((*want, 0))
    square = len(want) <= 2 and got == (side, side) and side > 1 and got != want
    return square and any(
        one.size == side and max(one.shape, default=0) == side for one in arguments
    )


def _of_numbers(answer: Miss) -> Iterator[Pattern]:
    got, want = answer.got, answer.want
    if not np.isfinite(got).all():
        yield from _not_finite(answer)
        return
    if not np.any(got):
        if np.any(np.trunc(want)):  # else cutting to whole numbers gives zeros, too
            yield Pattern("zeros")
        return
    if got.size > 1 and np.ptp(got) == 0 and np.ptp(want) > 0:
        yield Pattern("constant")
        return
    yield from _factors(answer)
    for code, changed in _rearrangements(want):
        if changed.shape == got.shape and _near(got, changed, want):
            yield Pattern(code)
    for code, function in FUNCTIONS.items():
        if not _near(want, function(want), want) and _near(got, function(want), want):
            yield Pattern(code)
    yield from _differences(answer)
    yield from _places(got, want)


def _factors(answer: Miss) -> Iterator[Pattern]:
    got, want = answer.got, answer.want
    square = float(np.vdot(want, want))
    if square == 0:
        return
    factor = float(np.vdot(got, want)) / square
    if not _near(got, factor * want, got):
        return
    sign = "−" if factor < 0 else ""
    size = abs(factor)
    if _equal(factor, -1):
        yield Pattern("negated")
        return
    sides = [side for one in answer.arguments for side in one.shape if side > 2]
    rows = sides[0] if sides else 0
    for side, code in ((rows, "rows"), (max(sides, default=0), "side")):
        if side and _equal(size, side):
            yield Pattern(f"times_{code}", sign)
        if side and _equal(size, 1 / side):
            yield Pattern(f"over_{code}", sign)
    if rows and (_equal(size, rows / (rows - 1)) or _equal(size, (rows - 1) / rows)):
        yield Pattern("one_fewer")
    if not _equal(factor, 1):
        yield Pattern("factor", f"{factor:.4g}".replace("-", "−"))


def _rearrangements(want: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    if want.size < 3:
        return
    if want.ndim == 2:
        yield "transposed", want.T
    for axis in range(want.ndim):
        if want.shape[axis] > 1:
            yield "reversed", np.flip(want, axis)
    if want.ndim >= 2:
        yield "rotated", np.flip(want, (1, 2) if want.ndim == 4 else (0, 1))
        yield "column_major", want.ravel(order="F").reshape(want.shape)
    for axis in range(want.ndim):
        if want.shape[axis] > 2:
            for step in (-1, 1):
                yield "shifted", np.roll(want, step, axis)
    if want.ndim == 4:
        yield "channels_first", want.transpose(0, 3, 1, 2).reshape(want.shape)


FUNCTIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "truncated": np.trunc,
    "rounded": np.round,
    "absolute": np.abs,
    "squared": np.square,
    "rooted": lambda want: np.sqrt(np.abs(want)),
    "clipped": lambda want: np.maximum(want, 0),
    "logarithm": lambda want: np.log(np.abs(want)),
}


def _differences(answer: Miss) -> Iterator[Pattern]:
    got, want = answer.got, answer.want
    difference = got - want
    mean = float(difference.mean()) if difference.size else 0.0
    told = abs(mean) > TELLING * NEAR * _rms(want)
    if got.size > 1 and told and _near(difference, np.full_like(want, mean), difference):
        yield Pattern("offset")
        return
    for place, argument in enumerate(answer.arguments, start=1):
        if argument.shape != got.shape or got.size < 3 or _is_multiple(got, argument):
            continue
        for code, term in (("term", argument), ("term_sign", np.sign(argument))):
            square = float(np.vdot(term, term))
            scale = float(np.vdot(difference, term)) / square if square else 0.0
            told = _rms(difference) > TELLING * NEAR * _rms(want)
            if told and np.ptp(term) > 0 and scale and _near(difference, scale * term, difference):
                yield Pattern(code, str(place))


def _places(got: np.ndarray, want: np.ndarray) -> Iterator[Pattern]:
    if not got.ndim or len(got) < 3:
        return
    limit = NEAR * _rms(want)
    wrong = np.abs(got - want).reshape(len(got), -1).max(axis=1) > limit
    if wrong.sum() == 1 and wrong[-1]:
        yield Pattern("last")
    elif wrong.sum() == 1 and wrong[0]:
        yield Pattern("first")
    elif wrong.sum() == 2 and wrong[0] and wrong[-1]:
        yield Pattern("ends")


def _not_finite(answer: Miss) -> Iterator[Pattern]:
    bad = ~np.isfinite(answer.got)
    if bad.all() and bad.size > 1:
        yield Pattern("never_finite")
        return
    for argument in answer.arguments:
        if argument.shape != bad.shape:
            continue
        at, good = argument[bad], argument[~bad]
        if not good.size:
            return
        if (at == 0).all() and (good != 0).all():
            yield Pattern("at_zero")
        elif at.min() > good.max() and at.min() > 0:
            yield Pattern("at_large")
        elif at.max() < good.min() and at.max() < 0:
            yield Pattern("at_small")
        elif np.abs(at).min() > np.abs(good).max():
            yield Pattern("at_far")
        elif (at < 0).all() and (good >= 0).all():
            yield Pattern("at_negative")
        elif np.isin(at, (0, 1)).all() and not np.isin(good, (0, 1)).any():
            yield Pattern("at_ends")
        return


def _is_multiple(got: np.ndarray, argument: np.ndarray) -> bool:
    """Tell whether an answer is a multiple of an argument itself: then a term with it tells nothing."""
    square = float(np.vdot(argument, argument))
    return not square or _near(got, float(np.vdot(got, argument)) / square * argument, got)


def _rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(values)))) if values.size else 0.0


def _near(a: np.ndarray, b: np.ndarray, scale: np.ndarray) -> bool:
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return False
    return bool(np.abs(a - b).max(initial=0.0) <= NEAR * max(_rms(scale), 1e-12))


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= NEAR * abs(b)
