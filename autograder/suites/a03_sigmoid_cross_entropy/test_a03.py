"""Hidden suite of A03.

Logits of both signs and both labels in every array; logits of ±1000 where the docstring promises
right values for every z. Nothing asks for digits of a probability far below 1e-12.
"""

import numpy as np

from autograder.checks import (
    GRADIENT,
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_numbers,
    expect_shape,
    misshapen,
    promises,
    task,
)


def numbers(rng, *shape):
    """Return numbers of both signs, with a zero and a tie among them where there is room."""
    values = rng.normal(0.0, 2.0, shape)
    values.flat[2:3], values.flat[4:6] = 0.0, 1.25
    return values


def labels_of(rng, *shape):
    """Return labels, both of them in each row where two fit."""
    return (np.arange(shape[-1]) + rng.integers(2, size=(*shape[:-1], 1))) % 2.0


def samples(rng, m=7):
    """Return x, y, w, b of a unit with one feature; the logits stay moderate."""
    x, y = rng.normal(0.5, 1.5, m), labels_of(rng, m)
    return x, y, float(rng.uniform(0.3, 0.9)), float(rng.uniform(-0.8, -0.3))


def sample(rng, n, y):
    """Return x, y, w, b of one sample with n features."""
    return rng.normal(0.5, 1.0, n), y, rng.normal(0.0, 0.6, n), float(rng.normal())


def other_shapes(good):
    """Return eight values in place of a vector or a table: the vector's are refused first, then the table's others."""
    bad = misshapen(good) if np.ndim(good) else []
    return [*bad, *[good] * (8 - len(bad))]


# ---- A03.1 encode_labels


def other_label(label):
    """Return labels that no label equals, in place of text first, then of a number."""
    return [f"{label}s", label] if isinstance(label, str) else [label, label + 10]


@promises("A03.1", refused={"positive": other_label})
def test_encode_labels_in_every_call(module, rng, m):
    texts, whole = rng.choice(["spam", "not spam", "Spam"], m), rng.permutation(m) % 3
    return (
        module.encode_labels(texts.tolist(), str(texts[-1])),
        module.encode_labels(texts, str(texts[0])),
        module.encode_labels(whole, 0),
    )


@task("A03.1", en="two classes of text", ko="텍스트 클래스 두 개", weight=2)
def test_encode_labels_text(student):
    labels = ["benign", "malignant", "malignant", "benign", "malignant"]
    expect_close(student.encode_labels(labels, "malignant"), np.array([0, 1, 1, 0, 1.0]))
    expect_close(student.encode_labels(labels, "benign"), np.array([1, 0, 0, 1, 0.0]))


@task("A03.1", en="a label that contains another", ko="다른 레이블을 포함하는 레이블")
def test_encode_labels_substring(student):
    labels = ["not spam", "spam", "spam?", "spa"]
    expect_close(student.encode_labels(labels, "spam"), np.array([0, 1, 0, 0.0]))


@task("A03.1", en="integer labels, 0 among them", ko="0이 들어 있는 정수 레이블")
def test_encode_labels_integers(student):
    labels = np.array([0, 1, 1, 0, 1])
    expect_close(student.encode_labels(labels, 0), np.array([1, 0, 0, 1, 0.0]))


@task("A03.1", en="one class against two others", ko="한 클래스와 나머지 두 클래스")
def test_encode_labels_three_classes(student):
    expect_close(student.encode_labels(np.array([3, 7, 5, 3, 5]), 5), np.array([0, 0, 1, 0, 1.0]))


@task("A03.1", en="the result is an array of floats", ko="결과는 실수 배열입니다", conduct=True)
def test_encode_labels_dtype(student):
    expect_shape(student.encode_labels(["no", "yes", "no"], "yes"), (3,), dtype=float)


# ---- A03.2 odds_and_logit


def no_probabilities(p):
    """Return bad values in place of a single probability first, then of one among others."""
    bad = (0.0, 1.0, -0.25, 1.5)
    if np.ndim(p) == 0:
        return [*bad, *[p] * 4]
    return [*[p] * 4, *(np.append(p.reshape(-1)[1:], one).reshape(p.shape) for one in bad)]


@promises("A03.2", extremes={"p": (1e-15, 1 - 1e-9)}, refused={"p": no_probabilities})
def test_odds_and_logit_in_every_call(module, rng, m):
    p = rng.uniform(0.02, 0.98, (3, m))
    return [module.odds_and_logit(one) for one in (p, p[0], float(p[0, 0]))]


@task("A03.2", en="six probabilities", ko="확률 여섯 개", weight=2)
def test_odds_and_logit_golden(student):
    p = np.array([0.1, 0.2, 0.5, 0.8, 0.9, 0.99])
    odds = np.array([1 / 9, 0.25, 1.0, 4.0, 9.0, 99.0])
    logit = np.array([-2.197224577336, -1.386294361120, 0.0, 1.386294361120, 2.197224577336,
                      4.595119850135])  # fmt: skip
    expect_close(student.odds_and_logit(p), (odds, logit))


