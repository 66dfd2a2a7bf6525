"""Hidden suite of A06.

The lesson's sample where a golden value exists (it has a weight of ½ and one of 0, so random weights stand beside it); weights
of both signs around 0.3, strengths around 0.5, so that a missing or doubled penalty shows.
"""

import numpy as np

from autograder.checks import (
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_error,
    expect_gradient,
    expect_items,
    expect_numbers,
    expect_object,
    expect_shape,
    expect_unchanged,
    misshapen,
    promises,
    task,
)

# The lesson's sample: a - y is -0.47502081252106 there.
X1, Y1 = np.array([1.0, 2.0, 3.0]), 1.0
W1, B1, LR, STRENGTH = np.array([0.5, -0.3, 0.0]), 0.2, 0.1, 0.01
A1 = 0.52497918747894
B1_NEW = 0.247502081252106


def weights(rng, *shape):
    """Return weights of both signs, none near 0."""
    return rng.uniform(0.2, 0.9, shape) * rng.choice([-1.0, 1.0], shape)


def batch(rng, m=7, n=3):
    """Return rows and labels of both classes, not separable."""
    return rng.normal(0.3, 1.0, (m, n)), rng.permutation(np.arange(m) % 2).astype(float)


def shapes(rng, n):
    """Return weights of several shapes: a table of tables, a row, a column of large ones."""
    w = weights(rng, n, 2, 3)
    return w, w[0, 0], 30 * w[:, :1, 0]


def strengths(rng, count):
    """Return so many strengths, or learning rates."""
    return rng.uniform(0.55, 0.75, count).tolist()


def unlike(values):
    """Return arrays of other shapes; a single number may be anything."""
    return misshapen(values) if np.ndim(values) else []


def labels_unlike(y):
    """Return what a batch's labels must not be: another number of them, a column, a single number."""
    return [*unlike(y), 1.0] if np.ndim(y) else []


def expect_trained(neuron, right):
    """Expect a trained neuron to agree with the reference in parameters and losses."""
    expect_close(neuron.w, right.w)
    expect_close(neuron.b, right.b)
    expect_close(neuron.losses, np.array(right.losses))


# ---- A06.1 l1_norm


@promises("A06.1", whole="w")
def test_l1_norm_in_every_call(module, rng, n):
    return [module.l1_norm(w) for w in (*shapes(rng, n), np.zeros(n))]


@task("A06.1", en="the vector (3, −4)", ko="벡터 (3, −4)")
def test_l1_norm_lesson(student):
    expect_close(student.l1_norm(np.array([3.0, -4.0])), 7.0)


@task("A06.1", en="random weights of both signs", ko="양·음이 섞인 무작위 가중치", weight=2)
def test_l1_norm_random(student, rng):
    w = weights(rng, 7)
    expect_close(student.l1_norm(w), float(np.sum(np.abs(w))))


# ---- A06.2 l2_norm


@promises("A06.2", whole="w")
def test_l2_norm_in_every_call(module, rng, n):
    return [module.l2_norm(w) for w in (*shapes(rng, n), np.zeros(n))]


@task("A06.2", en="the vector (3, −4)", ko="벡터 (3, −4)")
def test_l2_norm_lesson(student):
    expect_close(student.l2_norm(np.array([3.0, -4.0])), 5.0)


@task("A06.2", en="random weights of both signs", ko="양·음이 섞인 무작위 가중치", weight=2)
def test_l2_norm_random(student, rng):
    w = weights(rng, 7)
    expect_close(student.l2_norm(w), float(np.sum(w**2)) ** 0.5)


# ---- A06.3 regularized_loss


@promises("A06.3", whole="w l1 l2", refused={"a": unlike, "y": unlike})
def test_loss_in_every_call(module, rng, m):
    a, y = rng.uniform(0.05, 0.95, m), rng.permutation(np.arange(m) % 2)
    several, row, column = shapes(rng, 2)
    # Of probabilities that are nearly right, the loss is small.
    sure = np.abs(y - 2.0**-14)
    return (
        module.regularized_loss(a, y, several, *strengths(rng, 2)),
        module.regularized_loss(sure, y.astype(float), row),
        module.regularized_loss(float(a[0]), 0.0, column, l2=0.7),
    )


