"""Hidden suite of A04.

The lecture's six exams where a golden value exists, random samples elsewhere: 7 or 11 rows of 3 or 2 features, errors of both
signs, and activations well away from 0 and 1.
"""

import numpy as np

from autograder.checks import (
    GRADIENT,
    expect,
    expect_close,
    expect_derivative,
    expect_error,
    expect_gradient,
    expect_numbers,
    expect_object,
    expect_shape,
    expect_unchanged,
    misshapen,
    promises,
    task,
)

EXAMS = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])


def samples(rng, m=7, n=3):
    """Return X and labels of both classes, neither in order nor separable."""
    X = rng.normal(0.3, 1.0, (m, n))
    y = rng.permutation((np.arange(m) + rng.integers(2)) % 2).astype(float)
    return X, y


def numbers(rng, *shape):
    """Return numbers of both signs, with a zero and a tie among them where there is room."""
    values = rng.normal(0.0, 2.5, shape)
    values.flat[2:3], values.flat[4:6] = 0.0, 1.25
    return values


def unlike(good):
    """Return a number, and arrays of other shapes, in place of a vector."""
    return [float(good[0]), *misshapen(good)]


def with_parameters(student, w, b):
    """Return a neuron whose parameters are set by hand."""
    neuron = student.LogisticNeuron()
    neuron.w, neuron.b = w, b
    return neuron


def expect_trained(neuron, right):
    """Expect a trained neuron to agree with the reference in parameters and losses."""
    expect_close(neuron.w, right.w)
    expect_close(neuron.b, right.b)
    expect_close(neuron.losses, np.array(right.losses))


# ---- A04.1 linear_gradient


@promises("A04.1", whole="X y w b", refused={"y": unlike}, tol=GRADIENT)
def test_linear_gradient_in_every_call(module, rng, m):
    return [
        module.linear_gradient(numbers(rng, m, n), numbers(rng, m), numbers(rng, n)[::-1], b)
        for n, b in ((3, float(rng.normal())), (1, float(rng.uniform(20, 30))), (m, -0.5))
    ]


@task(
    "A04.1",
    en="one row: a number is refused",
    ko="행이 하나일 때 숫자 하나를 거부합니다",
    conduct=True,
)
def test_linear_gradient_refuses_a_number(student, rng):
    for y in (0.5, np.array([[0.5]])):
        expect_error(
            ValueError, student.linear_gradient, rng.normal(size=(1, 3)), y, np.ones(3), 0.0
        )


@task("A04.1", en="one row, two features", ko="한 행, 특성 두 개")
def test_linear_gradient_one_row(student):
    X, y, w = np.array([[2.0, 3.0]]), np.array([1.0]), np.array([0.5, -0.25])
    expect_close(student.linear_gradient(X, y, w, 0.1), (np.array([-1.3, -1.95]), -0.65))


@task("A04.1", en="random rows, both signs of error", ko="무작위 행, 양·음의 오차", weight=3)
def test_linear_gradient_random(student, reference, rng):
    X, y = rng.normal(0.5, 1.5, (11, 3)), rng.normal(-0.5, 2.0, 11)
    w, b = rng.normal(size=3), float(rng.normal())
    expect_gradient(student.linear_gradient(X, y, w, b), reference.linear_gradient(X, y, w, b))


@task(
    "A04.1",
    en="the slopes against small steps of the cost",
    ko="기울기와, w와 b를 조금씩 움직여 잰 비용의 변화의 비교",
    weight=2,
)
def test_linear_gradient_is_the_derivative(student, rng):
    X, y = rng.normal(0.5, 1.5, (7, 3)), rng.normal(-0.5, 2.0, 7)

    def cost(w, b):
        return np.mean((X @ w + b - y) ** 2) / 2

    expect_derivative(
        cost, lambda w, b: student.linear_gradient(X, y, w, b),
        {"w": rng.normal(size=3), "b": float(rng.normal())}, rng, right=cost,
    )  # fmt: skip


# ---- A04.2 LogisticNeuron.forpass


@promises("A04.2", whole="x", refused={"x": lambda x: [*unlike(x), np.stack([x, x])]})
def test_forpass_in_every_call(module, rng, n):
    neuron = with_parameters(module, rng.normal(size=n), float(rng.normal()))
    whole = with_parameters(module, rng.integers(-3, 4, n), 2)
    yield
    return neuron.forpass(numbers(rng, n)), whole.forpass(numbers(rng, n))


