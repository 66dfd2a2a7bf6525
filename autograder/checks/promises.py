"""Checks that are made of a law, declared in a few words.

A law is a scenario, calls of the student's module on inputs drawn from a generator, and what is promised of them. Each
check runs the scenario on the student's module and on the reference, both seen through the same lens.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from autograder.checks.comparison import compare
from autograder.checks.failure import CheckFailed, fail
from autograder.checks.kinds import promised
from autograder.checks.laws import Law, Scenario, stepwise
from autograder.checks.lenses import Call, Change, Lens, seen
from autograder.checks.marks import task
from autograder.checks.opening import holds_object, plain, wrong_type
from autograder.checks.sealed import Sealed, function_of
from autograder.checks.tolerance import EXACT
from autograder.checks.verbs import expect_error, expect_unchanged
from autograder.locale import sentence
from autograder.sandbox import Remote, held, held_results
from autograder.texts import Text

# What student code returned in calls that its worker has held, with the functions.
Held = list[tuple[Remote, Any]]
Ask = Callable[[Law, Sealed, ModuleType, np.random.Generator], None]


def promises(
    task_id: str,
    *,
    whole: str = "",
    small: str = "",
    letters: str = "",
    weight: float = 1.0,
    of: str = "",
    **promised_words: Any,
) -> Callable[[Scenario], Callable[..., None]]:
    """Declare a law, and make checks of what it promises: "asked again", "memory layout", "left as they were".

    Parameters
    ----------
    task_id
        Whose law it is, "A01.4".
    whole, small, letters
        Names of parameters, separated by spaces; see ``Law``.
    weight
        What each of its checks weighs.
    of
        Which of a task's functions it is about, where there are several: put before the titles.
    promised_words
        The rest of ``Law``: ``sizes``, ``extremes``, ``refused``, ``fresh``, …
    """

    def declare(scenario: Scenario) -> Callable[..., None]:
        law = Law(
            stepwise(scenario), whole=tuple(whole.split()), small=tuple(small.split()), letters=tuple(letters.split()),
            **promised_words,
        )  # fmt: skip
        cases = [_case(task_id, each, weight, of) for each in _asked(law)]

        @pytest.mark.parametrize("ask", cases)
        def check(
            student: Sealed, reference: ModuleType, rng: np.random.Generator, ask: Ask
        ) -> None:
            __tracebackhide__ = True
            ask(law, student, reference, rng)

        check.__name__, check.__doc__ = scenario.__name__, scenario.__doc__
        check.__module__ = scenario.__module__
        check.law = law  # type: ignore[attr-defined]
        return check

    return declare


def _case(task_id: str, asked: tuple[str, Ask, bool], weight: float, of: str) -> Any:
    """Return one check of a law as pytest takes it: what it asks, its name, its mark."""
    name, ask, conduct = asked
    title = sentence(f"law_{name}")
    if of:
        title = Text(en=f"{of}: {title.en}", ko=f"{of}: {title.ko}")
    many = ask not in (ask_unchanged, ask_refused)
    mark = task(task_id, en=title.en, ko=title.ko, weight=weight, conduct=conduct, many=many)
    return pytest.param(ask, id=name, marks=mark)


def misshapen(good: Any) -> list[Any]:
    """Return arrays like a good one whose shapes are near its shape and another; none for a number."""
    array = np.asarray(good)
    if not array.ndim:
        return []
    column = array[..., None]
    bad = [column, array[None], array[:1], array[:-1], np.concatenate([array, array[:1]])]
    if array.ndim > 1:
        bad += [array.reshape(-1), array[:, :1], array[:, :-1]]
    shapes = {array.shape}
    return [one for one in bad if one.shape not in shapes and not shapes.add(one.shape)]  # type: ignore[func-returns-value]


# ---- the checks that are made of a law


def _asked(law: Law) -> Iterator[tuple[str, Ask, bool]]:
    """Yield the checks: the code of a title, what it asks, whether it is conduct."""
    yield "again", ask_again, False
    changed = {name for name, _, _ in law.lenses()}
    for name in ("layouts", "whole", "extremes", "letters"):
        if name in changed:
            yield name, _ask_through(name), False
    if law.unchanged:
        yield "unchanged", ask_unchanged, True
    if law.kinds:
        yield "kinds", ask_kinds, True
    if law.fresh:
        yield "fresh", ask_fresh, True
    if law.refused:
        yield "refused", ask_refused, True


def ask_again(law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator) -> None:
    """Ask twice for each size, with other values, in turns; what was answered first stays what it was."""
    __tracebackhide__ = True
    kept: Held = []
    for n in law.sizes:
        seeds = [int(seed) for seed in rng.integers(2**31, size=2)]
        got = _side_by_side(law, student, Lens(reference, call=_holding(kept)), seeds, n)
        for seed, mine in zip(seeds, got, strict=True):
            compare(mine, law.results(reference, reference, None, seed, n), law.tol, (), "")
    if kept:
        for (_, before), after in zip(kept, _held_now(kept), strict=False):
            _same_as_before(before, after)


def _holding(kept: Held) -> Call:
    """Return a way of calling student code that lets the worker keep what it returns, and notes it here as well."""

    def call(function: Any, path: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
        remote = function_of(function.args[0])
        if not isinstance(remote, Remote):
            return function(*args, **kwargs)
        answer = held(remote, args, kwargs)
        kept.append((remote, answer))
        return Sealed(answer, f"{path}()")

    return call


def _held_now(kept: Held, *, spoil: bool = False) -> list[Any]:
    """Return what was held of some calls, as it is now; what an earlier check has left is let go with it."""
    return held_results(kept[0][0], spoil=spoil)[-len(kept) :]


def _side_by_side(law: Law, module: Any, lens: Lens, seeds: Sequence[int], n: int) -> list[Any]:
    """Run a scenario for several seeds, step by step in turns; return what each returns."""
    results: dict[int, Any] = {}
    with seen(module, lens) as lensed:
        running = {
            place: law.scenario.steps(lensed, np.random.default_rng(seed), n)  # type: ignore[attr-defined]
            for place, seed in enumerate(seeds)
        }
        while running:
            for place, steps in list(running.items()):
                try:
                    next(steps)
                except StopIteration as done:
                    results[place] = done.value
                    del running[place]
    return [results[place] for place in range(len(seeds))]


def _ask_through(name: str) -> Ask:
    def ask(law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator) -> None:
        __tracebackhide__ = True
        for lens_name, change, tol in law.lenses():
            if lens_name == name:
                seed = int(rng.integers(2**31))
                through = Lens(reference, change)
                want = law.results(reference, reference, through, seed, law.sizes[-1])
                compare(
                    law.results(student, reference, through, seed, law.sizes[-1]), want, tol, (), ""
                )

    return ask


def ask_unchanged(
    law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator
) -> None:
    """Ask for every size whether the arguments are what they were, in each layout, and whole numbers, too."""
    __tracebackhide__ = True

    def call(
        function: Callable[..., Any], path: str, args: list[Any], kwargs: dict[str, Any]
    ) -> Any:
        return expect_unchanged(function.args[0], *args, **kwargs)  # type: ignore[attr-defined]

    whole = [change for name, change, _ in law.lenses() if name in ("whole", "layouts")]
    for n in law.sizes:
        law.results(student, reference, Lens(reference, call=call), int(rng.integers(2**31)), n)
    for change in whole[:1] + whole[3:4] + whole[-1:]:
        lens = Lens(reference, change, call)
        law.results(student, reference, lens, int(rng.integers(2**31)), law.sizes[-1])


def ask_kinds(law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator) -> None:
    """Ask for every size whether arrays are arrays, and whole numbers whole."""
    __tracebackhide__ = True
    for n in law.sizes:
        seed = int(rng.integers(2**31))
        got = law.results(student, reference, None, seed, n)
        _same_kinds(got, law.results(reference, reference, None, seed, n), "", law.float64)


def ask_fresh(law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator) -> None:
    """Ask whether results stay what they were when the arguments are written into."""
    __tracebackhide__ = True
    kept: Held = []
    for n in law.sizes:
        law.results(
            student, reference, Lens(reference, call=_holding(kept)), int(rng.integers(2**31)), n
        )
    if kept:
        for (_, before), after in zip(kept, _held_now(kept, spoil=True), strict=False):
            _same_as_before(before, after, code="shares_memory")


def ask_refused(law: Law, student: Sealed, reference: ModuleType, rng: np.random.Generator) -> None:
    """Ask for each bad value of each parameter whether it is refused, in the one call that is handed it."""
    __tracebackhide__ = True
    for name in law.refused:
        seed = int(rng.integers(2**31))
        for place, at in _refusals(law, reference, name, seed):
            lens = Lens(reference, _bad_once(law, name, place, at))
            expect_error(law.error, law.results, student, reference, lens, seed, law.sizes[-1])


def _refusals(law: Law, reference: ModuleType, name: str, seed: int) -> Iterator[tuple[int, int]]:
    """Yield for each bad value of a parameter its place and the first call, of those with it, that must refuse it."""
    counts: list[int] = []

    def count(parameter: str | None, value: Any) -> Any:
        if parameter == name:
            counts.append(len(law.refused[name](value)))
        return value

    law.results(reference, reference, Lens(reference, count), seed, law.sizes[-1])
    for place in range(max(counts, default=0)):
        for at in (at for at, bad in enumerate(counts) if place < bad):
            lens = Lens(reference, _bad_once(law, name, place, at))
            try:
                law.results(reference, reference, lens, seed, law.sizes[-1])
            except law.error:
                yield place, at
                break
        else:
            raise ValueError(f"bad value {place} of {name} is refused nowhere")


def _bad_once(law: Law, name: str, place: int, at: int) -> Change:
    """Return a change of a parameter in one call only: a refusal of another call must not pass for one of this."""
    calls = itertools.count()

    def change(parameter: str | None, value: Any) -> Any:
        if parameter != name or next(calls) != at:
            return value
        return law.refused[name](value)[place]

    return change


# ---- what is compared beside values


def _same_as_before(before: Any, after: Any, code: str = "result_overwritten") -> None:
    __tracebackhide__ = True
    if holds_object(before):
        # An object of the student's has a state, which may change; a child of a dict is one, too.
        return
    try:
        compare(after, _numbers_only(before), EXACT, (), "")
    except CheckFailed as differs:
        fail(code, cause=differs)


def _numbers_only(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, tuple | list):
        return type(value)(_numbers_only(item) for item in value)
    if isinstance(value, dict):
        return {key: _numbers_only(item) for key, item in value.items()}
    return value


def _same_kinds(got: Any, want: Any, part: str, float64: bool) -> None:
    __tracebackhide__ = True
    want = plain(want)
    held = plain(got)
    if isinstance(want, tuple | list) and isinstance(held, tuple | list | np.ndarray):
        for place, (mine, theirs) in enumerate(zip(held, want, strict=False)):
            _same_kinds(mine, theirs, f"{part}[{place}]", float64)
    elif isinstance(want, Mapping) and isinstance(held, dict):
        for key in want:
            if key in held:
                _same_kinds(held[key], want[key], f"{part}[{key!r}]", float64)
    elif isinstance(want, np.ndarray) and want.ndim and not isinstance(held, np.ndarray):
        wrong_type(held, promised("array"), part)
    elif (
        isinstance(want, int | np.integer | np.ndarray)
        and _kind(want) == "i"
        and _kind(held) == "f"
    ):
        fail("wrong_dtype", got="float", want="int", part=part)
    elif float64 and _kind(want) == "f" and np.asarray(held).dtype != np.float64:
        fail("wrong_dtype", got=str(np.asarray(held).dtype), want="float64", part=part)


def _kind(value: Any) -> str:
    kind = (
        np.asarray(value).dtype.kind
        if isinstance(value, int | float | np.generic | np.ndarray)
        else "O"
    )
    return "i" if kind in "iu" else kind
