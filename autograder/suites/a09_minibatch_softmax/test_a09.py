"""Hidden suite of A09.

Goldens of the lecture where they tell right from wrong, random inputs elsewhere: non-square, sizes
prime, rows far apart, short last batches. Fitting is compared exactly for at most five steps with
batches in row order; what chance does is checked by its properties.
"""

import itertools

import numpy as np

from autograder.checks import (
    EXACT,
    GRADIENT,
    Tolerance,
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_object,
    expect_shape,
    misshapen,
    promises,
    task,
)

# A cost near 0 may have been clipped above at 1 - eps, or not: no one can tell to nine digits.
LOSS = Tolerance(relative=1e-5, of_rms=0.0, absolute=1e-9)

LOGITS = np.array([[0.3, -1.2, 0.8], [2.0, 0.0, -1.0]])
TARGETS = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])


def generator(rng):
    """Return a new generator, so that what it draws doesn't depend on what was drawn before."""
    return np.random.default_rng(int(rng.integers(2**32)))


def probabilities(rng, m, c):
    """Return rows that add up to 1, with no entry below 0.02."""
    return 0.02 + (1 - 0.02 * c) * rng.dirichlet(np.ones(c), m)


def short(Z):
    """Return numbers cut to multiples of 1/64: exact in single precision, even beside 1000."""
    return np.round(64 * Z) / 64


def unfit(Y):
    """Return targets that don't fit: of other shapes, or with rows that don't add up to 1 though the total may."""
    twice, never = np.ones((len(Y), 1)), np.ones((len(Y), 1))
    twice[0], twice[-1], never[-1] = 2.0, 0.0, 0.0
    return [Y * twice, Y * never, Y * 2, Y * (1 + 1e-5), *misshapen(Y)]


def outside(a):
    """Return probabilities of which the last is 0, 1 or beyond, and such numbers alone."""
    bad = [0.0, 1.0, -0.5, 1.5]
    return [np.append(np.ravel(a)[:-1], one).reshape(np.shape(a)) for one in bad] + bad


def labels_of(rng, m, c):
    """Return labels in which every class occurs."""
    return rng.permutation(np.arange(m) % c)


def one_hot_rows(labels, c):
    return np.eye(c)[labels]


# ---- A09.1 minibatches


def expect_sizes(batches, sizes, dtype=None):
    """Expect a list of one-dimensional arrays of the given lengths; return the arrays."""
    return [
        expect_shape(batch, (size,), dtype=dtype)
        for batch, size in zip(expect_items(batches, len(sizes)), sizes, strict=True)
    ]