@task("A06.3", en="the lesson's sample, L1 and L2", ko="본문의 샘플, L1과 L2", weight=2)
def test_loss_lesson(student):
    a, y = np.array([A1]), np.array([Y1])
    expect_close(student.regularized_loss(a, y, W1, l1=STRENGTH), 0.6523966600735709)
    expect_close(student.regularized_loss(a, y, W1, l2=STRENGTH), 0.6460966600735709)


@task("A06.3", en="a batch with both penalties", ko="두 규제를 모두 적용한 배치", weight=3)
def test_loss_batch(student, reference, rng):
    a, y = rng.uniform(0.05, 0.95, 7), np.arange(7) % 2
    w = weights(rng, 5)
    for l1, l2 in ((0.3, 0.7), (0.0, 0.7), (0.3, 0.0)):
        right = reference.regularized_loss(a, y, w, l1, l2)
        expect_close(student.regularized_loss(a, y, w, l1, l2), right)


@task("A06.3", en="no penalty unless asked for", ko="따로 지정하지 않으면 규제 없음")
def test_loss_default(student, rng):
    a, y, w = rng.uniform(0.05, 0.95, 5), np.array([1.0, 0, 0, 1, 1]), weights(rng, 3)
    right = -float(np.mean(y * np.log(a) + (1 - y) * np.log(1 - a)))
    expect_close(student.regularized_loss(a, y, w), right)


@task("A06.3", en="probabilities of exactly 0 and 1", ko="정확히 0과 1인 확률")
def test_loss_saturated(student):
    a, y, w = np.array([1.0, 0.0]), np.array([1.0, 0.0]), np.array([0.5, -2.0])
    expect_close(student.regularized_loss(a, y, w, 0.5, 0.25), 1.78125)
    wrong = expect_shape(student.regularized_loss(a, 1 - y, w), ())
    expect(
        np.isfinite(wrong) and wrong > 10,
        en="the loss of a probability of exactly 0 for what is true is large, and finite",
        ko="정답의 확률이 정확히 0이면 손실은 크고 유한합니다",
    )


# ---- A06.4 l1_gradient


@promises("A06.4", whole="w strength", extremes={"w": (1e12, -1e-6, 1e-6)})
def test_l1_gradient_in_every_call(module, rng, n):
    (strength,) = strengths(rng, 1)
    arguments = (*shapes(rng, n), np.zeros(n), -0.6)
    return [module.l1_gradient(w, strength) for w in arguments]


@task("A06.4", en="positive, negative and zero weights", ko="양수, 음수, 0인 가중치", weight=2)
def test_l1_gradient_signs(student):
    w = np.array([0.5, -0.3, 0.0, 2.0, -7.0])
    expect_close(student.l1_gradient(w, 0.4), np.array([0.4, -0.4, 0.0, 0.4, -0.4]))


@task("A06.4", en="random weights, another strength", ko="무작위 가중치, 다른 강도", weight=2)
def test_l1_gradient_random(student, rng):
    W = weights(rng, 5, 2)
    expect_gradient(student.l1_gradient(W, 0.7), np.where(W > 0, 0.7, -0.7))


@task(
    "A06.4",
    en="the slopes against small steps of the penalty by your own L1 norm",
    ko="기울기와, 본인의 L1 노름으로 계산한 규제항을 조금씩 움직여 잰 변화의 비교",
)
def test_l1_gradient_is_the_derivative(student, reference, rng):
    def penalty_of(module):
        return lambda w: 0.7 * expect_shape(module.l1_norm(w), ())

    expect_derivative(
        penalty_of(student), lambda w: student.l1_gradient(w, 0.7), {"w": weights(rng, 5, 2)}, rng,
        right=penalty_of(reference),
    )  # fmt: skip


# ---- A06.5 l2_gradient


@promises("A06.5", whole="w strength", extremes={"w": (1e12, -1e-6, 1e-6)})
def test_l2_gradient_in_every_call(module, rng, n):
    (strength,) = strengths(rng, 1)
    arguments = (*shapes(rng, n), np.zeros(n), -0.6)
    return [module.l2_gradient(w, strength) for w in arguments]


