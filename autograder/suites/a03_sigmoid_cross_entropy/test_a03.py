"""Hidden suite of A03.

Logits of both signs and both labels in every array; logits of ±1000 where the docstring promises
right values for every z. Nothing asks for digits of a probability far below 1e-12.
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
    expect_shape,
    expect_unchanged,
    task,
)

LABELS = np.array([1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0])


def logits(rng):
    """Return seven logits, some large, of both signs and with both labels for either."""
    return rng.normal(0.0, 2.0, 7) + np.array([1.0, 1.0, -1.0, -1.0, 4.0, 4.0, -5.0])


def samples(rng):
    """Return x, y, w, b of a unit with one feature; the logits stay moderate."""
    x = rng.normal(0.5, 1.5, 7)
    return x, LABELS, float(rng.uniform(0.3, 0.9)), float(rng.uniform(-0.8, -0.3))


def sample(rng, n, y):
    """Return x, y, w, b of one sample with n features."""
    return rng.normal(0.5, 1.0, n), y, rng.normal(0.0, 0.6, n), float(rng.normal())


# ---- A03.1 encode_labels


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


@task(
    "A03.1",
    en="an unknown positive label is refused",
    ko="없는 양성 레이블은 거부합니다",
    conduct=True,
)
def test_encode_labels_refuses_unknown(student):
    expect_error(ValueError, student.encode_labels, ["fail", "pass", "pass"], "Pass")
    expect_error(ValueError, student.encode_labels, np.array([0, 1, 1]), 2)


@task("A03.1", en="the result is an array of floats", ko="결과는 실수 배열입니다", conduct=True)
def test_encode_labels_dtype(student):
    expect_shape(student.encode_labels(["no", "yes", "no"], "yes"), (3,), dtype=float)


@task("A03.1", en="the labels are left as they were", ko="레이블은 그대로 둡니다", conduct=True)
def test_encode_labels_leaves_labels(student):
    expect_unchanged(student.encode_labels, np.array([2, 0, 1, 2]), 2)


# ---- A03.2 odds_and_logit


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


@task("A03.2", en="a matrix of random probabilities", ko="무작위 확률 행렬", weight=2)
def test_odds_and_logit_random(student, reference, rng):
    p = rng.uniform(0.02, 0.98, (3, 5))
    expect_close(student.odds_and_logit(p), reference.odds_and_logit(p))


@task("A03.2", en="0, 1 and beyond are refused", ko="0과 1, 그 바깥은 거부합니다", conduct=True)
def test_odds_and_logit_refuses_numbers(student):
    for p in (0.0, 1.0, -0.25, 1.5):
        expect_error(ValueError, student.odds_and_logit, p)


@task(
    "A03.2",
    en="one bad entry in an array is refused",
    ko="배열에 잘못된 원소가 하나라도 있으면 거부합니다",
    conduct=True,
)
def test_odds_and_logit_refuses_arrays(student):
    expect_error(ValueError, student.odds_and_logit, np.array([0.25, 0.0, 0.5]))
    expect_error(ValueError, student.odds_and_logit, np.array([[0.5, 0.75], [1.0, 0.25]]))


@task(
    "A03.2", en="the probabilities are left as they were", ko="확률은 그대로 둡니다", conduct=True
)
def test_odds_and_logit_leaves_probabilities(student, rng):
    expect_unchanged(student.odds_and_logit, rng.uniform(0.1, 0.9, (2, 3)))


# ---- A03.3 sigmoid


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


@task(
    "A03.3",
    en="z from −27 to −20: tiny, and not clipped",
    ko="−27부터 −20까지의 z: 작지만 잘리지 않은 값",
)
def test_sigmoid_tiny(student):
    z = np.array([-20.5, -23.0, -25.0, -27.0])
    expect_close(student.sigmoid(z), np.exp(z) / (1 + np.exp(z)))


@task("A03.3", en="whole numbers", ko="정수")
def test_sigmoid_integers(student):
    a = np.array([0.119202922022, 0.5, 0.952574126822])
    expect_close(student.sigmoid(np.array([-2, 0, 3])), a)
    expect_close(student.sigmoid(3), 0.952574126822)


@task("A03.3", en="z is left as it was", ko="z는 그대로 둡니다", conduct=True)
def test_sigmoid_leaves_z(student, rng):
    # Large ones, too: to clip them where they stand is a change like any other.
    expect_unchanged(student.sigmoid, np.append(logits(rng), [1000.0, -1000.0]))


# ---- A03.4 binary_cross_entropy


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


@task("A03.4", en="random probabilities in a matrix", ko="무작위 확률 행렬", weight=2)
def test_binary_cross_entropy_random(student, reference, rng):
    a, y = rng.uniform(0.05, 0.95, (2, 7)), np.stack([LABELS, 1 - LABELS])
    expect_close(student.binary_cross_entropy(a, y), reference.binary_cross_entropy(a, y))


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


@task(
    "A03.4",
    en="probabilities near 0 and 1 are not clipped",
    ko="0과 1에 가까운 확률은 잘리지 않습니다",
)
def test_binary_cross_entropy_near_the_ends(student):
    a, y = np.array([1e-9, 1e-9, 1 - 1e-9]), np.array([1.0, 0.0, 0.0])
    cost = np.array([20.723265837, 1e-9, 20.723265837])
    expect_close(student.binary_cross_entropy(a, y), cost)


@task("A03.4", en="a large eps: clipped, not added", ko="큰 eps: 더하지 않고 잘라 냅니다")
def test_binary_cross_entropy_eps(student):
    a, y = np.array([0.05, 0.05, 0.5, 1.0, 0.85]), np.array([1.0, 0.0, 0.0, 1.0, 0.0])
    cost = -np.log(np.array([0.2, 0.8, 0.5, 0.8, 0.2]))
    expect_close(student.binary_cross_entropy(a, y, 0.2), cost)


@task(
    "A03.4",
    en="(m,) with (m, 1) or (1,) is refused, either way round",
    ko="(m,)과 (m, 1)이나 (1,)은 어느 순서로든 거부합니다",
    conduct=True,
)
def test_binary_cross_entropy_refuses_broadcasting(student, rng):
    a = rng.uniform(0.1, 0.9, 7)
    for shape in ((7, 1), (1,)):
        count = shape[0]
        y, other = LABELS[:count].reshape(shape), a[:count].reshape(shape)
        expect_error(ValueError, student.binary_cross_entropy, a, y)
        expect_error(ValueError, student.binary_cross_entropy, other, LABELS)


@task("A03.4", en="the arguments are left as they were", ko="인자는 그대로 둡니다", conduct=True)
def test_binary_cross_entropy_leaves_arguments(student, rng):
    expect_unchanged(
        student.binary_cross_entropy, np.append(rng.uniform(0.1, 0.9, 5), [0.0, 1.0]), LABELS
    )


# ---- A03.5 bce_with_logits


@task("A03.5", en="z = 2, −2 and 0 with both labels", ko="z = 2, −2, 0과 두 레이블", weight=2)
def test_bce_with_logits_golden(student):
    z, cost = np.array([2.0, -2.0, 0.0]), np.array([0.126928011043, 2.126928011043, 0.69314718056])
    expect_close(student.bce_with_logits(z, np.ones(3)), cost)
    expect_close(student.bce_with_logits(z, np.zeros(3)), cost[[1, 0, 2]])


@task("A03.5", en="random logits in a matrix", ko="무작위 로짓 행렬", weight=2)
def test_bce_with_logits_random(student, reference, rng):
    z, y = np.stack([logits(rng), logits(rng)]), np.stack([LABELS, 1 - LABELS])
    expect_close(student.bce_with_logits(z, y), reference.bce_with_logits(z, y))


@task(
    "A03.5",
    en="numbers, and an array with a number, on either side",
    ko="숫자끼리, 어느 쪽이든 배열과 숫자",
)
def test_bce_with_logits_numbers(student):
    expect_close(student.bce_with_logits(2.0, 1), 0.126928011043)
    expect_close(student.bce_with_logits(-3, 1.0), 3.048587351573)
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


@task(
    "A03.5",
    en="(m,) with (m, 1) or (1,) is refused, either way round",
    ko="(m,)과 (m, 1)이나 (1,)은 어느 순서로든 거부합니다",
    conduct=True,
)
def test_bce_with_logits_refuses_broadcasting(student, rng):
    z = logits(rng)
    for shape in ((7, 1), (1,)):
        count = shape[0]
        expect_error(ValueError, student.bce_with_logits, z, LABELS[:count].reshape(shape))
        expect_error(ValueError, student.bce_with_logits, z[:count].reshape(shape), LABELS)


@task("A03.5", en="the arguments are left as they were", ko="인자는 그대로 둡니다", conduct=True)
def test_bce_with_logits_leaves_arguments(student, rng):
    expect_unchanged(student.bce_with_logits, np.append(logits(rng)[:5], [1000.0, -1000.0]), LABELS)


# ---- A03.6 logistic_chain


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


@task("A03.6", en="whole numbers as data", ko="정수 데이터")
def test_logistic_chain_integers(student, reference):
    data = np.array([2, -1, 3, 1]), np.array([1, 0, 0, 1]), 0.4, -0.3
    expect_close(student.logistic_chain(*data), reference.logistic_chain(*data))


@task("A03.6", en="the samples are left as they were", ko="샘플은 그대로 둡니다", conduct=True)
def test_logistic_chain_leaves_samples(student, rng):
    expect_unchanged(student.logistic_chain, *samples(rng))


# ---- A03.7 logistic_gradient


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


@task("A03.7", en="a single feature", ko="특성 하나")
def test_logistic_gradient_one_feature(student, reference, rng):
    data = sample(rng, 1, 1.0)
    expect_gradient(student.logistic_gradient(*data), reference.logistic_gradient(*data))


@task("A03.7", en="whole numbers", ko="정수")
def test_logistic_gradient_integers(student, reference):
    data = np.array([2, -1, 3]), 1, np.array([1, 2, -1]), 2
    expect_gradient(student.logistic_gradient(*data), reference.logistic_gradient(*data))


@task(
    "A03.7", en="far out, where a rounds to 0 or 1", ko="a가 0이나 1로 반올림되는 먼 곳", weight=2
)
def test_logistic_gradient_saturated(student):
    x, w = np.array([50.0, -20.0, 1.5]), np.array([10.0, -15.0, 4.0])
    expect_gradient(student.logistic_gradient(x, 0.0, w, 1.0), (x, 1.0))
    expect_gradient(student.logistic_gradient(x, 1.0, -w, 1.0), (-x, -1.0))


@task(
    "A03.7",
    en="(n,) with (n, 1) or (1,) is refused, either way round",
    ko="(n,)과 (n, 1)이나 (1,)은 어느 순서로든 거부합니다",
    conduct=True,
)
def test_logistic_gradient_refuses_broadcasting(student, rng):
    x, y, w, b = sample(rng, 3, 1.0)
    for shape in ((3, 1), (1,)):
        count = shape[0]
        expect_error(ValueError, student.logistic_gradient, x, y, w[:count].reshape(shape), b)
        expect_error(ValueError, student.logistic_gradient, x[:count].reshape(shape), y, w, b)


@task("A03.7", en="the sample is left as it was", ko="샘플은 그대로 둡니다", conduct=True)
def test_logistic_gradient_leaves_sample(student, rng):
    expect_unchanged(student.logistic_gradient, *sample(rng, 4, 0.0))


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
