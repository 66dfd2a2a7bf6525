"""The misconceptions give the wrong numbers that the lecture's errors lead to, digit for digit.

Each row names a trap of ``goldens.json``, the variant that falls into it, and what to ask the variant for. That the hidden suite
rejects the variant is ``autograder validate``'s affair.
"""

import types

import numpy as np
import pytest
from lecture import GOLDENS, TOY, breast_cancer, diabetes, expect, scaled

from autograder.grading.reference import install_solutions
from autograder.grading.variants import read_variants

APPLES = np.array([[4.0, 540.0], [8.0, 700.0], [2.0, 480.0]])
IMAGE = np.arange(1.0, 10.0).reshape(3, 3)
SLIDE_KERNEL = np.array([[2.0, 0.0], [0.0, 0.0]])
KERNEL = np.array([[1.0, 2.0], [3.0, 4.0]])
X_ROW, Y_ROW = np.array([1.0, 2.0, 3.0]), 1.0
W_ROW, B_ROW = np.array([0.5, -0.3, 0.0]), 0.2
SIGMOIDS = {"A": np.array([0.9, 0.8, 0.7]), "B": np.array([0.5, 0.2, 0.1])}


@pytest.fixture(scope="module")
def variant(course):
    """Return a function that loads the reference with a misconception in it."""
    install_solutions(course)

    def load(task, name):
        assignment = course.assignment(task.partition(".")[0])
        if assignment not in course.finished:
            pytest.skip(f"{assignment.code} isn't finished")
        found = read_variants(assignment, "misconception")
        (one,) = (one for one in found if (one.task, one.name) == (task, name))
        module = types.ModuleType(assignment.module)
        exec(compile(one.module_source(assignment), name, "exec"), module.__dict__)
        return module

    return load


def drift(module):
    """Return a weight after 100 updates by the L1 penalty alone."""
    w, b = np.array([0.0015]), 0.0
    for _ in range(100):
        (w, _) = module.regularized_update(np.zeros(1), 1.0, w, b, 0.1, l1=0.01)
    return w


def exploding(module):
    """Return the losses of five updates on scaled breast cancer, the bias held at 0."""
    X, _, _, y, _, _ = scaled()
    Y, W, losses = y[:, None], np.zeros((30, 1)), []
    for _ in range(5):
        W, _ = module.batch_update(X, Y, W, np.zeros((1, 1)), 0.1)
        Z = X @ W
        losses.append(np.mean(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))))
    return losses


def paper(rows):
    """Return the parameters of the layers of 1998, which had an output without any, and their sum."""
    counts = [count for _, _, count in rows[:-1]]
    return [*counts, sum(counts)]


def sides(rows):
    """Return the sides of the two maps, and the inputs of the first dense layer."""
    return [rows[0][1][0], rows[2][1][0], rows[3][1][0]]


def parameters(rows):
    """Return the number of all parameters."""
    return sum(count for _, _, count in rows)


def extremes(sets):
    """Return the darkest and the brightest pixel, on the scale of the file."""
    return [16 * min(X.min() for X in sets), 16 * max(X.max() for X in sets)]


