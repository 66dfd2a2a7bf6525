"""The references reproduce the lecture's numbers that no suite can ask for, A01 to A06.

The values stand in ``goldens.json``; ``benchmarks/goldens.py`` accounts for every one of them.
"""

from itertools import pairwise

import numpy as np
import pytest
from lecture import EXAMS, GOLDENS, PASSED, TOY, breast_cancer, diabetes, expect, reference, scaled
from sklearn.datasets import load_breast_cancer, load_diabetes
from sklearn.linear_model import Lasso, LogisticRegression

# ---- A01


def test_one_sample():
    a01 = reference("A01")
    expect("one sample x=2, y=5 at w=3, b=1: prediction", a01.predict(2.0, 3.0, 1.0))
    expect("one sample: cost", a01.half_squared_error(7.0, 5.0))
    dw, db = a01.gradient(2.0, 5.0, 3.0, 1.0)
    expect("one sample: dw", dw)
    expect("one sample: db", db)


def test_the_toy_data():
    a01 = reference("A01")
    errors = a01.predict(TOY, 0.5, 0.0) - TOY
    expect("batch: errors at w=0.5,b=0 on (1,1),(2,2),(3,3)", errors)
    dw, db = a01.gradient(TOY, TOY, 0.5, 0.0)
    expect("batch: dw (1/m) at w=0.5", dw)
    expect("batch: db (1/m) at w=0.5", db)
    expect("toy data: curvature mean(x^2)", 2 / a01.critical_lr(TOY))
    for lr in (0.01, 0.4, 0.51):
        w = a01.descend(TOY, TOY, 0.5, 0.0, lr, 10)[:, 0]
        factor = (w[1] - 1) / (w[0] - 1)
        expect(f"toy data: lr {lr}: factor, w1, w2, w10", [factor, w[1], w[2], w[10]])


@pytest.mark.parametrize("x", [np.array([1.0]), np.array([2.0]), TOY], ids=["1", "2", "1,2,3"])
def test_which_learning_rates_converge(x):
    a01 = reference("A01")
    factors = []
    for lr in (0.01, 0.4, 0.51):
        path = a01.descend(x, x, 0.5, 0.0, lr, 1)[:, 0]
        factors.append(abs((path[1] - 1) / (path[0] - 1)))
    what = f"single x={x[0]:.0f}" if len(x) == 1 else "mean grad over x=1,2,3"
    expect(f"E09 |factor| for alpha .01/.4/.51, {what}", factors)


def test_which_learning_rates_converge_sample_by_sample():
    a01, factors = reference("A01"), []
    for lr in (0.01, 0.4, 0.51):
        w = 0.5
        for x in TOY:
            w = a01.descend(np.array([x]), np.array([x]), w, 0.0, lr, 1)[1, 0]
        factors.append(abs((w - 1) / (0.5 - 1)))
    expect("E09 |factor| for alpha .01/.4/.51, one SGD pass over x=1,2,3", factors)


def test_the_critical_learning_rate_with_b_trained():
    a01 = reference("A01")
    largest, critical = GOLDENS["E09 joint (w,b): lambda_max, 2/lambda_max"]
    curvature = np.array(
        [
            np.subtract(a01.gradient(TOY, TOY, *step), a01.gradient(TOY, TOY, 0, 0))
            for step in np.eye(2)
        ]
    )
    assert np.linalg.eigvalsh(curvature).max() == pytest.approx(largest)
    assert critical == pytest.approx(2 / largest)
    for lr, ends_near in ((0.99 * critical, True), (1.01 * critical, False), (0.4, False)):
        path = a01.descend(TOY, TOY, 0.5, 0.0, lr, 400, ("w", "b"))
        assert bool(np.abs(path[-1] - [1, 0]).max() < 0.1) == ends_near


def test_the_bias_alone():
    b = reference("A01").descend(TOY, TOY, 1.0, 1.0, 0.03, 1, ("b",))[:, 1]
    expect("b-only lr 0.03: factor, half-life in steps", [b[1] / b[0], np.log(0.5) / np.log(b[1])])


# ---- A02


def of_training(rate, epochs):
    """Return w, b and the mean squared error after some epochs from w = b = 1."""
    a02, (x, y) = reference("A02"), diabetes()
    fit = a02.sgd_fit(x, y, rate=rate, epochs=epochs)
    return [fit["w"], fit["b"], a02.mean_squared_error(fit["w"] * x + fit["b"], y)]


