"""What a suite is handed is sealed: verbs open it, nothing else does, and it goes back as it came."""

import copy
import operator
from typing import NamedTuple

import numpy as np
import pytest

from autograder.checks import (
    CheckFailed,
    Sealed,
    SealedError,
    expect_close,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_object,
    expect_shape,
    expect_unchanged,
)
from autograder.checks.sealed import opened
from autograder.sandbox import Cell, Level, Limits, Program, open_sandbox

VALUES = [
    2.0, 3, True, None, "text", (1.0, 2.0), [1.0, 2.0], {"w": 1.0}, {1, 2}, np.float64(2), np.zeros(3), np.array(2.0), object(),
]  # fmt: skip

WAYS_AROUND = {
    "len": len,
    "bool": bool,
    "if": lambda x: 1 if x else 2,
    "list": list,
    "tuple": tuple,
    "set": set,
    "iter": iter,
    "next": next,
    "reversed": reversed,
    "sorted": sorted,
    "sum": sum,
    "unpacking": lambda x: [*x],
    "subscript": lambda x: x[0],
    "key": lambda x: x["w"],
    "slice": lambda x: x[:1],
    "set item": lambda x: operator.setitem(x, 0, 1),
    "delete item": lambda x: operator.delitem(x, 0),
    "in": lambda x: 1.0 in x,
    "==": lambda x: x == 2.0,
    "!=": lambda x: x != 2.0,
    "== from the other side": lambda x: 2.0 == x,  # noqa: SIM300
    "<": lambda x: x < 2,
    ">=": lambda x: x >= 2,
    "array <": lambda x: np.zeros(3) < x,
    "+": lambda x: x + 1,
    "1 +": lambda x: 1 + x,
    "array *": lambda x: np.ones(3) * x,
    "array @": lambda x: np.ones(3) @ x,
    "@": lambda x: x @ np.ones(3),
    "-": operator.neg,
    "abs": abs,
    "round": round,
    "**": lambda x: x**2,
    "+=": lambda x: operator.iadd(x, 1),
    "float": float,
    "int": int,
    "complex": complex,
    "index": operator.index,
    "str": str,
    "format": lambda x: f"{x:.3f}",
    "f-string": lambda x: f"{x}",
    "isinstance": lambda x: isinstance(x, tuple | list),
    "hash": hash,
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "asarray": np.asarray,
    "array": np.array,
    "asarray float": lambda x: np.asarray(x, dtype=float),
    "np.sum": np.sum,
    "np.mean": np.mean,
    "np.concatenate": lambda x: np.concatenate([x, x]),
    "np.isfinite": np.isfinite,
    "np.add": lambda x: np.add(x, 1),
    "np.array_equal": lambda x: np.array_equal(x, np.zeros(3)),
    "np.allclose": lambda x: np.allclose(x, np.zeros(3)),
    "np.shape": np.shape,
    "np.sort": np.sort,
    "np.log": np.log,
}


@pytest.mark.parametrize("way", WAYS_AROUND.values(), ids=WAYS_AROUND)
@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_there_is_no_way_around_the_verbs(way, value):
    with pytest.raises(SealedError):
        way(Sealed(value, "predict()"))


def test_what_is_said_of_a_sealed_answer_tells_no_value():
    sealed = Sealed(41.0, "predict()")
    assert repr(sealed) == "<sealed predict()>"
    with pytest.raises(SealedError, match="open it with a verb"):
        float(sealed)


@pytest.mark.parametrize("name", ["shape", "T", "append", "keys", "real", "strip"])
@pytest.mark.parametrize("value", [2.0, None, "text", [1.0], {"w": 1.0}, np.zeros(3)])
def test_plain_data_has_no_attributes_that_a_suite_could_use(name, value):
    with pytest.raises(CheckFailed):
        getattr(Sealed(value, "predict()"), name)


class Pair(NamedTuple):
    first: object
    second: object


class Neuron:
    def __init__(self, w=1.0):
        self.w = w

    def fit(self, x):
        self.w = x
        return self


class Module:
    """A student's module, here."""

    Neuron = Neuron
    number = 3

    @staticmethod
    def pair(x):
        return Pair(x, [x])

    @staticmethod
    def kind(x):
        return type(x).__name__

    @staticmethod
    def spoil(cache):
        cache.first[0] = 7.0


def test_verbs_open_what_is_sealed_part_by_part():
    student = Sealed(Module)
    first, second = expect_items(student.pair(np.zeros(2)), 2)
    assert type(first) is type(second) is Sealed
    np.testing.assert_array_equal(expect_shape(first, (2,)), np.zeros(2))
    assert expect_numbers(expect_items(second, 1)[0]).shape == (2,)
    found = expect_keys(Sealed({"w": [1.0]}, "fit()"), "w")
    assert type(found["w"]) is Sealed
    with pytest.raises(CheckFailed, match=r"The result\['w'\]\[0\] is wrong"):
        expect_close(expect_items(found["w"], 1)[0], 2.0)