@task("A06.5", en="positive, negative and zero weights", ko="양수, 음수, 0인 가중치")
def test_l2_gradient_signs(student):
    expect_close(student.l2_gradient(np.array([0.5, -0.3, 0.0]), 0.4), np.array([0.2, -0.12, 0.0]))


@task("A06.5", en="random weights, another strength", ko="무작위 가중치, 다른 강도", weight=2)
def test_l2_gradient_random(student, rng):
    W = weights(rng, 5, 2)
    expect_gradient(student.l2_gradient(W, 0.7), 0.7 * W)


@task(
    "A06.5",
    en="the slopes against small steps of the penalty by your own L2 norm",
    ko="기울기와, 본인의 L2 노름으로 계산한 규제항을 조금씩 움직여 잰 변화의 비교",
)
def test_l2_gradient_is_the_derivative(student, reference, rng):
    def penalty_of(module):
        return lambda w: 0.7 / 2 * expect_shape(module.l2_norm(w), ()) ** 2

    expect_derivative(
        penalty_of(student), lambda w: student.l2_gradient(w, 0.7), {"w": weights(rng, 5, 2)}, rng,
        right=penalty_of(reference),
    )  # fmt: skip


# ---- A06.6 regularized_update


FAR = (-1000.0, 1000.0)


@promises(
    "A06.6",
    sizes=(1, 7, 3),
    whole="x w b lr l1 l2",
    extremes={"x": FAR, "w": FAR, "b": FAR},
    refused={"y": labels_unlike},
)
def test_update_in_every_call(module, rng, m):
    X, y = batch(rng, m)
    w, (b, lr, l1, l2) = weights(rng, 3), strengths(rng, 4)
    return (
        module.regularized_update(X, y.astype(int), w, -b, lr, l1, l2),
        module.regularized_update(X[0], float(y[0]), w, b, lr),
        module.regularized_update(X[:, :1], y, w[:1], b, lr, l2=l2),
    )


@task("A06.6", en="the lesson's sample with L1", ko="본문의 샘플, L1", weight=2)
def test_update_l1(student):
    right = np.array([0.546502081252106, -0.20399583749578798, 0.142506243756318]), B1_NEW
    expect_close(student.regularized_update(X1, Y1, W1, B1, LR, l1=STRENGTH), right)


@task("A06.6", en="the lesson's sample with L2", ko="본문의 샘플, L2", weight=2)
def test_update_l2(student):
    right = np.array([0.547002081252106, -0.20469583749578799, 0.142506243756318]), B1_NEW
    expect_close(student.regularized_update(X1, Y1, W1, B1, LR, l2=STRENGTH), right)


@task(
    "A06.6",
    en="one random sample with both penalties",
    ko="무작위 샘플 하나, 두 규제 모두",
    weight=2,
)
def test_update_sample(student, reference, rng):
    for label in (0.0, 1.0):
        arguments = rng.normal(size=5), label, weights(rng, 5), float(rng.normal()), 0.4, 0.3, 0.7
        right = reference.regularized_update(*arguments)
        expect_close(student.regularized_update(*arguments), right)


@task("A06.6", en="a batch with both penalties", ko="두 규제를 모두 적용한 배치", weight=3)
def test_update_batch(student, reference, rng):
    for m, n in ((7, 3), (3, 3), (2, 5)):
        X, y = batch(rng, m, n)
        arguments = X, y, weights(rng, n), float(rng.normal()), 0.4, 0.3, 0.7
        right = reference.regularized_update(*arguments)
        expect_close(student.regularized_update(*arguments), right)


def expect_steps_along_slopes(student, rng, right=None):
    """Expect an update to go against the slopes of the student's own loss, and that to be ``right``'s where given."""
    x, y = rng.normal(size=(7, 3)), np.array([0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0])
    # Far from 0, where the absolute value has its kink.
    at = {"w": np.array([0.6, -0.8, 0.5]), "b": 0.2}

    def loss_of(module):
        def loss(w, b):
            a = 1 / (1 + np.exp(-(x @ w + b)))
            return module.regularized_loss(a, y, w, 0.3, 0.7)

        return loss

    def slopes(w, b):
        moved = expect_items(student.regularized_update(x, y, w, b, 0.5, 0.3, 0.7), 2)
        return [(old - expect_numbers(new)) / 0.5 for old, new in zip((w, b), moved, strict=True)]

    expect_derivative(loss_of(student), slopes, at, rng, right=right and loss_of(right))