@task("A04.2", en="the lesson's sample: z = 0.3", ko="본문의 샘플: z = 0.3")
def test_forpass_lesson(student):
    neuron = with_parameters(student, np.array([0.2, -0.1]), 0.3)
    expect_close(neuron.forpass(np.array([1.0, 2.0])), 0.3)
    neuron = with_parameters(student, np.array([0.5, -0.25]), 0.25)
    expect_close(neuron.forpass(np.array([1.0, 3.0])), 0.0)


@task(
    "A04.2",
    en="random samples of three and five features",
    ko="특성이 3개, 5개인 무작위 샘플",
    weight=3,
)
def test_forpass_random(student, rng):
    for n in (3, 5):
        w, b, x = rng.normal(size=n), float(rng.normal()), rng.normal(size=n)
        expect_close(with_parameters(student, w, b).forpass(x), float(w @ x) + b)


# ---- A04.3 LogisticNeuron.backprop


@promises("A04.3", whole="x err")
def test_backprop_in_every_call(module, rng, n):
    neuron = with_parameters(module, rng.normal(size=n), float(rng.normal()))
    yield
    errors = float(rng.uniform(-1.0, -0.8)), float(rng.uniform(0.1, 0.5))
    return [neuron.backprop(numbers(rng, n), error) for error in errors]


@task("A04.3", en="the lesson's sample, y = 0", ko="본문의 샘플, y = 0")
def test_backprop_lesson(student):
    neuron = with_parameters(student, np.array([0.2, -0.1]), 0.3)
    slopes = neuron.backprop(np.array([1.0, 2.0]), 0.574442516811659)
    expect_close(slopes, (np.array([0.574442516811659, 1.148885033623318]), 0.574442516811659))


@task("A04.3", en="a negative error, three features", ko="음의 오차, 특성 세 개", weight=2)
def test_backprop_negative_error(student, rng):
    x, err = rng.normal(size=3), -float(rng.uniform(0.2, 0.8))
    neuron = with_parameters(student, rng.normal(size=3), float(rng.normal()))
    expect_gradient(neuron.backprop(x, err), (err * x, err))


@task(
    "A04.3",
    en="the slopes against small steps of the loss, by your own forward pass",
    ko="기울기와, 본인의 순전파로 계산한 손실에서 w와 b를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_backprop_is_the_derivative(student, reference, rng):
    x, label = rng.normal(size=5), 1.0
    at = {"w": rng.normal(0.0, 0.6, 5), "b": float(rng.normal(0.0, 0.6))}

    def loss_of(module):
        neuron = with_parameters(module, at["w"], at["b"])

        def loss(w, b):
            neuron.w, neuron.b = w, b
            z = float(expect_shape(neuron.forpass(x), ()))
            return np.log1p(np.exp(z)) - label * z

        return loss

    def slopes(w, b):
        error = 1 / (1 + np.exp(-(x @ w + b))) - label
        return with_parameters(student, w, b).backprop(x, error)

    expect_derivative(loss_of(student), slopes, at, rng, right=loss_of(reference))


@task(
    "A04.3",
    en="neuron and sample are left as they were",
    ko="뉴런과 샘플은 그대로 둡니다",
    conduct=True,
)
def test_backprop_updates_nothing(student, rng):
    w = rng.normal(size=2)
    neuron = with_parameters(student, w, 0.5)
    with_parameters(student, -w, -0.5)
    expect_unchanged(neuron.backprop, rng.normal(size=2), 0.3)
    expect_close(neuron.w, w)
    expect_close(neuron.b, 0.5)


# ---- A04.4 LogisticNeuron.fit


def other_labels(y):
    """Return other numbers of labels than there are rows, where they are fractional."""
    bad = [y[:-1], y[:1], y[:-1, None], np.append(y, 1), np.column_stack([y, y])]
    return bad if y.dtype == float else [y] * len(bad)


@promises("A04.4", sizes=(1, 2, 5), refused={"y": other_labels})
def test_fit_in_every_call(module, rng, m):
    neuron, whole = module.LogisticNeuron(), module.LogisticNeuron()
    X, y = samples(rng, m)
    neuron.fit(X, y, 0.3, 2)
    whole.fit(rng.integers(-1, 3, (m, 2)), y.astype(int), 1, 2, rng.permutation(m))
    yield
    return [(one.w, one.b, one.losses) for one in (neuron, whole)]


@task("A04.4", en="one pass over the six exams", ko="시험 여섯 행, 에포크 한 번", weight=3)
def test_fit_exams(student):
    neuron = student.LogisticNeuron()
    neuron.fit(EXAMS, PASSED, 0.1, 1)
    expect_close(neuron.w, np.array([0.36747925070778853, 0.13965114102392712]))
    expect_close(neuron.b, 0.011536235123238247)


@task(
    "A04.4",
    en="parameters and losses after three passes",
    ko="에포크 세 번 뒤의 매개변수와 손실",
    weight=4,
)
def test_fit_random(student, reference, rng):
    X, y = samples(rng)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, 0.3, 3)
    expect_trained(neuron, reference.LogisticNeuron().fit(X, y, 0.3, 3))


