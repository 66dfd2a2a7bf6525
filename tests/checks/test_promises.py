"""A law asks for what a docstring promises of every call: each way of breaking it fails the check that says so."""

import sys
import types
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.checks import laws, lenses, misshapen, ways
from autograder.checks.failure import CheckFailed
from autograder.checks.promises import ask_refused
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found

sys.path.insert(0, str(Path(__file__).parent))
from toy import SOLUTION, write_course


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    return write_course(tmp_path_factory.mktemp("toy"))


@pytest.fixture
def failed(toy, tmp_path):
    """Grade the solution with a piece after it; return the titles of the law's checks that fail, by their first words."""

    def run(piece):
        path = tmp_path / "a02_toy.py"
        path.write_text(f"{SOLUTION}\n\nplain = spread\n\n\n{piece}\n", encoding="utf-8")
        options = GradeOptions(diagnose=False, carry=False)
        [result] = grade_job(Job(toy, "A02", (Found("someone", path),), options))
        checks = result.task("A02.11").checks
        assert len(checks) == len(TITLES)
        return {
            TITLES[check.title.en.split(",")[0].split(":")[0]]
            for check in checks
            if not check.passed
        }

    return run


TITLES = {
    "asked again": "again",
    "arrays that lie in memory in another way": "layouts",
    "whole numbers": "whole",
    "the largest and smallest values that are allowed": "extremes",
    "capital and small letters": "letters",
    "the arguments are left as they were": "unchanged",
    "arrays are returned as arrays": "kinds",
    "the result is a new array": "fresh",
    "arguments that don't fit are refused": "refused",
}

BROKEN = {
    "remembers by shape": (
        "KNOWN = {}\ndef spread(x, w=1.0, how='full'):\n"
        "    return KNOWN.setdefault((np.shape(x), np.shape(w), how), plain(x, w, how)).copy()",
        {"again", "layouts", "whole", "extremes", "letters"},
    ),
    "one row is lost": (
        "def spread(x, w=1.0, how='full'):\n    return plain(x, w, how) if len(x) > 1 else plain(x, w, how) * 0",
        {"again"},
    ),
    "the default is another": (
        "def spread(x, w=2.0, how='full'):\n    return plain(x, w, how)",
        {"again", "layouts", "whole", "extremes", "letters"},
    ),
    "memory as it lies": (
        "def spread(x, w=1.0, how='full'):\n    return plain(np.ravel(x, 'K').reshape(np.shape(x)), w, how)",
        {"layouts"},
    ),
    "the dtype of an argument": (
        "def spread(x, w=1.0, how='full'):\n    return plain(x, w, how).astype(np.asarray(x).dtype).astype(float)",
        {"whole"},
    ),
    "large numbers clipped": (
        "def spread(x, w=1.0, how='full'):\n    return plain(np.clip(x, -1e4, 1e4), w, how)",
        {"extremes"},
    ),
    "small numbers lost": (
        "def spread(x, w=1.0, how='full'):\n    got = plain(x, w, how)\n    return np.where(abs(got) < 1e-7, 0.0, got)",
        {"extremes"},
    ),
    "small letters only": (
        "def spread(x, w=1.0, how='full'):\n    if how != how.lower():\n        raise KeyError(how)\n    return plain(x, w, how)",
        {"letters"},
    ),
    "an argument written into": (
        "def spread(x, w=1.0, how='full'):\n    got = plain(x, w, how)\n    if np.ndim(w):\n        w[-1] = 7\n    return got",
        {"unchanged"},
    ),
    "a list": (
        "def spread(x, w=1.0, how='full'):\n    return plain(x, w, how).tolist()",
        {"kinds"},
    ),
    "single precision": (
        "def spread(x, w=1.0, how='full'):\n    return plain(x, w, how).astype(np.float32)",
        {"kinds"},
    ),
    "a view of its argument": (
        "def spread(x, w=1.0, how='full'):\n"
        "    return x.reshape(-1) if np.ndim(w) == 0 and x.dtype == float else plain(x, w, how)",
        {"fresh"},
    ),
    "shapes that broadcast": (
        "def spread(x, w=1.0, how='full'):\n    return np.array(np.asarray(x, float) * w)"
        "[: len(x) if how.lower() == 'full' else (len(x) + 1) // 2].reshape(-1)",
        {"refused"},
    ),
}  # fmt: skip