@task(
    "A06.6",
    en="the update goes against the slopes of your own loss, measured by small steps",
    ko="갱신의 방향과, 본인의 손실 함수를 조금씩 움직여 잰 기울기의 비교",
    weight=2,
)
def test_update_follows_the_derivative(student, reference, rng):
    expect_steps_along_slopes(student, rng, reference)


@task("A06.6", en="no penalty unless asked for", ko="따로 지정하지 않으면 규제 없음")
def test_update_default(student, rng):
    x, w = rng.normal(size=3), weights(rng, 3)
    error = 1 / (1 + np.exp(-(x @ w + 0.2))) - 1
    right = w - 0.5 * error * x, 0.2 - 0.5 * error
    expect_close(student.regularized_update(x, 1.0, w, 0.2, 0.5), right)


@task(
    "A06.6",
    en="four L1 steps that no data oppose: w hugs 0",
    ko="데이터의 영향이 없는 L1 네 걸음: w가 0 곁에 머뭅니다",
    weight=2,
)
def test_update_drift(student):
    # A sample of zeros gives the weights no slope; at b = 0 it moves the bias by half the learning rate.
    w = np.array([0.0015, -0.0015])
    for right, label in ((0.0005, 1.0), (-0.0005, 0.0), (0.0005, 1.0), (-0.0005, 0.0)):
        step = student.regularized_update(np.zeros(2), label, w, 0.0, 0.1, 0.01)
        w = np.array([right, -right])
        expect_close(step, (w, 0.1 * (label - 0.5)))


@task("A06.6", en="weighted sums of ±1000", ko="±1000인 가중합")
def test_update_far_out(student):
    X, y = np.array([[1000.0, 0.0], [-1000.0, 1.0]]), np.array([0.0, 1.0])
    step = student.regularized_update(X, y, np.array([1.0, 0.0]), 0.0, 0.01, 0.0, 0.2)
    # The errors are 1 and -1: their mean moves b by nothing.
    expect_close(step, (np.array([-9.002, 0.005]), 0.0))


@task(
    "A06.6",
    en="a column of labels, and a number for a batch of one row, are refused",
    ko="열벡터 레이블과, 한 행짜리 배치에 주어진 숫자 하나는 거부합니다",
    conduct=True,
)
def test_update_refuses_a_column(student, rng):
    # Where m = n or n = 1, broadcasting goes through to the end without an error.
    for m, n in ((7, 3), (3, 3), (5, 1)):
        X, y = batch(rng, m, n)
        column = y.reshape(m, 1)
        expect_error(ValueError, student.regularized_update, X, column, weights(rng, n), 0.0, 0.5)
    expect_error(ValueError, student.regularized_update, X[:1], 1.0, weights(rng, 1), 0.0, 0.5)


# ---- A06.7 RegularizedNeuron.fit


@promises("A06.7", sizes=(1, 7, 3), whole="X l1 l2", refused={"y": labels_unlike})
def test_neuron_in_every_call(module, rng, m):
    X, y = batch(rng, m)
    neuron, plain = module.RegularizedNeuron(), module.RegularizedNeuron()
    # Small steps: where a loss reaches the guard of its logarithm, programs may differ.
    neuron.fit(X, y.astype(int), 0.002, 3, *strengths(rng, 2))
    plain.fit(X[:, :2], y, 0.002, 2)
    yield
    return neuron.w, neuron.b, neuron.losses, plain.w, plain.b, plain.losses


@task("A06.7", en="five steps with both penalties", ko="두 규제를 모두 적용한 다섯 걸음", weight=4)
def test_fit_both(student, reference, rng):
    X, y = batch(rng)
    neuron = student.RegularizedNeuron()
    neuron.fit(X, y, 0.6, 5, 0.05, 0.4)
    expect_trained(neuron, reference.RegularizedNeuron().fit(X, y, 0.6, 5, 0.05, 0.4))


