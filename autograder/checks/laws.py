"""Laws: what a docstring promises of every call of a function, asked on inputs that the suite makes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checks import ways
from autograder.checks.lenses import Change, Lens, seen
from autograder.checks.tolerance import VALUE, Tolerance

Scenario = Callable[[Any, np.random.Generator, int], Any]
# Bad values to put in place of a good one.
Bad = Callable[[Any], Sequence[Any]]

# Small entries count: where values lie far apart, each is compared with itself.
SMALL = Tolerance(relative=1e-5, of_rms=1e-13, absolute=1e-12)


@dataclass(frozen=True)
class Law:
    """What is promised of every call of a scenario.

    Attributes
    ----------
    scenario
        Calls the module that it is handed, and returns what is to be compared: ``scenario(module, rng, n)``.
    sizes
        How many rows, samples or steps to ask for; the last one is what most checks ask for.
    whole
        The parameters that may be whole numbers of any type.
    small
        Those of ``whole`` that may come as int8 and uint8 over their whole range, as pictures do.
    extremes
        Values that entries of a parameter may have beside ordinary ones.
    letters
        The parameters whose text may be written in any letter case.
    refused
        For a parameter, values that must be refused, made from a good one.
    error
        How they are refused.
    layouts, unchanged, kinds, fresh, float64
        Whether arrays may lie in memory in any way; the arguments stay what they were; arrays, and whole numbers where
        those are promised, are returned as such; results are new arrays, which share nothing with an argument; arrays
        of numbers are float64.
    tol
        How close results must be.
    """

    scenario: Scenario
    sizes: tuple[int, ...] = (1, 2, 7)
    whole: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    extremes: Mapping[str, Sequence[float]] = field(default_factory=dict)
    letters: tuple[str, ...] = ()
    refused: Mapping[str, Bad] = field(default_factory=dict)
    error: type[Exception] = ValueError
    layouts: bool = True
    unchanged: bool = True
    kinds: bool = True
    fresh: bool = False
    float64: bool = False
    tol: Tolerance = VALUE

    def lenses(self) -> Iterator[tuple[str, Change, Tolerance]]:
        """Yield the ways of changing arguments under which the reference's answer stays the right one."""
        if self.layouts:
            yield from (("layouts", change, self.tol) for change in ways.LAYOUTS)
        for name in self.whole:
            yield "whole", ways.on((name,), ways.whole), self.tol
            yield "whole", ways.on((name,), ways.zero), self.tol
        if self.whole:
            yield from [("whole", ways.on(self.whole, ways.large_whole), self.tol)] * 2
        if self.small:
            yield from (
                ("whole", ways.on(self.small, change), self.tol)
                for change in (ways.int8, ways.uint8)
            )
        for name, values in self.extremes.items():
            yield from (
                ("extremes", ways.on((name,), change), SMALL) for change in ways.extreme(values)
            )
        if self.letters:
            yield from (
                ("letters", ways.on(self.letters, change), self.tol) for change in ways.LETTERS
            )

    def results(
        self, module: Any, reference: ModuleType, lens: Lens | None, seed: int, n: int
    ) -> Any:
        """Return what a scenario returns on a module, seen through a lens."""
        rng = np.random.default_rng(seed)
        with seen(module, lens or Lens(reference)) as lensed:
            return self.scenario(lensed, rng, n)


def stepwise(scenario: Callable[..., Any]) -> Scenario:
    """Return a scenario that runs whole, whose attribute ``steps`` runs it up to each of its yields."""

    def steps(module: Any, rng: np.random.Generator, n: int) -> Generator[None, None, Any]:
        if inspect.isgeneratorfunction(scenario):
            return (yield from scenario(module, rng, n))
        return scenario(module, rng, n)

    def whole(module: Any, rng: np.random.Generator, n: int) -> Any:
        running = steps(module, rng, n)
        while True:
            try:
                next(running)
            except StopIteration as done:
                return done.value

    whole.steps = steps  # type: ignore[attr-defined]
    return whole
