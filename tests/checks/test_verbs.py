"""What the verbs accept and refuse."""

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


@pytest.mark.parametrize(
    ("got", "want", "code"),
    [
        (None, 2.0, "wrong_type"),
        ("2", 2.0, "wrong_type"),
        (True, 1.0, "wrong_type"),
        (np.array([True, False]), np.array([1.0, 0.0]), "wrong_type"),
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
    assert code_of(expect_close, np.array([np.inf]), np.array([-np.inf])) == "not_finite"


def test_tight_is_not_met_by_single_precision():
    assert code_of(expect_close, np.float32(1 / 3), 1 / 3, tol=TIGHT) == "wrong_number"
    assert code_of(expect_close, 1 + 1e-15, 1, tol=EXACT) == "wrong_number"


def test_a_shape_and_a_kind_of_dtype_can_be_asked_for():
    expect_shape(np.zeros((2, 3), np.float32), (2, 3), dtype=float)
    expect_shape(np.zeros(2, np.int8), (2,), dtype=int)
    assert code_of(expect_shape, np.zeros((2, 3)), (3, 2)) == "wrong_shape"
    assert code_of(expect_shape, np.zeros(2), (2,), dtype=int) == "wrong_dtype"


def test_a_promised_error_is_expected_and_a_stub_does_not_pass_for_it():
    def refuse(x):
        raise ValueError("no")

    def stub(x):
        raise NotImplementedError

    def other(x):
        raise KeyError(x)

    expect_error(ValueError, refuse, 1)
    assert code_of(expect_error, ValueError, other, 1) == "wrong_error"
    assert code_of(expect_error, ValueError, abs, 1) == "no_error"
    with pytest.raises(NotImplementedError):
        expect_error(ValueError, stub, 1)
    with pytest.raises(NotImplementedError):
        expect_error(RuntimeError, stub, 1)


def test_inputs_must_be_left_alone():
    def spoil(x):
        x += 1
        return x

    x = np.zeros(3)
    assert code_of(expect_unchanged, spoil, x) == "changed_input"
    np.testing.assert_array_equal(expect_unchanged(lambda x: x + 1, np.zeros(2)), np.ones(2))
    assert code_of(expect_unchanged, lambda x: x.append(1), [1]) == "changed_input"


def test_a_property_is_expected():
    expect(np.bool_(True))
    assert code_of(expect, 1 > 2) == "property"


def test_every_failure_has_a_sentence_in_both_languages():
    with pytest.raises(CheckFailed) as caught:
        expect_close(np.array([1.0, 2.0]), np.array([1.0, 3.0]))
    failure = caught.value.failure
    assert failure.text("input").en == (
        "1 of the 2 entries of the result are wrong. At index 1 it returned 2; expected 3."
    )
    assert "3" not in failure.text("kind").en.replace("entries", "")
    assert failure.text("nothing").ko != failure.text("nothing").en