TRAPS = [
    ("E02 'd yhat/dw = 1' at x=3, err=2: printed 2 vs right 6", "A01.3 slope-derivative-is-one",
     lambda m: [np.prod(m.chain_factors(3.0, 1.0, 1.0, 0.0)[:2]), 2.0 * 3.0]),
    ("E01 half square vs error at error=3", "A01.3 cost-for-its-derivative",
     lambda m: [m.chain_factors(1.0, 1.0, 4.0, 0.0)[0], 3.0]),
    ("E06 signs of the two listings mixed (rate .01): w,b after one epoch", "A02.2 signs-of-two-listings-mixed",
     lambda m: m.sgd_epoch(*diabetes(), 1.0, 1.0, 0.01)),
    ("E12 prediction made again between the two updates: w,b", "A02.2 prediction-made-again",
     lambda m: m.sgd_epoch(*diabetes(), 1.0, 1.0, 0.01)),
    ("apples: sample std (ddof=1)", "A05.4 divided-by-m-minus-one",
     lambda m: m.Standardizer().fit(APPLES).std_),
    ("apples standardised with ddof=1", "A05.4 divided-by-m-minus-one",
     lambda m: m.Standardizer().fit(APPLES).transform(APPLES)),
    ("E32 val scaled with its own statistics: |mean| max", "A05.5 own-statistics",
     lambda m: np.abs(m.Standardizer().fit(breast_cancer()[0]).transform(breast_cancer()[1]).mean(axis=0)).max()),
    ("E35 printed L2 'norm' of (3,-4) is", "A06.2 root-forgotten",
     lambda m: m.l2_norm(np.array([3.0, -4.0]))),
    ("E34 L1 update as printed", "A06.6 printed-update",
     lambda m: m.regularized_update(X_ROW, Y_ROW, W_ROW, B_ROW, 0.1, l1=0.01)[0]),
    ("L2 without the half: grad", "A06.5 half-not-cancelled",
     lambda m: (m.sigmoid(X_ROW @ W_ROW + B_ROW) - Y_ROW) * X_ROW + m.l2_gradient(W_ROW, 0.01)),
    ("E49 W = W - X^T E literally, scaled breast cancer, losses of 5 steps (start .693147)", "A07.5 printed-update",
     exploding),
    ("E73 scipy.signal.correlate (N-d) same, zeros at top and left", "A11.2 zeros-at-the-top-left",
     lambda m: m.correlate2d(IMAGE, SLIDE_KERNEL, padding="same")),
    ("kernel [[1,2],[3,4]]: same, top/left (signal.correlate)", "A11.2 zeros-at-the-top-left",
     lambda m: m.correlate2d(IMAGE, KERNEL, padding="same")),
    ("convolve2d valid", "A11.2 kernel-flipped", lambda m: m.correlate2d(IMAGE, SLIDE_KERNEL)),
    ("kernel [[1,2],[3,4]]: convolve2d valid", "A11.2 kernel-flipped", lambda m: m.correlate2d(IMAGE, KERNEL)),
    ("example A: dividing activations by their sum", "A09.3 divided-by-the-sum",
     lambda m: m.softmax(SIGMOIDS["A"])),
    ("example B: dividing activations by their sum", "A09.3 divided-by-the-sum",
     lambda m: m.softmax(SIGMOIDS["B"])),
    ("example A: softmax applied to the activations instead of logits", "A09.3 softmax-of-the-sigmoid",
     lambda m: m.softmax(m.inverse_sigmoid(SIGMOIDS["A"]))),
    ("example B: softmax applied to the activations instead of logits", "A09.3 softmax-of-the-sigmoid",
     lambda m: m.softmax(m.inverse_sigmoid(SIGMOIDS["B"]))),
    ("E86 same max pooling of negatives: zero padding", "A12.1 zeros-around-the-maximum",
     lambda m: m.max_pool_forward(-IMAGE[None, :, :, None], 2, 2, "same")[0]),
    ("E86 same max pooling of negatives: average with counted zeros", "A12.3 border-counted",
     lambda m: m.avg_pool_forward(-IMAGE[None, :, :, None], 2, 2, "same")[0]),
    ("LeNet-5 as in 1998 (trainable subsampling, sparse C3), C1,S2,C3,S4,C5,F6,total", "A12.8 paper-of-1998",
     lambda m: paper(m.lenet5_shapes())),
    ("E101 closing net with valid padding: 28 -> 26 -> 13; flat", "A13.4 valid-for-same",
     lambda m: sides(m.summary(m.build_lecture_cnn(np.random.default_rng(0)), (28, 28, 1)))),
    ("closing net parameters: with valid padding total", "A13.4 valid-for-same",
     lambda m: parameters(m.summary(m.build_lecture_cnn(np.random.default_rng(0)), (28, 28, 1)))),
    ("default order=3 overshoots the range: min, max", "A13.1 smooth-zoom-overshoots",
     lambda m: extremes(m.load_digits28(np.random.default_rng(0))[:3])),
]  # fmt: skip