@task("A06.7", en="one penalty at a time", ko="규제를 하나씩", weight=3)
def test_fit_one_penalty(student, reference, rng):
    X, y = batch(rng, m=11, n=2)
    for l1, l2 in ((0.1, 0.0), (0.0, 0.5), (0.0, 0.0)):
        neuron = student.RegularizedNeuron()
        neuron.fit(X, y, 0.5, 3, l1=l1, l2=l2)
        expect_trained(neuron, reference.RegularizedNeuron().fit(X, y, 0.5, 3, l1=l1, l2=l2))


@task(
    "A06.7",
    en="no penalty unless asked for; whole numbers",
    ko="따로 지정하지 않으면 규제 없음, 정수 데이터",
)
def test_fit_integers(student, reference):
    X, y = np.array([[1, 2], [2, -3], [-3, 1], [0, 2], [2, 2]]), np.array([0, 1, 0, 1, 1])
    neuron = student.RegularizedNeuron()
    neuron.fit(X, y, 0.1, 3)
    expect_trained(neuron, reference.RegularizedNeuron().fit(X, y, 0.1, 3))


@task(
    "A06.7",
    en="forty steps with L2 reach scikit-learn's weights",
    ko="L2로 마흔 걸음이면 scikit-learn의 가중치에 이릅니다",
    weight=2,
)
def test_fit_to_the_optimum(student):
    X = np.array([[1.0, 0.5], [-0.5, 1.0], [0.25, -0.75], [-0.75, -0.5], [0.5, 0.75]])
    neuron = student.RegularizedNeuron()
    neuron.fit(X, np.array([1.0, 0.0, 0.0, 1.0, 1.0]), 1.5, 40, l2=0.25)
    # LogisticRegression(C=1 / (0.25 * 5), tol=1e-14, solver="newton-cholesky")
    expect_close(neuron.w, np.array([0.25355166, 0.06655546]))
    expect_close(neuron.b, 0.36997364)
    expect_close(expect_shape(neuron.losses, (40,))[-1], 0.66061173)


@task(
    "A06.7",
    en="a second training starts anew; 0 steps",
    ko="두 번째 학습은 처음부터, 그리고 0걸음",
    weight=2,
)
def test_fit_starts_anew(student, reference, rng):
    X, y = batch(rng, m=5)
    neuron = student.RegularizedNeuron()
    neuron.fit(X, y, 0.5, 2, 0.1, 0.3)
    neuron.fit(X[:, :2], y, 0.5, 2, 0.1, 0.3)
    expect_trained(neuron, reference.RegularizedNeuron().fit(X[:, :2], y, 0.5, 2, 0.1, 0.3))
    neuron.fit(X, y, 0.5, 0)
    expect_close(neuron.w, np.zeros(3))
    expect_close(neuron.b, 0.0)
    expect_close(neuron.losses, np.zeros(0))


@task(
    "A06.7",
    en="returns the neuron, leaves the data alone",
    ko="뉴런 자신을 반환하고 데이터는 그대로 둡니다",
    conduct=True,
)
def test_fit_returns_itself(student, rng):
    X, y = batch(rng, m=5)
    fitted = expect_unchanged(student.RegularizedNeuron().fit, X, y, 0.5, 1, 0.1, 0.1)
    expect_object(fitted, "losses", "predict")


@task("A06.7", en="a column of labels is refused", ko="열벡터 레이블은 거부합니다", conduct=True)
def test_fit_refuses_a_column(student, rng):
    for m, n in ((5, 3), (3, 3), (5, 1)):
        X, y = batch(rng, m, n)
        expect_error(ValueError, student.RegularizedNeuron().fit, X, y.reshape(m, 1), 0.5, 1)


# ---- consistency: run only where the update failed


@consistency(
    "A06.6",
    forward=("A06.3",),
    en="the update against the student's own loss",
    ko="본인이 작성한 손실 함수와 갱신의 비교",
)
def test_update_follows_own_loss(student, rng):
    expect_steps_along_slopes(student, rng)