def test_a_sealed_answer_goes_back_as_it_came():
    student = Sealed(Module)
    pair = student.pair(np.zeros(2))
    assert opened(student.kind(pair)) == "Pair"
    assert opened(student.kind([pair])) == "list"
    assert type(opened([pair, {"a": (pair,)}])[1]["a"][0]) is Pair
    with pytest.raises(AttributeError):
        _ = student.nothing
    with pytest.raises(CheckFailed, match="argument 1"):
        expect_unchanged(student.spoil, pair)


def test_objects_can_be_asked_for_attributes_called_and_set():
    neuron = Sealed(Module).Neuron()
    neuron.w = np.ones(2)
    expect_close(neuron.w, np.ones(2))
    expect_close(expect_object(neuron.fit(np.zeros(3)), "w").w, np.zeros(3))
    assert not hasattr(neuron, "losses")
    with pytest.raises(CheckFailed, match=r"The object has no losses\."):
        expect_close(neuron.losses, [])
    with pytest.raises(CheckFailed, match=r"The attribute w has shape \(3,\)"):
        expect_shape(neuron.w, (2,))


def test_an_attribute_that_is_none_is_not_said_to_lack_a_return():
    neuron = Sealed(Module).Neuron(None)
    with pytest.raises(CheckFailed) as caught:
        expect_close(neuron.w, 1.0)
    assert caught.value.failure.code == "wrong_type"
    assert str(caught.value) == "The attribute w is None; the docstring promises a number."


def test_a_name_that_is_no_function_any_more_is_told():
    with pytest.raises(CheckFailed) as caught:
        Sealed(Module).number(2.0)
    assert caught.value.failure.code == "no_function"
    assert "the name stands for an int" in str(caught.value)


# ---- the same through a worker

SOURCE = """
import enum, collections, numpy as np

class Forward(collections.namedtuple("Forward", "Y cache")): pass
class Word(str, enum.Enum): OVER = "over"
class Number(enum.IntEnum): TWO = 2
class Strong(float): pass

def forward(x): return Forward(2 * x, Forward(x, "valid"))
def kind(x): return type(x).__name__
def word(): return Word.OVER
def words(): return [Word.OVER, np.str_("under")]
def number(): return Number.TWO
def numbers(): return [Number.TWO, 3, Strong(4.0)]
def entries(): return collections.OrderedDict({Word.OVER: Number.TWO})
def masked(): return np.ma.array([1.0, 2.0])
def use(neuron, x): return neuron
def spoil(neuron, cache): cache.Y[0] = 5.0
class Neuron:
    w = None
    def fit(self, x):
        self.w = x
        return self
"""


@pytest.fixture(scope="module")
def student():
    with open_sandbox(Level.SUBPROCESS, packages=("numpy",)) as sandbox:
        worker = sandbox.spawn(Program("work", (Cell(SOURCE, "work.py"),)), Limits())
        yield Sealed(worker.module)
        worker.close()


def test_children_of_plain_data_in_a_worker_are_read_as_what_they_are(student):
    Y, cache = expect_items(student.forward(np.ones(2)), 2)
    expect_close(Y, 2 * np.ones(2))
    expect_close(cache, (np.ones(2), "valid"))
    expect_close(student.kind(cache), "Forward")
    expect_close(student.word(), "over")
    expect_close(student.words(), ["over", "under"])
    expect_close(student.number(), 2.0)
    expect_close(student.numbers(), np.array([2.0, 3.0, 4.0]))
    expect_close(student.entries(), {"over": 2.0})
    assert expect_shape(student.masked(), (2,)).tolist() == [1.0, 2.0]


def test_objects_in_a_worker_can_stand_among_unchanged_arguments(student):
    neuron = student.Neuron()
    expect_object(expect_unchanged(student.use, neuron, np.ones(2)), "w", "fit")
    _, cache = expect_items(student.forward(np.ones(2)), 2)
    with pytest.raises(CheckFailed, match="argument 2"):
        expect_unchanged(student.spoil, neuron, cache)
    expect_close(neuron.fit(np.zeros(1)).w, np.zeros(1))


@pytest.mark.parametrize("way", WAYS_AROUND.values(), ids=WAYS_AROUND)
@pytest.mark.parametrize("name", ["forward", "Neuron", "masked"])
def test_there_is_no_way_around_the_verbs_into_a_worker_either(student, way, name):
    answer = {"forward": lambda: student.forward(np.ones(2))}.get(name, getattr(student, name))()
    with pytest.raises(SealedError):
        way(answer)