def test_the_diabetes_data():
    x, y = diabetes()
    expect("diabetes: shapes", [load_diabetes().data.shape, x.shape, y.shape])
    expect("diabetes: x min,max", [x.min(), x.max()])
    expect("diabetes: y min,max,mean", [y.min(), y.max(), y.mean()])
    expect("diabetes: sum x, sum x^2", [x.sum(), np.sum(x**2)])


def test_mean_squared_errors():
    a02, (x, y) = reference("A02"), diabetes()
    slope, intercept = a02.least_squares_line(x, y)
    errors = [
        of_training(0.01, 1)[2],
        a02.mean_squared_error(np.full(442, y.mean()), y),
        a02.mean_squared_error(slope * x + intercept, y),
    ]
    expect("listing 1 mse; mean-only mse; OLS mse", errors)


def test_long_training():
    expect("listing 1 after 2 epochs: w,b", of_training(0.01, 2)[:2])
    expect("listing 1 extended to 10 epochs: w,b,mse", of_training(0.01, 10))
    expect("listing 1 extended to 100 epochs: w,b,mse", of_training(0.01, 100))
    expect("listing 2 (rate 1) after 1 epoch: w,b,mse", of_training(1.0, 1))
    expect("listing 2 after 2 and 3 epochs: w,b", [of_training(1.0, n)[:2] for n in (2, 3)])
    expect("listing 2 w,b after 99 epochs, mse", of_training(1.0, 99))