@promises("A09.1", sizes=(1, 5, 12), layouts=False, unchanged=False, tol=EXACT)
def test_minibatches_in_every_call(module, rng, m):
    in_order = [module.minibatches(m, size) for size in (1, 3, m, m + 2)]
    shuffled = expect_items(module.minibatches(m, 3, generator(rng)), -(-m // 3))
    rows = [expect_shape(batch, (None,)) for batch in shuffled]
    return [*in_order, np.sort(np.concatenate(rows))]


@task("A09.1", en="in row order, a short last batch", ko="행 순서대로, 짧은 마지막 배치", weight=2)
def test_minibatches_in_order(student):
    want = [np.array([0, 1, 2]), np.array([3, 4, 5]), np.array([6])]
    expect_close(student.minibatches(7, 3), want, tol=EXACT)


@task("A09.1", en="364 rows in batches of five sizes", ko="364행을 다섯 가지 크기로", weight=2)
def test_minibatches_sizes(student):
    for size, count in {1: 364, 16: 23, 32: 12, 64: 6, 364: 1}.items():
        rows = np.arange(364)
        want = [rows[i * size : (i + 1) * size] for i in range(count)]
        expect_close(student.minibatches(364, size), want, tol=EXACT)


@task("A09.1", en="shuffled: each row exactly once", ko="섞어도 각 행은 정확히 한 번", weight=2)
def test_minibatches_shuffled(student, rng):
    batches = student.minibatches(53, 10, generator(rng))
    rows = np.concatenate(expect_sizes(batches, [10, 10, 10, 10, 10, 3]))
    expect_close(np.sort(rows), np.arange(53), tol=EXACT)
    neighbours = np.sum(np.abs(np.diff(rows)) == 1)
    # 52 pairs; a fair shuffle leaves about 2 of them neighbours.
    expect(
        neighbours < 20,
        en="few rows stay beside the row that was next to them",
        ko="원래 이웃이던 행이 섞은 뒤에도 이웃인 경우는 드뭅니다",
    )


@task(
    "A09.1",
    en="the generator decides: same state, same batches; another state, others",
    ko="난수 생성기가 정합니다. 상태가 같으면 같은 배치, 다르면 다른 배치",
)
def test_minibatches_repeatable(student, rng):
    seeds = rng.integers(2**32, size=2)
    first, again, other = (
        student.minibatches(31, 7, np.random.default_rng(int(seed)))
        for seed in (seeds[0], seeds[0], seeds[1])
    )
    first, again, other = (expect_sizes(one, [7, 7, 7, 7, 3]) for one in (first, again, other))
    expect_close(again, first, tol=EXACT)
    expect(
        not np.array_equal(np.concatenate(first), np.concatenate(other)),
        en="another generator gives another order",
        ko="다른 생성기는 다른 순서를 냅니다",
    )


@task("A09.1", en="every order comes up, across batches", ko="배치를 넘어 모든 순서가 나옵니다")
def test_minibatches_every_order(student, rng):
    # Of 90 fair shuffles one of the six orders is missing once in two million times.
    orders = set()
    for seed in rng.choice(2**31, size=90, replace=False):
        batches = expect_sizes(student.minibatches(3, 2, np.random.default_rng(int(seed))), [2, 1])
        orders.add(tuple(np.concatenate(batches).tolist()))
    expect(
        len(orders) == 6,
        en="all six orders of 0, 1, 2 come up in 90 shuffles",
        ko="90번 섞으면 0, 1, 2의 여섯 순서가 모두 나옵니다",
    )


# ---- A09.2 inverse_sigmoid


@promises("A09.2", sizes=(1, 2, 4, 7), extremes={"a": (1e-4, 0.9999)}, refused={"a": outside})
def test_inverse_sigmoid_in_every_call(module, rng, m):
    a = rng.uniform(0.05, 0.95, (m, 1 + m % 4))
    return [module.inverse_sigmoid(given) for given in (a, a[0], float(a[0, 0]))]


@task("A09.2", en="the lecture's two examples", ko="강의의 두 예", weight=2)
def test_inverse_sigmoid_examples(student):
    want = np.array([2.197224577336219, 1.3862943611198906, 0.8472978603872036])
    expect_close(student.inverse_sigmoid(np.array([0.9, 0.8, 0.7])), want)
    want = np.array([0.0, -1.3862943611198906, -2.1972245773362196])
    expect_close(student.inverse_sigmoid(np.array([0.5, 0.2, 0.1])), want)


@task("A09.2", en="undoes the sigmoid, on a matrix", ko="행렬에서 시그모이드를 되돌립니다")
def test_inverse_sigmoid_round_trip(student, rng):
    z = rng.normal(0.0, 2.0, (3, 5))
    expect_close(student.inverse_sigmoid(1 / (1 + np.exp(-z))), z)


# ---- A09.3 softmax


@promises("A09.3", whole="Z", sizes=(1, 2, 4, 7), extremes={"Z": (12.0, -12.0, 1000.0, -1000.0)})
def test_softmax_in_every_call(module, rng, m):
    shapes = [(m, 1 + m % 4), (m, 2), (m,)]
    return [module.softmax(rng.normal(0.0, 2.0, shape)) for shape in shapes]


@task("A09.3", en="the lecture's two examples, exactly", ko="강의의 두 예, 정확한 값", weight=2)
def test_softmax_examples(student):
    a = student.softmax(np.array([2.197224577336219, 1.3862943611198906, 0.8472978603872036]))
    expect_close(a, np.array([27, 12, 7]) / 46)
    b = student.softmax(np.array([0.0, -1.3862943611198906, -2.1972245773362196]))
    expect_close(b, np.array([36, 9, 4]) / 49)


@task("A09.3", en="as many rows as classes", ko="행 수와 클래스 수가 같을 때")
def test_softmax_square(student, reference, rng):
    Z = rng.normal(0.0, 2.0, (3, 3))
    expect_close(student.softmax(Z), reference.softmax(Z))


@task("A09.3", en="large logits", ko="큰 로짓", weight=2)
def test_softmax_large(student):
    want = np.array([0.09003057317038046, 0.24472847105479764, 0.6652409557748218])
    expect_close(student.softmax(np.array([1000.0, 1001.0, 1002.0])), want)
    expect_close(student.softmax(np.array([[-1002.0, -1001.0, -1000.0]])), want[None, :])
    expect_close(student.softmax(np.array([-1000.0, 1000.0, 0.0])), np.array([0.0, 1.0, 0.0]))


@task("A09.3", en="rows far apart from each other", ko="서로 멀리 떨어진 행", weight=2)
def test_softmax_rows_far_apart(student, reference, rng):
    Z = short(rng.normal(0.0, 1.0, (4, 3))) + np.array([[1000.0], [0.0], [-1000.0], [300.0]])
    expect_close(student.softmax(Z), reference.softmax(Z))


# ---- A09.4 one_hot


@promises(
    "A09.4",
    sizes=(1, 2, 40, 7),
    refused={
        "labels": lambda labels: [np.append(labels[:-1], bad) for bad in (7, 9, -1, -7)],
        "c": lambda c: [c - 1],
    },
    tol=EXACT,
)
def test_one_hot_in_every_call(module, rng, m):
    labels = rng.permutation(m)
    return [module.one_hot(labels, m), module.one_hot(rng.integers(0, 3, 9), m + 3)]


@task("A09.4", en="five labels, three classes", ko="레이블 다섯 개, 클래스 세 개", weight=2)
def test_one_hot(student):
    want = np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]])
    expect_close(student.one_hot(np.array([2, 0, 1, 0, 2]), 3), want, tol=EXACT)