@task("A03.2", en="one number", ko="숫자 하나")
def test_odds_and_logit_number(student):
    expect_close(student.odds_and_logit(0.7), (7 / 3, 0.847297860387204))


# ---- A03.3 sigmoid


@promises("A03.3", whole="z", extremes={"z": (1000.0, -22.0)})
def test_sigmoid_in_every_call(module, rng, m):
    z = 2 * numbers(rng, 3, m)
    return [module.sigmoid(one) for one in (z, z[0], float(z[0, 0]))]


@task("A03.3", en="z from −10 to 10", ko="−10부터 10까지의 z", weight=2)
def test_sigmoid_golden(student):
    z = np.array([-10.0, -2, -1, 0, 1, 2, 10])
    a = np.array([4.53978687024e-05, 0.119202922022, 0.268941421370, 0.5, 0.731058578630,
                  0.880797077978, 0.999954602131])  # fmt: skip
    expect_close(student.sigmoid(z), a)


@task("A03.3", en="single numbers", ko="숫자 하나씩")
def test_sigmoid_numbers(student):
    for z, a in ((0.0, 0.5), (-1.5, 0.182425523806), (20.0, 0.999999997939)):
        expect_close(student.sigmoid(z), a)


@task("A03.3", en="the inverse of the logit, in a matrix", ko="로짓의 역함수, 행렬", weight=2)
def test_sigmoid_inverts_the_logit(student, rng):
    p = rng.uniform(0.01, 0.99, (2, 7))
    expect_close(student.sigmoid(np.log(p / (1 - p))), p)


@task(
    "A03.3", en="±800 and ±1000: 0 and 1, not nan", ko="±800과 ±1000: nan이 아니라 0과 1", weight=2
)
def test_sigmoid_extremes(student):
    z = np.array([1000.0, -1000.0, 800.0, -800.0, 40.0])
    expect_close(student.sigmoid(z), np.array([1.0, 0.0, 1.0, 0.0, 1.0]))
    expect_close(student.sigmoid(1000.0), 1.0)


# ---- A03.4 binary_cross_entropy


@promises("A03.4", extremes={"a": (1e-9, 1 - 1e-9)}, refused={"a": other_shapes, "y": other_shapes})
def test_binary_cross_entropy_in_every_call(module, rng, m):
    a, y, cost = rng.uniform(0.02, 0.98, (3, m)), labels_of(rng, 3, m), module.binary_cross_entropy
    return (
        cost(a[0], y[0].astype(int)), cost(a, y, eps=0.1), cost((a > 0.5).astype(int), y, 0.2),
        cost(a[0], 0), cost(float(a[0, 0]), y[0]), cost(float(a[0, 0]), 1.0),
    )  # fmt: skip


@task(
    "A03.4",
    en="a = 0.9, 0.5 and 0.1 with both labels",
    ko="a = 0.9, 0.5, 0.1과 두 레이블",
    weight=2,
)
def test_binary_cross_entropy_golden(student):
    a, cost = np.array([0.9, 0.5, 0.1]), np.array([0.105360515658, 0.69314718056, 2.30258509299])
    expect_close(student.binary_cross_entropy(a, np.ones(3)), cost)
    expect_close(student.binary_cross_entropy(a, np.zeros(3)), cost[::-1])


@task(
    "A03.4",
    en="numbers, and a number with an array, on either side",
    ko="숫자끼리, 어느 쪽이든 숫자와 배열",
)
def test_binary_cross_entropy_numbers(student):
    expect_close(student.binary_cross_entropy(0.3, 1), 1.203972804326)
    expect_close(student.binary_cross_entropy(0.3, 0.0), 0.356674943939)
    cost = np.array([0.916290731874, 0.223143551314])
    expect_close(student.binary_cross_entropy(np.array([0.4, 0.8]), 1.0), cost)
    expect_close(student.binary_cross_entropy(0.4, np.array([1.0, 0.0])), [cost[0], 0.510825623766])


@task(
    "A03.4",
    en="a = 0 and a = 1: finite with either label",
    ko="a = 0과 a = 1: 어느 레이블이든 유한합니다",
    weight=2,
)
def test_binary_cross_entropy_ends(student):
    a, y = np.array([0.0, 0.0, 1.0, 1.0, 0.5]), np.array([1.0, 0.0, 1.0, 0.0, 1.0])
    high = 27.6310211159
    cost = np.array([high, 0.0, 0.0, high, 0.69314718056])
    expect_close(student.binary_cross_entropy(a, y), cost)
    expect_close(student.binary_cross_entropy(np.array([0, 1]), np.array([1, 0])), [high, high])
    expect_close(student.binary_cross_entropy(0.0, 1), high)


