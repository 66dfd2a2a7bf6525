"""Is a gradient the derivative of its loss, the student's own where there is one? Asked numerically, no false alarm.

Central differences of the loss along a few random directions for each parameter, in float64. A direction that brushes a
kink (a ReLU at 0, a tie in a pool) is drawn again; where the derivative can't be known well enough, the answer is
:class:`Unreliable`, not a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.comparison import at_index, items_of, wrong_shape
from autograder.checks.failure import CheckFailed, Failure, fail
from autograder.checks.kinds import promised
from autograder.checks.opening import SEQUENCES, array_of, plain
from autograder.checks.sealed import part_of
from autograder.checks.tolerance import GRADIENT

# Small enough to miss the kinks of a network, large enough not to feel rounding.
STEP = 1e-6
DIRECTIONS = 3
TINY = 1e-9
EPSILON = 2.2e-16

Function = Callable[..., Any]


class Unreliable(Exception):
    """The derivative can't be known here: a kink, a loss in single precision, a loss that isn't repeatable."""


@dataclass(frozen=True)
class _Slope:
    """A derivative along a direction, how far it may be off, and whether the point is a kink of the loss."""

    value: float
    error: float
    kink: bool


def expect_derivative(
    loss: Function,
    gradient: Function,
    at: Mapping[str, Any],
    rng: np.random.Generator,
    *,
    right: Function | None = None,
) -> None:
    """Expect a gradient to be the derivative of a loss.

    Parameters
    ----------
    loss
        Called with the parameters by name; returns a number. It goes by the student's own forward pass, or is ``right``
        itself where the student wrote none.
    gradient
        Called alike; returns the gradients in the order of ``at``: a sequence, or the array itself for one parameter.
    at
        The parameters by name, where to compare. No wise suite takes trained ones, or ones that sit on a kink.
    rng
        Draws the directions.
    right
        The loss as the docstring states it, without which no check should pay. The student's must equal it here: else a
        forward pass of zeros would make a gradient of zeros right. Its differences are taken as well, and have the last
        word: those of a forward pass in single precision are noise.

    Raises
    ------
    CheckFailed
        Where the gradient isn't the derivative, or is no array of numbers of its parameter's shape, or where the
        student's loss isn't the right one.
    Unreliable
        Where that can't be told; never with ``right``.
    """
    __tracebackhide__ = True
    place = {name: np.array(value, dtype=np.float64) for name, value in at.items()}
    # The gradient first: where it isn't written yet, nothing else needs to be said.
    slopes = _listed(gradient(**_copies(place)), len(place))
    arrays = {
        name: _numbers(got, point.shape, name)
        for (name, point), got in zip(place.items(), slopes, strict=True)
    }
    if right is None:
        _compare_all(_Line(loss, place), arrays, rng)
    else:
        _compare_to_stated(
            _Line(right, place, own=False), loss if loss is not right else None, arrays, rng
        )


def _compare_to_stated(
    stated: _Line, own: Function | None, arrays: Mapping[str, np.ndarray], rng: np.random.Generator
) -> None:
    """Compare with the loss as stated; say where the student's own, which must equal it, disagrees as well."""
    __tracebackhide__ = True
    if own is not None:
        _expect_forward(_value(own, _copies(stated.place)), stated.middle)
        try:
            _compare_all(_Line(own, stated.place), arrays, rng)
        except Unreliable:
            pass
        except CheckFailed:
            stated.own = True
    # A forward pass in single precision, or one that bends where it is looked at, has slopes of its own: the right loss
    # has the last word. Where it agrees nothing is wrong with the gradient.
    _compare_all(stated, arrays, rng)


def _expect_forward(got: float, want: float) -> None:
    __tracebackhide__ = True
    if not abs(got - want) <= GRADIENT.of_rms * max(1.0, abs(want)):
        fail("wrong_forward")


class _Line:
    """The loss along straight lines through a point, one parameter moving."""

    def __init__(
        self, loss: Function, place: Mapping[str, np.ndarray], *, own: bool = True
    ) -> None:
        self._loss = loss
        self.place = place
        self.own = own
        self.middle = self(None, None)
        again = self(None, None)
        if not np.isfinite(self.middle) or abs(self.middle - again) > 1e-12 * abs(self.middle):
            raise Unreliable("the loss is not finite, or not repeatable")
        self.noise = EPSILON * abs(self.middle)

    def __call__(self, name: str | None, step: np.ndarray | None) -> float:
        moved = _copies(self.place)
        if name is not None:
            moved[name] = moved[name] + step
        return _value(self._loss, moved)

    def listen(self, name: str, direction: np.ndarray) -> None:
        """Measure the rounding noise of the loss: third differences of steps too small to mean anything."""
        tiny = [self(name, place * TINY * direction) for place in range(1, 6)]
        self.noise = max(float(np.abs(np.diff(tiny, 3)).max()), EPSILON * abs(self.middle))
        if np.ptp(tiny) == 0 and self.slope(name, direction).value != 0:
            raise Unreliable(f"{name}: the loss is too coarse, as in single precision")

    def slope(self, name: str, direction: np.ndarray) -> _Slope:
        """Return the derivative along a direction, from differences of two widths."""
        step = STEP * max(1.0, float(np.abs(self.place[name]).max(initial=0.0)))
        right, left = self(name, step * direction), self(name, -step * direction)
        near, far = self(name, step / 4 * direction), self(name, -step / 4 * direction)
        wide, narrow = (right - left) / (2 * step), (near - far) * 2 / step
        rounding = 4 * self.noise / step
        # One-sided slopes that differ by as much over a quarter of the width: the point itself is a kink.
        bend = abs(right - 2 * self.middle + left) / step
        narrow_bend = abs(near - 2 * self.middle + far) * 4 / step
        kink = narrow_bend > max(0.6 * bend, 8 * rounding)
        return _Slope(narrow, abs(wide - narrow) + rounding, kink)