@task(
    "A04.4",
    en="with one row, a step against the slopes of the loss, measured by small steps",
    ko="행이 하나일 때 걸음의 방향과, w와 b를 조금씩 움직여 잰 손실의 기울기의 비교",
    weight=2,
)
def test_fit_follows_the_derivative(student, rng):
    X = rng.normal(0.3, 1.0, (1, 5))

    def loss(w, b):
        z = X[0] @ w + b
        return np.log1p(np.exp(z)) - z

    def slopes(w, b):
        neuron = student.LogisticNeuron()
        neuron.fit(X, np.ones(1), 0.5, 1)
        moved = expect_numbers(neuron.w), expect_numbers(neuron.b)
        return [(old - new) / 0.5 for old, new in zip((w, b), moved, strict=True)]

    # Training starts from zeros: that is where its first step is taken.
    expect_derivative(loss, slopes, {"w": np.zeros(5), "b": 0.0}, rng, right=loss)


@task("A04.4", en="rows visited in a given order", ko="주어진 순서로 행 방문", weight=2)
def test_fit_order(student, reference, rng):
    X, y = samples(rng, m=5, n=2)
    order = [3, 0, 4, 1, 2]
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, 0.5, 2, order)
    expect_trained(neuron, reference.LogisticNeuron().fit(X, y, 0.5, 2, order))


@task("A04.4", en="labels as a column (m, 1)", ko="레이블이 (m, 1) 열벡터일 때", weight=2)
def test_fit_column_of_labels(student, reference, rng):
    X, y = samples(rng, m=5)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y.reshape(5, 1), 0.3, 2)
    expect_trained(neuron, reference.LogisticNeuron().fit(X, y, 0.3, 2))


@task("A04.4", en="a second training starts anew", ko="두 번째 학습은 처음부터 다시 시작합니다")
def test_fit_starts_anew(student, reference, rng):
    X, y = samples(rng, m=5)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, 0.3, 2)
    neuron.fit(X[:, :2], y, 0.3, 2)
    expect_trained(neuron, reference.LogisticNeuron().fit(X[:, :2], y, 0.3, 2))


@task("A04.4", en="0 passes: zeros and no losses", ko="에포크 0번: 모두 0이고 손실 없음")
def test_fit_no_passes(student, rng):
    X, y = samples(rng, m=5)
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, 0.3, 0)
    expect_close(neuron.w, np.zeros(3))
    expect_close(neuron.b, 0.0)
    expect_close(neuron.losses, np.zeros(0))


@task(
    "A04.4",
    en="losses stay finite where the sigmoid saturates",
    ko="시그모이드가 포화해도 손실은 유한합니다",
)
def test_fit_saturated(student, reference):
    X, y = np.array([[1000.0], [900.0], [-800.0]]), np.array([1.0, 0.0, 0.0])
    neuron = student.LogisticNeuron()
    neuron.fit(X, y, 0.5, 2)
    right = reference.LogisticNeuron().fit(X, y, 0.5, 2)
    expect_close(neuron.w, right.w)
    expect_close(neuron.b, right.b)
    losses = expect_shape(neuron.losses, (2,))
    expect(np.all(np.isfinite(losses)), en="every loss is finite", ko="모든 손실이 유한합니다")


@task(
    "A04.4",
    en="returns the neuron, leaves the data alone",
    ko="뉴런 자신을 반환하고 데이터는 그대로 둡니다",
    conduct=True,
)
def test_fit_returns_itself(student, rng):
    X, y = samples(rng, m=5)
    fitted = expect_unchanged(student.LogisticNeuron().fit, X, y, 0.3, 1, [3, 1, 0, 4, 2])
    expect_object(fitted, "losses", "predict")


# ---- A04.5 LogisticNeuron.predict