@task("A09.4", en="the last classes don't occur", ko="마지막 클래스가 없는 레이블", weight=2)
def test_one_hot_missing_class(student):
    want = np.array([[0, 1, 0, 0, 0], [0, 1, 0, 0, 0], [1, 0, 0, 0, 0]])
    expect_close(student.one_hot(np.array([1, 1, 0]), 5), want, tol=EXACT)


@task("A09.4", en="the targets are floats", ko="타깃은 float입니다", conduct=True)
def test_one_hot_floats(student):
    expect_shape(student.one_hot(np.array([1, 0]), 3), (2, 3), dtype=float)


# ---- A09.5 cross_entropy


@promises("A09.5", sizes=(1, 2, 4, 7), refused={"A": misshapen, "Y": unfit}, tol=LOSS)
def test_cross_entropy_in_every_call(module, rng, m):
    c = 1 + m % 4
    A, Y = probabilities(rng, m, c), probabilities(rng, m, c)
    sure, eps = np.eye(c)[rng.integers(0, c, m)], float(rng.uniform(0.05, 0.1))
    whole = sure.astype(int)
    pairs = [(A, Y), (A, whole), (whole, Y), (sure, Y, eps), (A, sure, eps)]
    return [module.cross_entropy(*given) for given in pairs]


@task(
    "A09.5",
    en="the true class at 0.1, 0.5 and 0.9",
    ko="정답 클래스의 확률이 0.1, 0.5, 0.9",
    weight=2,
)
def test_cross_entropy_one_row(student):
    Y = np.array([[0.0, 1.0, 0.0]])
    for a, want in {
        0.1: 2.302585092994046,
        0.5: 0.6931471805599453,
        0.9: 0.10536051565782628,
    }.items():
        A = np.array([[0.7 * (1 - a), a, 0.3 * (1 - a)]])
        expect_close(student.cross_entropy(A, Y), want, tol=LOSS)


@task("A09.5", en="the mean of the lesson's two rows", ko="두 행의 평균", weight=2)
def test_cross_entropy_mean(student):
    powers = np.exp(LOGITS)
    A = powers / powers.sum(axis=1, keepdims=True)
    expect_close(student.cross_entropy(A, TARGETS), 0.36240146959913816, tol=LOSS)


@task("A09.5", en="all of 10 classes alike: log 10", ko="열 클래스가 모두 같으면 log 10")
def test_cross_entropy_uniform(student):
    Y = one_hot_rows(np.array([3, 9, 0]), 10)
    expect_close(student.cross_entropy(np.full((3, 10), 0.1), Y), np.log(10), tol=LOSS)


@task("A09.5", en="probabilities of exactly 0 and 1", ko="정확히 0과 1인 확률", weight=2)
def test_cross_entropy_saturated(student):
    sure = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    expect_close(student.cross_entropy(sure, sure), 0.0, tol=LOSS)
    expect_close(student.cross_entropy(sure, sure[::-1]), 12 * np.log(10), tol=LOSS)


