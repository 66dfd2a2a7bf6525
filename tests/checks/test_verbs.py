"""What the verbs accept and refuse."""

import enum
from collections import Counter, OrderedDict, defaultdict
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.checks import (
    EXACT,
    TIGHT,
    CheckFailed,
    expect,
    expect_close,
    expect_error,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_object,
    expect_shape,
    expect_unchanged,
)

NUMBERS = st.floats(-1e6, 1e6).filter(lambda value: abs(value) > 1e-6)
ARRAYS = hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=4), elements=NUMBERS)


def code_of(function, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        function(*args, **kwargs)
    return caught.value.failure.code


@given(ARRAYS)
def test_what_equals_the_reference_passes_in_double_and_in_single_precision(want):
    expect_close(want.copy(), want)
    expect_close(want.astype(np.float32), want)
    expect_close(want.astype(np.float32).astype(np.float64), want)
    expect_gradient(want.astype(np.float32), want)


@given(ARRAYS, st.data())
def test_one_entry_off_by_a_thousandth_is_found_wherever_it_is(want, data):
    index = data.draw(st.sampled_from(list(np.ndindex(want.shape))))
    assume(abs(want[index]) >= 1e-2 * np.abs(want).max())
    got = want.copy()
    got[index] *= 1.001
    assert code_of(expect_close, got, want) in ("wrong_value", "wrong_number")


def test_a_gradient_is_judged_by_its_worst_entry_in_units_of_the_rms():
    want = np.ones(1000)
    got = want.copy()
    got[17] += 3e-4
    assert code_of(expect_gradient, got, want) == "wrong_value"
    got[17] = 1 + 5e-5
    expect_gradient(got, want)


def test_numbers_of_every_kind_are_numbers():
    for got in (2, 2.0, np.float32(2), np.float64(2), np.int64(2), np.array(2.0)):
        expect_close(got, 2.0)
    for got in (True, np.bool_(True), np.array(True)):
        expect_close(got, 1.0)
    for got in ([True, False], np.array([True, False]), (1, np.False_)):
        expect_close(got, np.array([1.0, 0.0]))


def test_truth_values_are_no_floats_where_floats_are_asked_for():
    assert code_of(expect_shape, np.array([True, False]), (2,), dtype=float) == "wrong_dtype"
    assert code_of(expect_shape, np.array([True, False]), (2,), dtype=int) == "wrong_dtype"
    assert expect_shape(np.array([True, False]), (2,)).dtype == int
    assert expect_numbers([True, False]).dtype == int


def test_a_mask_can_be_expected():
    mask = np.array([True, False])
    expect_close(mask, mask)
    expect_close([True, np.False_], mask)
    assert code_of(expect_close, ~mask, mask) == "wrong_value"
    assert code_of(expect_close, np.array([1, 0]), mask) == "wrong_dtype"


@pytest.mark.parametrize(
    ("got", "want", "code"),
    [
        (None, 2.0, "nothing"),
        (None, (1.0, 2.0), "nothing"),
        (None, {"w": 1.0}, "nothing"),
        (None, "over", "nothing"),
        ("2", 2.0, "wrong_type"),
        (np.array([2.0]), 2.0, "wrong_shape"),
        (np.zeros((3, 1)), np.zeros(3), "wrong_shape"),
        (np.array([1.0, np.nan]), np.array([1.0, 2.0]), "not_finite"),
        (np.inf, 2.0, "not_finite"),
        (2 + 0j, 2.0, "wrong_dtype"),
        ([1.0, [2.0]], np.array([1.0, 2.0]), "wrong_type"),
        (10**400, 2.0, "wrong_type"),
        ((1.0,), (1.0, 2.0), "wrong_length"),
        (1.0, (1.0, 2.0), "wrong_type"),
        ((1.0, None), (1.0, 2.0), "wrong_type"),
        ({"w": 1.0}, {"w": 1.0, "b": 2.0}, "missing_key"),
        ([("w", 1.0)], {"w": 1.0}, "wrong_type"),
        ("over", "under", "wrong_text"),
        (0, "under", "wrong_type"),
        (1, True, "wrong_type"),
    ],
)
def test_what_is_not_promised_is_refused_and_said(got, want, code):
    assert code_of(expect_close, got, want) == code


def test_structures_are_compared_part_by_part():
    want = {"params": (np.ones(2), [np.zeros(1), np.ones((2, 2))]), "label": "ok"}
    expect_close(
        {"params": [np.ones(2), (np.zeros(1), np.ones((2, 2)))], "label": "ok", "more": 1}, want
    )
    with pytest.raises(CheckFailed) as caught:
        expect_close({"params": (np.ones(2), [np.zeros(1), np.eye(2)]), "label": "ok"}, want)
    assert caught.value.failure.values["part"] == "['params'][1][1]"
    assert "[0, 1]" not in str(caught.value.failure.text("kind"))


def test_an_array_unpacks_like_a_tuple():
    expect_close(np.array([1.0, 2.0]), (1.0, 2.0))


def test_an_allowed_shape_passes_and_another_does_not():
    want = np.array([1.0, 2.0, 3.0])
    expect_close(want.reshape(3, 1), want, shapes=[(3, 1)])
    assert code_of(expect_close, want.reshape(1, 3), want, shapes=[(3, 1)]) == "wrong_shape"


def test_infinity_is_right_only_where_it_is_wanted():
    expect_close(np.array([np.inf, -np.inf, np.nan]), np.array([np.inf, -np.inf, np.nan]))
    assert code_of(expect_close, np.array([np.inf]), np.array([-np.inf])) == "wrong_value"
    assert code_of(expect_close, np.array([np.inf]), np.array([2.0])) == "not_finite"


def test_tight_is_not_met_by_single_precision():
    assert code_of(expect_close, np.float32(1 / 3), 1 / 3, tol=TIGHT) == "wrong_number"
    assert code_of(expect_close, 1 + 1e-15, 1, tol=EXACT) == "wrong_number"


def test_a_shape_and_a_kind_of_dtype_can_be_asked_for():
    expect_shape(np.zeros((2, 3), np.float32), (2, 3), dtype=float)
    expect_shape(np.zeros(2, np.int8), (2,), dtype=int)
    assert code_of(expect_shape, np.zeros((2, 3)), (3, 2)) == "wrong_shape"
    assert code_of(expect_shape, np.zeros(2), (2,), dtype=int) == "wrong_dtype"


def test_a_side_may_have_any_length():
    assert expect_shape(np.zeros((5, 3)), (None, 3)).shape == (5, 3)
    with pytest.raises(CheckFailed, match=r"\(…, 3\)"):
        expect_shape(np.zeros((5, 2)), (None, 3))


def test_a_promised_error_is_expected_and_a_stub_does_not_pass_for_it():
    def refuse(x):
        raise ValueError("no")

    def stub(x):
        raise NotImplementedError("A01.4: write gradient")

    def unready(x):
        raise NotImplementedError("complex numbers are for another day")

    def other(x):
        raise KeyError(x)

    expect_error(ValueError, refuse, 1)
    assert code_of(expect_error, ValueError, other, 1) == "wrong_error"
    assert code_of(expect_error, ValueError, unready, 1) == "wrong_error"
    assert code_of(expect_error, ValueError, abs, 1) == "no_error"
    with pytest.raises(NotImplementedError):
        expect_error(ValueError, stub, 1)
    with pytest.raises(NotImplementedError):
        expect_error(RuntimeError, stub, 1)


def test_what_the_grader_refuses_never_passes_for_a_promised_error():
    class Refused(RuntimeError):
        mro = ("Refused", "RuntimeError", "Exception")

    def shortcut(x):
        raise Refused("numpy.polyfit is not allowed in this task")

    with pytest.raises(Refused):
        expect_error(RuntimeError, shortcut, 1)


def test_inputs_must_be_left_alone():
    def spoil(x):
        x += 1
        return x

    x = np.zeros(3)
    assert code_of(expect_unchanged, spoil, x) == "changed_input"
    np.testing.assert_array_equal(expect_unchanged(lambda x: x + 1, np.zeros(2)), np.ones(2))
    assert code_of(expect_unchanged, lambda x: x.append(1), [1]) == "changed_input"


def test_what_is_no_number_is_unchanged_where_it_was_none_before():
    nan = float("nan")
    expect_unchanged(lambda x, y: None, [nan, 1.0], {"w": np.array([nan])})
    assert code_of(expect_unchanged, lambda x: x.append(x.pop() * 0), [nan, 1.0]) == "changed_input"


def test_the_argument_that_was_changed_is_named():
    def spoil(x, y, scale=None):
        scale += 1

    with pytest.raises(CheckFailed) as caught:
        expect_unchanged(spoil, np.zeros(2), np.zeros(2), scale=np.zeros(2))
    assert caught.value.failure.values["argument"] == "scale"
    with pytest.raises(CheckFailed) as caught:
        expect_unchanged(lambda x, y: y.sort(), np.zeros(2), np.array([2.0, 1.0]))
    assert caught.value.failure.values["argument"] == 2


def test_a_property_is_expected_and_said():
    expect(np.bool_(True), en="it holds", ko="성립합니다")
    with pytest.raises(CheckFailed) as caught:
        expect(1 > 2, en="one is more than two", ko="1이 2보다 큽니다")
    text = caught.value.failure.text("kind")
    assert text.en == "This should hold and does not: one is more than two."
    assert text.ko == "다음이 성립해야 하는데 성립하지 않습니다: 1이 2보다 큽니다."


def test_a_property_without_words_is_refused():
    with pytest.raises(TypeError):
        expect(True)


class Pair(NamedTuple):
    first: object
    second: object


@pytest.mark.parametrize(
    "pair", [(1.0, 2.0), [1.0, 2.0], Pair(1.0, 2.0), np.array([1.0, 2.0]), type("Own", (list,), {})((1.0, 2.0))]
)  # fmt: skip
def test_two_items_are_two_items_however_they_come(pair):
    assert [float(one) for one in expect_items(pair, 2)] == [1.0, 2.0]
    expect_close(pair, (1.0, 2.0))
    assert code_of(expect_items, pair, 3) in ("wrong_length", "wrong_type")


@pytest.mark.parametrize("thing", [1.0, "ab", {"a": 1, "b": 2}, {1, 2}, range(2), iter([1, 2])])
def test_what_is_no_sequence_has_no_items(thing):
    assert code_of(expect_items, thing, 2) == "wrong_type"


def test_an_array_is_no_pair_of_different_things():
    assert code_of(expect_items, np.zeros((2, 3)), 2, array=False) == "wrong_type"


@pytest.mark.parametrize("make", [dict, OrderedDict, lambda d: defaultdict(list, d), Counter, type("Own", (dict,), {})])  # fmt: skip
def test_a_dict_is_a_dict_whichever_child_it_is(make):
    got = make({"w": 1, "b": 2})
    assert expect_keys(got, "b", "w", only=True) == {"b": 2, "w": 1}
    expect_close(got, {"w": 1.0, "b": 2.0})
    assert code_of(expect_keys, got, "v") == "missing_key"
    assert code_of(expect_keys, got, "b", only=True) == "more_keys"


class Word(str, enum.Enum):  # noqa: UP042 - what students write
    OVER = "over"


class Number(enum.IntEnum):
    TWO = 2


@pytest.mark.parametrize(
    "got", ["over", np.str_("over"), np.array("over"), Word.OVER, enum.StrEnum("S", {"A": "over"}).A]
)  # fmt: skip
def test_text_is_text_however_it_comes(got):
    expect_close(got, "over")
    assert code_of(expect_close, got, "under") == "wrong_text"


def test_enums_of_numbers_are_numbers_and_keys_of_enums_are_keys():
    expect_close(Number.TWO, 2.0)
    expect_close([Number.TWO, 3], np.array([2.0, 3.0]))
    expect_close({Word.OVER: 1.0}, {"over": 1.0})


class Neuron:
    def __init__(self):
        self.w = np.zeros(2)

    def fit(self, x):
        return self


def test_an_object_has_what_it_is_asked_for():
    assert isinstance(expect_object(Neuron().fit(1), "w", "fit"), Neuron)
    assert code_of(expect_object, Neuron(), "losses") == "no_attribute"
    assert code_of(expect_object, None, "w") == "nothing"
    assert code_of(expect_object, np.zeros(2), "shape") == "wrong_type"


def test_objects_among_the_arguments_are_left_alone():
    def use(neuron, x, cache):
        neuron.w = x
        return neuron

    neuron = Neuron()
    assert expect_unchanged(use, neuron, np.ones(2), Pair(np.ones(2), 3)) is neuron
    assert code_of(expect_unchanged, lambda n, c: c.first.fill(0), neuron, Pair(np.ones(2), 3)) == (
        "changed_input"
    )


def test_every_failure_has_a_sentence_in_both_languages():
    with pytest.raises(CheckFailed) as caught:
        expect_close(np.array([1.0, 2.0]), np.array([1.0, 3.0]))
    failure = caught.value.failure
    assert failure.text("input").en == (
        "The result is wrong: 1 of 2 entries. At index 1 it returned 2; expected 3."
    )
    assert "3" not in failure.text("kind").en
    assert failure.text("nothing").ko != failure.text("nothing").en