@task("A03.4", en="a large eps: clipped, not added", ko="큰 eps: 더하지 않고 잘라 냅니다")
def test_binary_cross_entropy_eps(student):
    a, y = np.array([0.05, 0.05, 0.5, 1.0, 0.85]), np.array([1.0, 0.0, 0.0, 1.0, 0.0])
    cost = -np.log(np.array([0.2, 0.8, 0.5, 0.8, 0.2]))
    expect_close(student.binary_cross_entropy(a, y, 0.2), cost)


# ---- A03.5 bce_with_logits


@promises(
    "A03.5", whole="z", extremes={"z": (1000.0, -1000.0, 20.0)},
    refused={"z": other_shapes, "y": other_shapes},
)  # fmt: skip
def test_bce_with_logits_in_every_call(module, rng, m):
    z, y, cost = 2 * numbers(rng, 3, m), labels_of(rng, 3, m), module.bce_with_logits
    return cost(z[0], y[0].astype(int)), cost(z, y), cost(float(z[0, 0]), y[0])


@task("A03.5", en="z = 2, −2 and 0 with both labels", ko="z = 2, −2, 0과 두 레이블", weight=2)
def test_bce_with_logits_golden(student):
    z, cost = np.array([2.0, -2.0, 0.0]), np.array([0.126928011043, 2.126928011043, 0.69314718056])
    expect_close(student.bce_with_logits(z, np.ones(3)), cost)
    expect_close(student.bce_with_logits(z, np.zeros(3)), cost[[1, 0, 2]])


@task(
    "A03.5",
    en="numbers, and an array with a number, on either side",
    ko="숫자끼리, 어느 쪽이든 배열과 숫자",
)
def test_bce_with_logits_numbers(student):
    expect_close(student.bce_with_logits(2.0, 1), 0.126928011043)
    expect_close(student.bce_with_logits(-3, 1.0), 3.048587351573)
    expect_close(student.bce_with_logits(12.0, 1.0), 6.14419347772e-06)
    cost = np.array([1.313261687518, 0.126928011043])
    expect_close(student.bce_with_logits(np.array([1.0, -2.0]), 0.0), cost)
    expect_close(student.bce_with_logits(1.0, np.array([0.0, 1.0])), [cost[0], 0.313261687518])


@task(
    "A03.5",
    en="z = ±40, ±800, ±1000: the exact cost",
    ko="z = ±40, ±800, ±1000: 정확한 비용",
    weight=2,
)
def test_bce_with_logits_extremes(student):
    z = np.array([40.0, 40.0, -800.0, -800.0, 1000.0, 1000.0, -1000.0])
    y = np.array([1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0])
    cost = np.array([0.0, 40.0, 800.0, 0.0, 0.0, 1000.0, 1000.0])
    expect_close(student.bce_with_logits(z, y), cost)


@task("A03.5", en="convex: it bends upward everywhere", ko="볼록: 어디서나 위로 휩니다")
def test_bce_with_logits_is_convex(student):
    cost = expect_shape(student.bce_with_logits(np.linspace(-6.0, 6.0, 49), 1.0), (49,))
    expect(
        np.all(np.diff(cost, 2) > 1e-5),
        en="the cost bends upward everywhere",
        ko="비용 곡선이 어디서나 위로 휩니다",
    )


# ---- A03.6 logistic_chain


@promises("A03.6")
def test_logistic_chain_in_every_call(module, rng, m):
    x, y, w, b = samples(rng, m)
    whole, chain = rng.integers(-3, 4, m), module.logistic_chain
    return (
        chain(x, y, w, b), chain(whole, y.astype(int), 2, -1),
        chain(float(x[0]), float(y[0]), w, b), chain(0.0, 0.0, 0.0, 0.0),
    )  # fmt: skip


@task("A03.6", en="one sample, y = 1, a = 0.7", ko="샘플 하나, y = 1, a = 0.7", weight=2)
def test_logistic_chain_positive(student):
    factors = student.logistic_chain(4.0, 1.0, 0.5, 0.847297860387204 - 2.0)
    expect_close(factors, (-1.428571428571, 0.21, 4.0, 1.0))


@task("A03.6", en="one sample, y = 0, a = 0.7", ko="샘플 하나, y = 0, a = 0.7", weight=2)
def test_logistic_chain_negative(student):
    factors = student.logistic_chain(-3.0, 0.0, 0.5, 0.847297860387204 + 1.5)
    expect_close(factors, (3.333333333333, 0.21, -3.0, 1.0))


