"""What an experiment defines is there; what it tries out isn't run."""

import pytest

from autograder.submission.experiments import Part, without_experiments


def kept(experiment, before=""):
    """Return the lines of an experiment that are kept, after a part that is none."""
    first, second = without_experiments([Part(before), Part(experiment, experiment=True)])
    assert first == before
    assert second.count("\n") == experiment.count("\n")
    return [line for line in second.split("\n") if line]


@pytest.mark.parametrize(
    "line",
    [
        *("RATE = 0.1", "EPS: float = -1e-12", "NAMES = ['a', ('b', 1)]", "TABLE = {'a': {1, 2}}"),
        *("act = lambda z: z", "a = b = 1", "import math", "def f(): return 1", "N = 60 + 1"),
    ],
)
def test_definitions_and_plain_values_are_kept(line):
    assert kept(f"train()\n{line}\nplot()") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "w = train()",
        "x = y",
        "n = 9 ** 9 ** 9",
        "a, b = 1, 2",
        "t[0] = 1",
        "for i in r: pass",
        "x: int",
        "z = [train()]",
    ],
)
def test_what_is_computed_is_not_run(line):
    assert kept(f"{line}\nK = 1") == ["K = 1"]


@pytest.mark.parametrize(
    "use",
    [
        "def f(x):\n    return x + rng.normal()",
        "f = lambda x: rng.normal()",
        "class Net:\n    start = rng.normal()",
        "def f():\n    return [rng for _ in 'ab']",
        "def f():\n    def g():\n        return rng\n    return g",
    ],
)
def test_what_a_function_needs_is_kept_and_what_that_needs_too(use):
    needed = ["SEED = sum([1, 2])", "rng = default_rng(SEED)"]
    lines = "\n".join(["weights = train()", *needed, "plot(weights)"])
    assert kept(lines, before=use) == needed


@pytest.mark.parametrize(
    "use",
    [
        "def f(rng):\n    return rng",
        "def f():\n    rng = 1\n    return rng",
        "print(rng)",
        "def f():\n    return 1",
        "rng = 1\ndef f():\n    return rng",
        "def f():\n    global rng\n    rng = 1",
    ],
)
def test_what_no_function_needs_is_not_run(use):
    assert kept("rng = default_rng(0)", before=use) == []


def test_a_loop_that_sets_what_a_function_needs_is_kept_whole():
    loop = ["total = sum([])", "for i in range(3):", "    total += i"]
    assert kept("\n".join([*loop, "plot()"]), before="def f():\n    return total") == loop


def test_an_experiment_that_does_not_parse_is_left_out():
    assert kept("RATE = (1\nplot(") == []


def test_an_experiment_may_come_before_the_function_that_needs_it():
    sources = without_experiments([Part("K = int('3')", True), Part("def f():\n    return K")])
    assert sources == ["K = int('3')", "def f():\n    return K"]