def _value(loss: Function, moved: Mapping[str, Any]) -> float:
    __tracebackhide__ = True
    answer = loss(**moved)
    value = array_of(answer, part_of(answer), "number")
    if value.size != 1:
        raise CheckFailed(wrong_shape(value.shape, (), part_of(answer)))
    return float(value.astype(np.float64).reshape(()))


def _compare_all(line: _Line, arrays: Mapping[str, np.ndarray], rng: np.random.Generator) -> None:
    __tracebackhide__ = True
    for name, array in arrays.items():
        if array.size:
            _compare(line, name, array, rng)


def _compare(line: _Line, name: str, got: np.ndarray, rng: np.random.Generator) -> None:
    __tracebackhide__ = True
    root = np.sqrt(got.size)
    # In units of the largest entry: squares of huge ones would overflow, and then anything would be allowed.
    largest = float(np.abs(got).max())
    rms = largest * float(np.sqrt(np.mean(np.square(got / largest)))) if largest else 0.0
    known: list[tuple[np.ndarray, _Slope]] = []
    line.listen(name, _direction(got.shape, rng))
    for _ in range(3 * DIRECTIONS):
        direction = _direction(got.shape, rng)
        slope = line.slope(name, direction)
        allowed = _allowed(slope, rms, root)
        if not slope.kink and slope.error <= 5 * allowed:
            known.append((direction, slope))
        if len(known) == DIRECTIONS:
            break
    else:
        raise Unreliable(f"{name}: the loss has a kink here, or is too coarse")
    if all(slope.value == 0 for _, slope in known):
        # A forward pass that doesn't look at its parameter has a derivative that nothing can be learned from.
        raise Unreliable(f"{name}: the loss doesn't depend on it")
    for direction, slope in known:
        with np.errstate(all="ignore"):
            told = float((got * direction).sum())
        # What isn't within the bounds is wrong, and nan is within none.
        if not abs(told - slope.value) <= _allowed(slope, rms, root) + 2 * slope.error:
            raise CheckFailed(_failure(line, name, got, _located(line, name, got, direction)))


def _direction(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Draw a direction: never zero anywhere, and never two entries that cancel exactly."""
    return np.asarray(rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 1.5, shape))


def _allowed(slope: _Slope, rms: float, root: float) -> float:
    """Return how far a directional derivative may be off: rounding adds up with the root of the size."""
    scale = max(rms, abs(slope.value) / root, 1e-10)
    return GRADIENT.of_rms * max(1.0, root / 10) * scale


def _located(line: _Line, name: str, got: np.ndarray, direction: np.ndarray) -> tuple[int, ...]:
    """Return the index of a wrong entry: keep the half of the direction that disagrees more."""

    @np.errstate(all="ignore")
    def miss(indices: np.ndarray) -> float:
        flat = np.zeros(got.size)
        flat[indices] = direction.ravel()[indices]
        part = flat.reshape(got.shape)
        return line.slope(name, part).value - float((got * part).sum())

    left = np.arange(got.size)
    total = miss(left)
    while len(left) > 1:
        half = left[: len(left) // 2]
        missed = miss(half)
        if abs(missed) >= abs(total - missed):
            left, total = half, missed
        else:
            left, total = left[len(left) // 2 :], total - missed
    return tuple(int(i) for i in np.unravel_index(left[0], got.shape))


def _failure(line: _Line, name: str, got: np.ndarray, index: tuple[int, ...]) -> Failure:
    unit = np.zeros(got.shape)
    unit[index] = 1.0
    want = line.slope(name, unit).value
    detail = at_index(index, got=f"{got[index]:.6g}", want=f"{want:.6g}")
    code = "no_derivative" if line.own else "no_derivative_of_loss"
    return Failure(code, {"name": f" {name}"}, detail)


def _copies(place: Mapping[str, np.ndarray]) -> dict[str, Any]:
    return {name: value.copy() if value.ndim else float(value) for name, value in place.items()}


def _listed(slopes: Any, count: int) -> list[Any]:
    __tracebackhide__ = True
    if count == 1:
        held = plain(slopes)
        only = plain(held[0]) if isinstance(held, SEQUENCES) and len(held) == 1 else None
        if not isinstance(only, (*SEQUENCES, np.ndarray)):
            return [slopes]  # the gradient itself, and no sequence that holds it
    return items_of(slopes, count, part_of(slopes), promised("items", count=count))


def _numbers(got: Any, shape: tuple[int, ...], name: str) -> np.ndarray:
    __tracebackhide__ = True
    part = f" ({name})"
    array = array_of(got, part)
    # The shape first: as float64 an array of bytes is eight times as large.
    if array.shape != shape:
        raise CheckFailed(wrong_shape(array.shape, shape, part))
    numbers = array.astype(np.float64)
    lost = int((~np.isfinite(numbers)).sum())
    if lost:
        fail("not_finite", count=lost, size=numbers.size, part=part)
    return numbers