@pytest.mark.parametrize(("name", "mistake", "ask"), TRAPS, ids=[name for name, *_ in TRAPS])
def test_a_misconception_gives_the_trap_value(variant, name, mistake, ask):
    expect(name, ask(variant(*mistake.split())))


def test_the_sum_beside_the_cost_of_a_batch(variant):
    mistakes = ("sum-of-squares", "half-sum", "half-forgotten")
    costs = [variant("A05.1", mistake).half_mse(0.5 * TOY, TOY) for mistake in mistakes]
    expect("batch cost misread: sum, half sum, mean", costs)


def test_a_held_out_set_of_rounded_down_size(variant):
    X, y = np.zeros((569, 1)), np.arange(569) % 2
    a05 = variant("A05.3", "rounded-down")
    X_tr, X_va, *_ = a05.three_way_split(X, y, 0.2, 0.2, np.random.default_rng(0))
    expect("80/20 with floors", [len(X_tr) + len(X_va), len(X_tr)])


@pytest.mark.filterwarnings("ignore:invalid value encountered in log:RuntimeWarning")
def test_a_logit_taken_for_something_else(variant):
    mistakes = ("logit-taken-for-probability", "sigmoid-twice")
    wrong = [variant("A03.5", mistake).bce_with_logits(2.0, 1.0) for mistake in mistakes]
    right = np.log1p(np.exp(-2.0))
    expect("E14 z=2,y=1: right; z taken for a; sigmoid twice", [right, *wrong])


@pytest.mark.filterwarnings("ignore:.*encountered in:RuntimeWarning")
def test_formulas_that_end_in_nan(variant):
    cost = variant("A03.5", "detour-unclipped").bce_with_logits(40.0, 1.0)
    assert bool(np.isnan(cost)) == GOLDENS["E18 printed cost at z=40,y=1 is nan"]
    a = variant("A09.3", "no-shift").softmax(np.array([1000.0, 1001.0, 1002.0]))
    assert bool(np.isnan(a).all()) == GOLDENS["naive softmax at 1000 is nan"]


def test_the_border_rounded_away(variant):
    neuron = variant("A04.5", "rounding").LogisticNeuron()
    neuron.w, neuron.b = np.array([0.0]), 0.0
    name = "E24 np.round(0.5) = 0 although 0.5 must predict 1"
    expect(name, neuron.predict(np.array([[1.0]])))


def test_the_penalty_as_printed_drifts_away(variant):
    right, printed = GOLDENS[
        "E34 zero data gradient, w0=.0015, 100 steps: right (hops between +-.0005), printed"
    ]
    assert drift(variant("A06.6", "printed-update")) == pytest.approx(printed)
    # Any variant of another task leaves the update right.
    assert drift(variant("A06.1", "averaged")) == pytest.approx(right)


def test_everything_summed(variant):
    a07 = variant("A07.2", "everything-summed")
    X, W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0], [0.0], [-1.0]])
    name = "E50 np.sum(X*w)+b on a (2,3) batch is one number; X@w has"
    expect(name, [a07.forward(X, W, 0.0), X @ W])
    x, w = np.array([1.0, 2.0, 3.0]), np.array([[4.0], [5.0], [6.0]])
    name = "E50 x (3,) times w (3,1) broadcasts to; np.sum then sum(x)*sum(w)"
    expect(name, [(x * w).shape, np.sum(x * w), x @ w])


def test_targets_that_are_no_distribution(variant):
    a09, Y = variant("A09.7", "targets-unchecked"), np.array([[1.0, 1.0, 0.0]])
    name = "E66 y=(1,1,0) does not sum to 1: a-y vs true a*sum(y)-y"
    printed, true = (np.array([one]) for one in GOLDENS[name])
    Z, h = np.log(printed + Y), 1e-5
    np.testing.assert_allclose(a09.softmax_ce_gradient(Z, Y), printed, rtol=1e-6)
    steps = h * np.eye(3)
    losses = [-np.log(a09.softmax(Z + sign * steps)) @ Y[0] for sign in (1, -1)]
    np.testing.assert_allclose((losses[0] - losses[1]) / (2 * h), true[0], rtol=1e-6)