@task("A09.5", en="a large eps clips, at both ends", ko="큰 eps는 양쪽 끝을 자릅니다")
def test_cross_entropy_eps(student):
    A, Y = np.array([[0.01, 0.99], [0.4, 0.6]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    want = -(np.log(0.05) + np.log(0.6)) / 2
    expect_close(student.cross_entropy(A, Y, 0.05), want, tol=LOSS)
    want = -(np.log(0.95) + np.log(0.6)) / 2
    expect_close(student.cross_entropy(A, 1 - np.array([[1, 0], [1, 0]]), 0.05), want, tol=LOSS)


# ---- A09.6 softmax_jacobian


@promises("A09.6", sizes=(1, 2, 7, 12))
def test_softmax_jacobian_in_every_call(module, rng, c):
    sure = np.eye(c)[int(rng.integers(c))]
    return [module.softmax_jacobian(probabilities(rng, 1, c)[0]), module.softmax_jacobian(sure)]


@task("A09.6", en="the lesson's three logits", ko="본문의 로짓 세 개", weight=2)
def test_softmax_jacobian_golden(student):
    a = np.exp(LOGITS[0]) / np.exp(LOGITS[0]).sum()
    want = [
        [0.22695901505032845, -0.027054177773260912, -0.19990483727706757],
        [-0.027054177773260912, 0.0716589761293388, -0.04460479835607789],
        [-0.19990483727706757, -0.04460479835607789, 0.24450963563314543],
    ]
    expect_close(student.softmax_jacobian(a), np.array(want))


@task(
    "A09.6",
    en="the slopes of softmax, measured by small steps",
    ko="작은 걸음으로 잰 소프트맥스의 기울기",
    weight=2,
)
def test_softmax_jacobian_numerical(student, reference, rng):
    upstream = rng.normal(size=5)

    def loss(module, z):
        return np.sum(expect_shape(module.softmax(z[None, :]), (1, 5)) * upstream)

    def gradient(z):
        a = reference.softmax(z[None, :])[0]
        return expect_shape(student.softmax_jacobian(a), (5, 5)).T @ upstream

    expect_derivative(
        lambda z: loss(student, z),
        gradient,
        {"z": rng.normal(size=5)},
        rng,
        right=lambda z: loss(reference, z),
    )


# ---- A09.7 softmax_ce_gradient


@promises(
    "A09.7",
    whole="Z",
    sizes=(1, 2, 4, 7),
    extremes={"Z": (1000.0, -1000.0, 12.0, -12.0)},
    refused={"Z": misshapen, "Y": unfit},
    tol=GRADIENT,
)
def test_softmax_ce_gradient_in_every_call(module, rng, m):
    # The right class is the likeliest, however Z is changed: elsewhere a clipped cross-entropy has another slope.
    c = 1 + m % 4
    Y = np.eye(c)[np.append(0, rng.integers(0, c, m - 1))]
    Z = 2 * Y + rng.uniform(-0.5, 0.5, (m, c))
    return [module.softmax_ce_gradient(Z, Y), module.softmax_ce_gradient(Z, Y.astype(int))]


@task(
    "A09.7",
    en="example A of the lecture, true class first",
    ko="강의의 예 A, 정답은 첫 클래스",
    weight=2,
)
def test_softmax_ce_gradient_example(student):
    Z = np.array([[2.197224577336219, 1.3862943611198906, 0.8472978603872036]])
    want = np.array([[-19, 12, 7]]) / 46
    expect_gradient(student.softmax_ce_gradient(Z, np.array([[1.0, 0.0, 0.0]])), want)


@task("A09.7", en="the lesson's two rows", ko="본문의 두 행", weight=2)
def test_softmax_ce_gradient_golden(student):
    want = [
        [0.17410371394186744, 0.0388477895742853, -0.21295150351615272],
        [-0.07810263275933027, 0.057097599692297246, 0.021005033067033024],
    ]
    expect_gradient(student.softmax_ce_gradient(LOGITS, TARGETS), np.array(want))


@task("A09.7", en="random rows, shared targets too", ko="무작위 행, 나누어 가진 타깃", weight=2)
def test_softmax_ce_gradient_random(student, reference, rng):
    Z = rng.normal(0.0, 1.5, (7, 5))
    for Y in (probabilities(rng, 7, 5), one_hot_rows(labels_of(rng, 7, 5), 5)):
        expect_gradient(student.softmax_ce_gradient(Z, Y), reference.softmax_ce_gradient(Z, Y))


@task(
    "A09.7",
    en="the slopes of softmax and cross-entropy, measured by small steps",
    ko="작은 걸음으로 잰 소프트맥스와 크로스 엔트로피의 기울기",
    weight=2,
)
def test_softmax_ce_gradient_numerical(student, reference, rng):
    Y = np.vstack([one_hot_rows(labels_of(rng, 3, 3), 3), probabilities(rng, 2, 3)])

    def loss(module, Z):
        return module.cross_entropy(module.softmax(Z), Y)

    expect_derivative(
        lambda Z: loss(student, Z),
        lambda Z: student.softmax_ce_gradient(Z, Y),
        {"Z": rng.normal(size=(5, 3))},
        rng,
        right=lambda Z: loss(reference, Z),
    )


@task("A09.7", en="large logits, far apart", ko="크고 서로 멀리 떨어진 로짓")
def test_softmax_ce_gradient_large(student, reference, rng):
    Z = short(rng.normal(0.0, 1.0, (3, 5))) + np.array([[1000.0], [-1000.0], [0.0]])
    Y = one_hot_rows(labels_of(rng, 3, 5), 5)
    expect_gradient(student.softmax_ce_gradient(Z, Y), reference.softmax_ce_gradient(Z, Y))
    # The likely class is the right one: elsewhere a clipped cross-entropy has another slope than an exact one.
    Z, Y = np.array([[-1000.0, 1000.0, 0.0], [0.5, 0.0, 0.25]]), np.eye(3)[[1, 2]]
    expect_gradient(student.softmax_ce_gradient(Z, Y), reference.softmax_ce_gradient(Z, Y))


# ---- A09.8 MultiClassNet


def network(rng, n, k, c):
    """Return start parameters of about 0.3; biases aren't zero, so that none can be forgotten."""
    return {
        "W1": rng.normal(0.0, 0.6, (n, k)),
        "b1": rng.normal(0.0, 0.3, (1, k)),
        "W2": rng.normal(0.0, 0.6, (k, c)),
        "b2": rng.normal(0.0, 0.3, (1, c)),
    }


def classes(rng, m, n, c):
    """Return inputs and one-hot targets in which every class occurs."""
    return rng.normal(size=(m, n)), one_hot_rows(labels_of(rng, m, c), c)


def expect_same_fit(student, reference, params, *arguments):
    """Expect parameters and losses to equal the reference's after the same training."""
    net, right = student.MultiClassNet(params), reference.MultiClassNet(params)
    net.fit(*arguments)
    right.fit(*arguments)
    expect_close(net.params, right.params)
    expect_close(net.losses, np.array(right.losses))


@promises("A09.8", sizes=(1, 2, 5), kinds=False, of="fit")
def test_fit_in_every_call(module, rng, m):
    params, (X, Y) = network(rng, 3, 2, 4), classes(rng, m, 3, 4)
    net = module.MultiClassNet(params)
    yield
    net.fit(2 * X, Y, 0.65, 2, 2)
    yield
    net.fit(2 * X, Y, 0.65, m, 1, generator(rng))
    return [net.params, net.losses]


@promises("A09.8", whole="X", sizes=(1, 2, 9), of="predict", tol=EXACT)
def test_predict_in_every_call(module, rng, m):
    # Columns of unlike units: what is rounded or clipped on the way changes the class.
    params, units = network(rng, 3, 5, 4), np.array([0.001, 1.0, 100.0])
    params |= {"W1": 3 * params["W1"] / units[:, None], "W2": 4 * params["W2"]}
    net = module.MultiClassNet(params)
    yield
    return net.predict(units * rng.normal(size=(m, 3)))


@task("A09.8", en="all rows in one batch, two steps", ko="전체를 배치 하나로, 두 걸음", weight=2)
def test_fit_full_batch(student, reference, rng):
    params, (X, Y) = network(rng, 3, 5, 4), classes(rng, 7, 3, 4)
    expect_same_fit(student, reference, params, X, Y, 0.7, 7, 2)


@task(
    "A09.8",
    en="two epochs in row order, a short last batch",
    ko="행 순서로 두 에포크, 짧은 마지막 배치",
    weight=3,
)
def test_fit_batches_in_order(student, reference, rng):
    params, (X, Y) = network(rng, 3, 5, 4), classes(rng, 11, 3, 4)
    expect_same_fit(student, reference, params, X, Y, 0.7, 8, 2)


@task("A09.8", en="batches of one row", ko="한 행짜리 배치")
def test_fit_single_rows(student, reference, rng):
    params, (X, Y) = network(rng, 2, 3, 5), classes(rng, 5, 2, 5)
    expect_same_fit(student, reference, params, X, Y, 0.7, 1, 1)


@task("A09.8", en="whole numbers as inputs and as start", ko="정수 입력과 정수 시작값")
def test_fit_integers(student, reference, rng):
    params = {name: np.rint(2 * value).astype(int) for name, value in network(rng, 3, 2, 3).items()}
    X, Y = rng.integers(-2, 3, (5, 3)), one_hot_rows(labels_of(rng, 5, 3), 3).astype(int)
    expect_same_fit(student, reference, params, X, Y, 0.5, 3, 1)


@task(
    "A09.8",
    en="a step goes along the slopes of the loss, measured by small steps",
    ko="한 걸음은 작은 걸음으로 잰 손실의 기울기를 따릅니다",
    weight=2,
)
def test_fit_numerical(student, reference, rng):
    (X, Y), lr = classes(rng, 5, 2, 3), 2.0

    def loss(module, **params):
        logits = reference.MultiClassNet(params).forward(X)[1]
        return module.cross_entropy(module.softmax(logits), Y)

    def gradient(**params):
        net = student.MultiClassNet(params)
        net.fit(X, Y, lr, len(X), 1)
        moved = expect_keys(net.params, *params)
        return [
            (params[name] - expect_shape(moved[name], params[name].shape)) / lr for name in params
        ]

    expect_derivative(
        lambda **at: loss(student, **at),
        gradient,
        network(rng, 2, 4, 3),
        rng,
        right=lambda **at: loss(reference, **at),
    )


@task(
    "A09.8",
    en="shuffling one batch of all rows changes nothing",
    ko="전체가 한 배치이면 섞어도 같습니다",
)
def test_fit_shuffled_full_batch(student, reference, rng):
    params, (X, Y) = network(rng, 3, 2, 5), classes(rng, 7, 3, 5)
    net, right = student.MultiClassNet(params), reference.MultiClassNet(params)
    net.fit(X, Y, 0.7, 7, 2, generator(rng))
    right.fit(X, Y, 0.7, 7, 2)
    expect_close(net.params, right.params)
    expect_close(net.losses, np.array(right.losses))


@task(
    "A09.8",
    en="every epoch takes each row once, in an order of its own",
    ko="에포크마다 새 순서로 모든 행을 한 번씩",
    weight=3,
)
def test_fit_shuffles(student, reference, rng):
    # Two epochs over three rows, one by one, can end in 36 ways. Which one it was tells the orders.
    params, X, Y = network(rng, 2, 3, 3), 2 * rng.normal(size=(3, 2)), np.eye(3)
    orders = list(itertools.permutations(range(3)))
    ends = {}
    for first, second in itertools.product(orders, orders):
        net = reference.MultiClassNet(params)
        for order in (list(first), list(second)):
            net.fit(X[order], Y[order], 2.0, 1, 1)
        ends[first, second] = net.params["W1"]
    seeds = [int(seed) for seed in rng.integers(2**32, size=6)]
    taken = []
    for seed in [*seeds, seeds[0]]:
        net = student.MultiClassNet(params)
        net.fit(X, Y, 2.0, 1, 2, np.random.default_rng(seed))
        W1 = expect_shape(expect_keys(net.params, "W1")["W1"], (2, 3))
        found = min(ends, key=lambda pair: np.abs(ends[pair] - W1).max())
        expect_close(W1, ends[found])
        taken.append(found)
    expect(
        taken[-1] == taken[0],
        en="a generator in the same state gives the same orders",
        ko="상태가 같은 생성기는 같은 순서를 냅니다",
    )
    expect(
        len(set(taken)) > 1,
        en="different generators give different orders",
        ko="서로 다른 생성기는 서로 다른 순서를 냅니다",
    )
    expect(
        any(first != second for first, second in taken),
        en="the second epoch draws an order of its own",
        ko="두 번째 에포크는 순서를 새로 뽑습니다",
    )


@task(
    "A09.8",
    en="a second call goes on from where the first ended",
    ko="두 번째 호출은 이어서 학습합니다",
)
def test_fit_goes_on(student, reference, rng):
    params, (X, Y) = network(rng, 3, 2, 3), classes(rng, 5, 3, 3)
    net, right = student.MultiClassNet(params), reference.MultiClassNet(params)
    for one in (net, right):
        one.fit(X, Y, 0.7, 3, 1)
        one.fit(X, Y, 0.7, 3, 1)
    expect_close(net.params, right.params)
    expect_close(net.losses, np.array(right.losses))


@task(
    "A09.8",
    en="predict names the most probable class",
    ko="predict는 가장 확률이 큰 클래스를 고릅니다",
    weight=2,
)
def test_predict(student, reference, rng):
    params = network(rng, 3, 5, 4)
    params["W2"] = 4 * params["W2"]
    X = 2 * rng.normal(size=(29, 3))
    want = reference.MultiClassNet(params).predict(X)
    expect_close(student.MultiClassNet(params).predict(X), want, tol=EXACT)
    expect_close(student.MultiClassNet(params).predict(X[:1]), want[:1], tol=EXACT)


@task("A09.8", en="predict where logits reach ±1000", ko="로짓이 ±1000일 때의 predict")
def test_predict_far_out(student):
    params = {"W1": np.array([[1.0, -1.0]]), "b1": np.zeros((1, 2)), "b2": np.zeros((1, 3)),
              "W2": np.array([[1000.0, 1200.0, -900.0], [-1200.0, -1100.0, -1000.0]])}  # fmt: skip
    predicted = student.MultiClassNet(params).predict(np.array([[900.0], [-900.0]]))
    expect_close(predicted, np.array([1, 2]), tol=EXACT)


@task(
    "A09.8",
    en="0 epochs: the start, and no losses",
    ko="0에포크: 시작값과 빈 손실 기록",
    conduct=True,
)
def test_fit_no_epochs(student, rng):
    params, (X, Y) = network(rng, 3, 2, 3), classes(rng, 5, 3, 3)
    net = student.MultiClassNet(params)
    net.fit(X, Y, 0.7, 3, 0)
    expect_close(net.params, params)
    net.fit(X, Y, 0.7, 3, 1)
    net.fit(X, Y, 0.7, 3, 0)
    expect_close(net.losses, np.zeros(0))


@task(
    "A09.8", en="learns to tell five digits apart", ko="다섯 숫자를 구별하도록 학습합니다", weight=2
)
def test_fit_digits(student, rng):
    from sklearn.datasets import load_digits

    X, labels = load_digits(n_class=5, return_X_y=True)
    order = rng.permutation(len(X))
    X, labels = X[order] / 16, labels[order]
    params = network(rng, 64, 20, 5)
    net = student.MultiClassNet({name: value / 2 for name, value in params.items()})
    net.fit(X[:600], one_hot_rows(labels[:600], 5), 1.0, 30, 2, generator(rng))
    predicted = expect_shape(net.predict(X[600:]), (len(X) - 600,))
    # The reference reads 86 to 98 % of them, over 60 seeds; guessing 20 %.
    expect(
        np.mean(predicted == labels[600:]) >= 0.75,
        en="at least 75 % of the digits that it has not seen are told right",
        ko="학습에 쓰지 않은 숫자의 75% 이상을 맞힙니다",
    )


@task("A09.8", en="fit returns the network", ko="fit은 신경망 자신을 반환합니다", conduct=True)
def test_fit_returns_itself(student, rng):
    X, Y = classes(rng, 5, 3, 3)
    net = student.MultiClassNet(network(rng, 3, 2, 3)).fit(X, Y, 0.1, 2, 2)
    expect_shape(expect_object(net, "losses").losses, (2,))


# ---- consistency: run only where the gradient failed


@consistency(
    "A09.7",
    forward=("A09.3", "A09.5"),
    en="the gradient against the student's own softmax and cross-entropy",
    ko="본인이 작성한 소프트맥스와 크로스 엔트로피를 기울기와 비교",
)
def test_gradient_of_own_cross_entropy(student, rng):
    Y = rng.dirichlet(np.ones(3), size=5)

    def loss(Z):
        return student.cross_entropy(student.softmax(Z), Y)

    def slope(Z):
        return student.softmax_ce_gradient(Z, Y)

    expect_derivative(loss, slope, {"Z": rng.normal(size=(5, 3))}, rng)