@promises("A04.5", whole="X", extremes={"X": (1000.0, -1000.0)})
def test_predict_in_every_call(module, rng, m):
    neuron = with_parameters(module, rng.normal(size=3), float(rng.normal()))
    whole = with_parameters(module, np.array([-2]), 1)
    yield
    X = numbers(rng, m, 3)
    return (
        neuron.predict(X), neuron.predict(X, 0.3), neuron.predict(X, threshold=0.8),
        whole.predict(numbers(rng, m, 1)),
    )  # fmt: skip


@task(
    "A04.5",
    en="z between 0 and ½ is class 1, just below 0 class 0",
    ko="z가 0과 ½ 사이이면 클래스 1, 0보다 조금 작으면 클래스 0",
    weight=2,
)
def test_predict_small_z(student):
    X = np.array([[0.2], [0.45], [-0.2], [-0.45], [1.5]])
    neuron = with_parameters(student, np.array([1.0]), 0.0)
    expect_close(neuron.predict(X), np.array([1, 1, 0, 0, 1]))


@task(
    "A04.5", en="a probability of exactly ½ is class 1", ko="확률이 정확히 ½이면 클래스 1", weight=2
)
def test_predict_on_the_border(student):
    X = np.array([[2.0, 1.0], [2.0, 1.5], [4.0, 2.0]])
    neuron = with_parameters(student, np.array([0.5, -1.0]), 0.0)
    expect_close(neuron.predict(X), np.array([1, 0, 1]))


@task("A04.5", en="close to the boundary, on either side", ko="경계 바로 옆, 양쪽의 점")
def test_predict_close_to_the_border(student, rng):
    w, b, z = rng.uniform(0.5, 1.5, 3), float(rng.normal()), np.tile([0.001, -0.001, -0.001], 5)
    X = rng.normal(size=(15, 3))
    X[:, 0] = (z - b - X[:, 1:] @ w[1:]) / w[0]
    expect_close(with_parameters(student, w, b).predict(X), (z > 0).astype(int))


@task("A04.5", en="thresholds 0.3 and 0.8", ko="임곗값 0.3과 0.8", weight=2)
def test_predict_threshold(student):
    X = np.array([[-2.0], [-0.5], [0.4], [1.0], [3.0]])
    neuron = with_parameters(student, np.array([1.0]), 0.0)
    expect_close(neuron.predict(X, 0.3), np.array([0, 1, 1, 1, 1]))
    expect_close(neuron.predict(X, 0.8), np.array([0, 0, 0, 0, 1]))


@task(
    "A04.5",
    en="the classes are integers of shape (m,)",
    ko="클래스는 shape (m,)인 정수입니다",
    conduct=True,
)
def test_predict_integers(student, rng):
    neuron = with_parameters(student, rng.normal(size=2), 0.5)
    expect_shape(neuron.predict(rng.normal(size=(1, 2))), (1,), dtype=int)
    expect_shape(neuron.predict(rng.normal(size=(5, 2))), (5,), dtype=int)


# ---- A04.6 decision_boundary


def upright(w):
    """Return weights of an upright boundary, fractional and whole."""
    return [np.array([w[0], 0.0]), np.array([2, 0])]


@promises("A04.6", whole="x1 b", extremes={"w": (1.0, 1e-9)}, refused={"w": upright})
def test_decision_boundary_in_every_call(module, rng, m):
    x1, w, b = numbers(rng, 3, m), rng.uniform(0.5, 2.0, 2) * [1, -1], float(rng.normal())
    line = module.decision_boundary
    return line(x1, w, b), line(x1[0], np.array([2, -3]), b), line(float(x1[0, 0]), w, b)


@task("A04.6", en="one number", ko="숫자 하나")
def test_decision_boundary_number(student):
    expect_close(student.decision_boundary(3.0, np.array([2.0, -4.0]), 1.0), 1.75)
    expect_close(student.decision_boundary(0.5, np.array([2.0, -4.0]), -1.0), 0.0)


@task(
    "A04.6",
    en="an array: w·x + b is 0 on every point",
    ko="배열: 모든 점에서 w·x + b는 0",
    weight=2,
)
def test_decision_boundary_array(student, rng):
    x1, w, b = rng.normal(size=5), rng.uniform(0.5, 2.0, 2) * [1, -1], float(rng.normal())
    expect_close(student.decision_boundary(x1, w, b), -(w[0] * x1 + b) / w[1])