def test_the_reference_keeps_its_own_law(failed):
    assert failed("") == set()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_promise_fails_the_check_that_is_named_after_it(failed, name):
    piece, checks = BROKEN[name]
    assert failed(piece) == checks


KEPT = {
    "a child of ndarray": "class Grid(np.ndarray):\n    pass\n\ndef spread(*a, **k):\n    return plain(*a, **k).view(Grid)",
    "another layout": "def spread(*a, **k):\n    return np.repeat(plain(*a, **k), 2)[::2]",
    "read-only": "def spread(*a, **k):\n    got = plain(*a, **k)\n    got.flags.writeable = False\n    return got",
    "loops": "def spread(x, w=1.0, how='full'):\n    plain(x, w, how)\n    flat = []\n"
    "    for place in range(len(x) if how.lower() == 'full' else (len(x) + 1) // 2):\n"
    "        for column in range(len(x[0])):\n"
    "            flat.append(float(x[place][column]) * float(w if np.ndim(w) == 0 else w[place][column]))\n"
    "    return np.array(flat, dtype=float)",
}  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_whatever_no_docstring_speaks_of_is_nobodys_concern(failed, name):
    assert failed(KEPT[name]) == set()


def test_misshapen_arrays_have_shapes_of_their_own():
    for good in (np.zeros(5), np.zeros((4, 3)), np.zeros((2, 3, 4))):
        shapes = [bad.shape for bad in misshapen(good)]
        assert good.shape not in shapes
        assert len(shapes) == len(set(shapes)) >= 5


@pytest.mark.parametrize("change", ways.LAYOUTS)
def test_a_layout_changes_no_value(change):
    array = np.arange(24.0).reshape(2, 3, 4)
    other = change("x", array)
    np.testing.assert_array_equal(other, array)
    assert not other.flags.c_contiguous


def test_a_lens_knows_parameters_by_name_however_they_are_handed_over():
    seen = []

    def f(x, w=2):
        return x * w

    class Layer:
        def forward(self, x):
            return x

    of_ours = types.SimpleNamespace(f=f, Layer=Layer)

    def note(name, value):
        seen.append(name)
        return value

    with lenses.seen(of_ours, lenses.Lens(of_ours, note)) as module:
        assert module.f(3) == 6
        assert module.f(3, w=4) == 12
        assert module.Layer().forward(5) == 5
    assert seen == ["x", "x", "w", "x"]


def test_a_lens_reaches_into_tuples_and_lists():
    module = SimpleNamespace(f=lambda cache: cache)

    def change(name, value):
        return {"cache[0]": 7, "cache[1][1]": "seven"}.get(name, value)

    with lenses.seen(module, lenses.Lens(module, change)) as lensed:
        assert lensed.f((1, [2, 3], 4)) == (7, [2, "seven"], 4)


def test_what_another_call_refuses_is_not_refused_by_this_one():
    def refuses(x):
        if x < 0:
            raise ValueError("no")

    def scenario(module, rng, n):
        return module.first(1), module.second(1)

    law = laws.Law(laws.stepwise(scenario), refused={"x": lambda x: [-x]})
    reference = SimpleNamespace(first=refuses, second=refuses)
    ask_refused(law, reference, reference, np.random.default_rng(0))
    careless = SimpleNamespace(first=lambda x: x, second=refuses)
    with pytest.raises(CheckFailed) as failed:
        ask_refused(law, careless, reference, np.random.default_rng(0))
    assert failed.value.failure.code == "no_error"


def test_two_objects_of_a_scenario_with_steps_live_side_by_side():
    order = []

    def scenario(module, rng, n):
        order.append("first")
        yield
        order.append("second")
        return n

    law = laws.Law(laws.stepwise(scenario))
    runs = [law.scenario.steps(None, None, n) for n in (1, 2)]
    for step in runs:
        next(step)
    for step in runs:
        with pytest.raises(StopIteration) as done:
            next(step)
        assert done.value.value in (1, 2)
    assert order == ["first", "first", "second", "second"]
    assert law.scenario(None, None, 3) == 3