def test_the_second_listing_cannot_show_its_missing_epoch():
    fit = reference("A02").sgd_fit(*diabetes(), rate=1.0, epochs=100)
    history = fit["history"]
    same = bool(np.array_equal(history[98], history[99]))
    assert same == GOLDENS["E05 99 epochs and 100 epochs give identical floats"]
    settled = 1 + next(i for i, (a, b) in enumerate(pairwise(history)) if np.array_equal(a, b))
    # Which epoch exactly is a matter of the last digit.
    wanted = GOLDENS["listing 2 reaches its exact float fixed point after epoch"]
    assert abs(settled - wanted) <= 3
    expect("listing 2 as printed, range(1,100): epochs, updates", [99, 99 * fit["updates"] // 100])


def test_rate_one_on_a_large_input():
    w, b = 1.0, 1.0
    for _ in range(5):
        w, b = reference("A02").sgd_step(2.0, 5.0, w, b, 1.0)
    expect("E06 implicit rate 1 on a sample with x=2: error after 5 updates", abs(2 * w + b - 5))


# ---- A03


def test_the_logistic_unit_at_the_ends():
    a03 = reference("A03")
    z = np.arange(3000, 4001) / 100
    first = z[a03.sigmoid(z) == 1][0]
    assert first == pytest.approx(
        GOLDENS["E18/E22 smallest z (step .01) where float64 sigmoid is exactly 1.0"], abs=0.02
    )
    costs = a03.bce_with_logits(np.array([40.0, 40.0, -800.0]), np.array([1.0, 0.0, 1.0]))
    expect("stable cost z=40 with y=1 and y=0; z=-800,y=1", costs, atol=0)


def test_the_factors_of_the_chain():
    a03, z = reference("A03"), np.log(7 / 3)
    chains = [a03.logistic_chain(1.0, y, 1.0, z - 1.0) for y in (1.0, 0.0)]
    expect("dL/da at a=.7 for y=1,0", [chain[0] for chain in chains])
    expect("da/dz at a=.7", chains[0][1])
    expect("dL/dz = a-y at a=.7 for y=1,0", [chain[0] * chain[1] for chain in chains])
    expect("logit(0.5)", a03.odds_and_logit(0.5)[1])


def test_only_one_of_the_two_costs_is_convex():
    a03, h = reference("A03"), 1e-3

    def bend(cost, z):
        return (cost(z + h) - 2 * cost(z) + cost(z - h)) / h**2

    def half_square(z):
        return (a03.sigmoid(z) - 1) ** 2 / 2

    def cross_entropy(z):
        return a03.bce_with_logits(z, 1.0)

    name = "E15 second derivative at w=-2 (x=1,y=1): half squared error vs cross-entropy"
    expect(name, [bend(half_square, -2.0), bend(cross_entropy, -2.0)], rtol=1e-5)
    turn, _ = GOLDENS["E15 half squared error (y=1) bends the wrong way for a<1/3, z<log(1/2)"]
    assert bend(half_square, turn - 0.01) < 0 < bend(half_square, turn + 0.01)


def test_a_sample_of_two_features():
    a03, x, w = reference("A03"), np.array([1.0, 2.0]), np.array([0.2, -0.1])
    z = x @ w + 0.3
    a = a03.sigmoid(z)
    name = "logistic one sample x=(1,2),y=0,w=(.2,-.1),b=.3: z,a,loss"
    expect(name, [z, a, a03.binary_cross_entropy(a, 0.0)])


# ---- A04


def exam_run(steps):
    """Return w, b and the loss after some full-batch steps of 0.1 on the six exams."""
    model = reference("A06").RegularizedNeuron().fit(EXAMS, PASSED, 0.1, steps)
    a = reference("A03").sigmoid(EXAMS @ model.w + model.b)
    loss = np.mean(reference("A03").binary_cross_entropy(a, PASSED))
    return model, a, loss


def test_the_exams_at_zero_weights():
    _, _, loss = exam_run(0)
    expect("exam data: loss at zero weights = ln 2", loss)
    model, *_ = exam_run(1)
    expect("exam data: mean gradient at zero: dw, db", [-model.w / 0.1, -model.b / 0.1])


@pytest.mark.parametrize("steps", [1, 10, 100, 1000, 10000])
def test_the_exams(steps):
    model, a, loss = exam_run(steps)
    accuracy = np.mean(model.predict(EXAMS) == PASSED)
    name = f"exam data GD lr .1 after {steps}: w1,w2,b,loss,acc"
    expect(name, [model.w, model.b, loss, accuracy])
    if steps == 1000:
        expect("exam data probabilities after 1000 steps", a)


def test_separable_data_have_no_best_weights():
    sizes = [np.linalg.norm(exam_run(steps)[0].w) for steps in (100, 1000, 10000)]
    growing = sizes == sorted(sizes) and bool(np.all((EXAMS[:, 0] > 3.5) == PASSED))
    assert growing == GOLDENS["E20 |w| keeps growing: separable by x1 > 3.5"]


def test_a_line_as_a_classifier():
    line = reference("A02").least_squares_line
    x, y = np.arange(1.0, 7.0), PASSED
    slope, intercept = line(x, y)
    name = "least-squares line through x=1..6,y=000111: slope, intercept, x where y_hat=.5"
    expect(name, [slope, intercept, (0.5 - intercept) / slope])
    slope, intercept = line(np.append(x, 30.0), np.append(y, 1.0))
    name = "least-squares line with (30,1) added: slope, intercept, cut"
    expect(name, [slope, intercept, (0.5 - intercept) / slope])
    name = "least-squares line with (30,1) added: y_hat at 1 and 30"
    expect(name, [slope + intercept, 30 * slope + intercept])


def test_two_features_and_the_squared_error():
    X, y, w = np.array([[2.0, 3.0]]), np.array([1.0]), np.array([0.5, -0.25])
    y_hat = X[0] @ w + 0.1
    slopes = reference("A04").linear_gradient(X, y, w, 0.1)
    name = "two-feature squared error x=(2,3),y=1,w=(.5,-.25),b=.1: yhat,J,dw1,dw2,db"
    expect(name, [y_hat, reference("A01").half_squared_error(y_hat, 1.0), *slopes])


# ---- A05


def test_the_batch_of_three():
    for w, name in ((0.5, "batch: squared terms"), (1.5, "batch: squared terms at w=1.5")):
        expect(name, (reference("A01").predict(TOY, w, 0.0) - TOY) ** 2)
    expect("batch: sum of squares", 6 * reference("A05").half_mse(0.5 * TOY, TOY))


def test_the_sizes_of_the_split():
    X, y = load_breast_cancer(return_X_y=True)
    expect("breast cancer data shape", X.shape)
    for stratify, name in (
        (True, "80/20 twice gives train (364,30); val; test"),
        (False, "80/20 twice without stratify"),
    ):
        split = reference("A05").three_way_split
        parts = split(X, y, 0.2, 0.2, np.random.default_rng(0), stratify)[:3]
        expect(name, [part.shape if stratify else len(part) for part in parts])
    name = "ceil arithmetic: ceil(.2*569)=114, 569-114=455, ceil(.2*455)=91, 455-91=364"
    expect(name, [len(parts[2]), len(X) - len(parts[2]), len(parts[1]), len(parts[0])])


def test_scaling_breast_cancer():
    std = reference("A05").Standardizer().fit(breast_cancer()[0]).std_
    expect("breast cancer raw std: smallest and largest over 30 columns", [std.min(), std.max()])
    name = "val scaled with training statistics: |mean| max over columns (not 0)"
    expect(name, np.abs(scaled()[1].mean(axis=0)).max())


def test_logistic_regression_on_scaled_data():
    X_tr, X_va, X_te, y_tr, y_va, y_te = scaled()
    model = reference("A06").RegularizedNeuron().fit(X_tr, y_tr, 0.1, 500)
    hits = [np.mean(model.predict(X) == y) for X, y in ((X_va, y_va), (X_te, y_te))]
    name = "breast cancer, scaled, GD lr .1 500 steps: train loss, val acc, test acc"
    expect(name, [model.losses[-1], *hits])


# ---- A06


def test_norms():
    a06, w = reference("A06"), np.array([3.0, -4.0])
    expect(
        "norms of (3,-4): L1, L2, squared L2", [a06.l1_norm(w), a06.l2_norm(w), a06.l2_norm(w) ** 2]
    )


def test_the_penalised_sample():
    a06, x, w, b = reference("A06"), np.array([1.0, 2.0, 3.0]), np.array([0.5, -0.3, 0.0]), 0.2
    z = x @ w + b
    a = reference("A03").sigmoid(z)
    expect("reg sample: z,a, a-y", [z, a, a - 1])
    for name, gradient, strengths in (
        ("L1: loss, grad, updated w", a06.l1_gradient, {"l1": 0.01}),
        ("L2: loss, grad, updated w", a06.l2_gradient, {"l2": 0.01}),
    ):
        loss = a06.regularized_loss(np.array([a]), np.array([1.0]), w, **strengths)
        moved, _ = a06.regularized_update(x, 1.0, w, b, 0.1, **strengths)
        expect(name, [loss, (a - 1) * x + gradient(w, 0.01), moved])


def test_weights_against_strengths():
    X_tr, X_va, _, y_tr, y_va, _ = scaled()
    name = "breast cancer, 2000 steps: l1, l2, sum of |w|, norm, #|w|<.01, #w=0, val acc"
    for l1, l2, *wanted in GOLDENS[name]:
        model = reference("A06").RegularizedNeuron().fit(X_tr, y_tr, 0.1, 2000, l1, l2)
        w = model.w
        size = [np.sum(np.abs(w)), np.linalg.norm(w)]
        few = [np.sum(np.abs(w) < 0.01), np.sum(w == 0)]
        np.testing.assert_allclose(
            [*size, *few, np.mean(model.predict(X_va) == y_va)], wanted, rtol=1e-6
        )


def test_strengths_in_scikit_learn():
    X_tr, _, _, y_tr, _, _ = scaled()
    model = reference("A06").RegularizedNeuron().fit(X_tr, y_tr, 0.5, 4000, l2=0.01)
    theirs = LogisticRegression(C=1 / (0.01 * len(X_tr)), tol=1e-10, max_iter=10000).fit(X_tr, y_tr)
    apart = np.abs(model.w - theirs.coef_[0]).max()
    # How close the two come depends on where each of them stops.
    assert apart < 100 * GOLDENS["L2 of .01 against scikit-learn's C=1/(.01 m): max |dw|"]


def test_the_lasso_of_scikit_learn():
    X, y = load_diabetes(return_X_y=True)
    X = reference("A05").Standardizer().fit(X).transform(X)
    y = y - y.mean()
    w, lr = np.zeros(10), 0.2
    for _ in range(2000):
        w = w - lr * X.T @ (X @ w - y) / len(X)
        w = np.sign(w) * np.maximum(np.abs(w) - lr, 0)
    theirs = Lasso(1.0, tol=1e-12, max_iter=100_000).fit(X, y).coef_
    name = "Lasso(1) on standardised diabetes against proximal descent: max diff, exact zeros"
    expect(name, [np.abs(w - theirs).max(), np.sum(w == 0)], atol=1e-6)