@task(
    "A03.6",
    en="arrays: every factor has the shape of x",
    ko="배열: 모든 인수가 x와 같은 shape",
    weight=3,
)
def test_logistic_chain_arrays(student, reference, rng):
    data = samples(rng)
    expect_close(student.logistic_chain(*data), reference.logistic_chain(*data))


@task(
    "A03.6",
    en="each factor against small steps of your own cross-entropy and sigmoid",
    ko="각 인수와, 본인의 크로스 엔트로피와 시그모이드를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_logistic_chain_is_made_of_derivatives(student, reference, rng):
    x, y, w, b = samples(rng)
    upstream = rng.normal(size=7)
    factors = expect_items(student.logistic_chain(x, y, w, b), 4)
    dL_da, da_dz, dz_dw, dz_db = (upstream * expect_shape(one, (7,)) for one in factors)

    def cost_of(module):
        return lambda a: upstream @ expect_shape(module.binary_cross_entropy(a, y), (7,))

    def unit_of(module):
        return lambda z: upstream @ expect_shape(module.sigmoid(z), (7,))

    def line(w, b):
        return upstream @ (w * x + b)

    z = w * x + b
    a = reference.sigmoid(z)
    expect_derivative(cost_of(student), lambda a: dL_da, {"a": a}, rng, right=cost_of(reference))
    expect_derivative(unit_of(student), lambda z: da_dz, {"z": z}, rng, right=unit_of(reference))
    expect_derivative(
        line, lambda w, b: (np.sum(dz_dw), np.sum(dz_db)), {"w": w, "b": b}, rng, right=line
    )


# ---- A03.7 logistic_gradient


def unlike(good):
    """Return a number, and arrays of other shapes, in place of a vector."""
    return [float(good[0]), *misshapen(good)]


@promises("A03.7", whole="x w b", refused={"x": unlike, "w": unlike}, tol=GRADIENT)
def test_logistic_gradient_in_every_call(module, rng, n):
    x, w, b = numbers(rng, n), rng.normal(0.0, 0.6, n), float(rng.normal())
    gradient, far = module.logistic_gradient, 30 * x
    return (
        gradient(x, 0.0, w, b), gradient(-x, 1, w, b),
        gradient(x / 100, 1.0, 100 * w, b), gradient(far, 0.0, w, b - float(w @ far)),
    )  # fmt: skip


@task("A03.7", en="two features, y = 0", ko="특성 두 개, y = 0")
def test_logistic_gradient_golden(student):
    slopes = student.logistic_gradient(np.array([1.0, 2.0]), 0.0, np.array([0.2, -0.1]), 0.3)
    expect_gradient(slopes, (np.array([0.574442516811659, 1.148885033623318]), 0.574442516811659))


@task("A03.7", en="five features, both labels", ko="특성 다섯 개, 두 레이블", weight=3)
def test_logistic_gradient_random(student, reference, rng):
    for y in (0.0, 1.0):
        data = sample(rng, 5, y)
        expect_gradient(student.logistic_gradient(*data), reference.logistic_gradient(*data))


def cost_of(module, x, y):
    """Return the cross-entropy of one sample as a function of w and b, by a module's own cross-entropy."""

    def cost(w, b):
        return np.sum(expect_numbers(module.bce_with_logits(np.array([x @ w + b]), np.array([y]))))

    return cost


@task(
    "A03.7",
    en="the slopes against small steps of your own cross-entropy",
    ko="기울기와, 본인의 크로스 엔트로피에서 w와 b를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_logistic_gradient_is_the_derivative(student, reference, rng):
    x, y, w, b = sample(rng, 5, 1.0)
    expect_derivative(
        cost_of(student, x, y), lambda w, b: student.logistic_gradient(x, y, w, b),
        {"w": w, "b": b}, rng, right=cost_of(reference, x, y),
    )  # fmt: skip


@task(
    "A03.7", en="far out, where a rounds to 0 or 1", ko="a가 0이나 1로 반올림되는 먼 곳", weight=2
)
def test_logistic_gradient_saturated(student):
    x, w = np.array([50.0, -20.0, 1.5]), np.array([10.0, -15.0, 4.0])
    expect_gradient(student.logistic_gradient(x, 0.0, w, 1.0), (x, 1.0))
    expect_gradient(student.logistic_gradient(x, 1.0, -w, 1.0), (-x, -1.0))


# ---- consistency: run only where the gradient failed


@consistency(
    "A03.7",
    forward=("A03.5",),
    en="the gradient against the student's own cross-entropy",
    ko="본인이 작성한 크로스 엔트로피와 기울기의 비교",
)
def test_gradient_of_own_cross_entropy(student, rng):
    x = rng.normal(size=5)
    cost = cost_of(student, x, 1.0)
    at = {"w": 0.3 * rng.normal(size=5), "b": 0.2}
    expect_derivative(cost, lambda w, b: student.logistic_gradient(x, 1.0, w, b), at, rng)
