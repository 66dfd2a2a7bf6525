"""Hidden suite of A08.

The small net of the lesson (four samples, 3-2-1) gives golden values; elsewhere sizes are different primes, with several
output units, so that a wrong axis, divisor or transpose shows. Random starts are judged by their properties alone.
"""

import numpy as np

from autograder.checks import (
    EXACT,
    Tolerance,
    consistency,
    expect,
    expect_close,
    expect_derivative,
    expect_gradient,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_object,
    expect_shape,
    misshapen,
    promises,
    task,
)

X_NET = np.array([[1.0, 0.5, -1.0], [0.0, 2.0, 1.0], [-1.0, 1.0, 0.5], [2.0, -1.0, 0.0]])
Y_NET = np.array([[1.0], [0.0], [1.0], [0.0]])
A1_NET = np.array(
    [
        [0.6899744811276125, 0.33181222783183395],
        [0.5374298453437496, 0.7858349830425586],
        [0.5, 0.6899744811276125],
        [0.48750260351578967, 0.289050497374996],
    ]
)
A2_NET = np.array(
    [[0.6028926134504362], [0.48688623448209967], [0.49950510393609227], [0.5768880497353575]]
)
GRADS_NET = {
    "W1": np.array(
        [
            [0.05747742453501399, -0.0512236469389111],
            [-0.012188632223865514, 0.021149796148892747],
            [0.025098971238602656, -0.0232911239972784],
        ]
    ),
    "b1": np.array([[0.009642937660832778, -0.0010776592979902487]]),
    "W2": np.array([[0.004665052215604273], [0.01806705517134785]]),
    "b2": np.array([[0.0415430004009964]]),
}

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([[0.0], [1.0], [1.0], [0.0]])


def small_net():
    """Return the parameters of the net of the golden values, in arrays that nobody else holds."""
    return {
        "W1": np.array([[0.1, -0.2], [0.3, 0.4], [-0.5, 0.6]]),
        "b1": np.array([[0.05, -0.1]]),
        "W2": np.array([[0.7], [-0.8]]),
        "b2": np.array([[0.2]]),
    }


FAR = (1000.0, -1000.0, 0.0)


def network(rng, n, k, out, size=0.5):
    """Return parameters of a net with weights and biases of about that size, of both signs."""
    shapes = {"W1": (n, k), "b1": (1, k), "W2": (k, out), "b2": (1, out)}
    return {name: rng.normal(0.0, size, shape) for name, shape in shapes.items()}


def units(m):
    """Return how many output units a law asks for: one for one sample, two for two, three for seven."""
    return m % 4


def targets(rng, m, out):
    """Return targets in which both classes occur; those of two samples are integers."""
    Y = rng.permutation(np.resize([1.0, 0.0, 0.0], m * out)).reshape(m, out)
    return np.abs(Y - rng.integers(2)).astype(int if m == 2 else float)


def cache_of(params, X):
    """Return what the forward pass leaves in its cache."""
    Z1 = X @ params["W1"] + params["b1"]
    A1 = 1 / (1 + np.exp(-Z1))
    Z2 = A1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": 1 / (1 + np.exp(-Z2))}


# ---- A08.1 init_params


def entry(params, name):
    """Expect a dict with an entry of that name; return it."""
    return expect_keys(params, name)[name]


# Of random weights the names, shapes and kinds are promised of every call, and that what was returned stays.
@promises("A08.1", layouts=False, unchanged=False, tol=Tolerance(0.0, 0.0, np.inf))
def test_init_in_every_call(module, rng, n):
    one, other, third = (np.random.default_rng(rng.integers(2**32)) for _ in range(3))
    first, second = module.init_params(n, n + 3, one), module.init_params(n, n + 3, other)
    W1, again = (expect_shape(entry(params, "W1"), (n, n + 3)) for params in (first, second))
    expect(
        np.all(again != W1),
        en="another generator gives other weights",
        ko="다른 생성기는 다른 가중치를 냅니다",
    )
    return first, second, module.init_params(n + 1, n, third, n + 5)


def weights_of(params, n, k, out=1):
    """Expect weights of the promised names and shapes; return both."""
    shapes = {"W1": (n, k), "W2": (k, out)}
    return [expect_shape(entry(params, one), shape, dtype=float) for one, shape in shapes.items()]


@task("A08.1", en="names and shapes of the weights", ko="가중치의 이름과 shape")
def test_init_weights(student, rng):
    weights_of(student.init_params(3, 5, rng), 3, 5)
    weights_of(student.init_params(2, 7, rng, out=3), 2, 7, 3)


@task("A08.1", en="the biases are rows", ko="절편은 행입니다")
def test_init_bias_rows(student, rng):
    params = student.init_params(2, 7, rng, out=3)
    expect_shape(entry(params, "b1"), (1, 7), dtype=float)
    expect_shape(entry(params, "b2"), (1, 3), dtype=float)


@task("A08.1", en="the biases are zero", ko="절편은 0입니다")
def test_init_bias_zeros(student, rng):
    params = student.init_params(3, 5, rng)
    # Of whatever shape: that is what the check above is about.
    expect_close(entry(params, "b1"), np.zeros((1, 5)), tol=EXACT, shapes=[(5,), (5, 1)])
    expect_close(entry(params, "b2"), np.zeros((1, 1)), tol=EXACT, shapes=[(1,)])


def many_weights(student, rng):
    """Return two matrices of about 22,500 weights each; the checks allow five standard errors."""
    return weights_of(student.init_params(149, 151, rng, 150), 149, 151, 150)


@task("A08.1", en="the weights' mean is 0", ko="가중치의 평균은 0입니다")
def test_init_mean(student, rng):
    for weights in many_weights(student, rng):
        expect(
            abs(np.mean(weights)) < 0.034,
            en="the mean of the weights is near 0, as far as chance has it",
            ko="가중치의 평균이 우연의 범위에서 0에 가깝습니다",
        )


@task("A08.1", en="the weights' standard deviation is 1", ko="가중치의 표준편차는 1입니다")
def test_init_deviation(student, rng):
    for weights in weights_of(student.init_params(800, 500, rng, 40), 800, 500, 40):
        expect(
            abs(np.std(weights) - 1) < 5 / np.sqrt(2 * weights.size),
            en="the standard deviation of the weights is near 1, as far as chance has it",
            ko="가중치의 표준편차가 우연의 범위에서 1에 가깝습니다",
        )


@task(
    "A08.1",
    en="the weights are spread like a normal distribution, with a tail",
    ko="가중치의 분포는 꼬리가 있는 정규 분포입니다",
)
def test_init_tail(student, rng):
    for weights in many_weights(student, rng):
        # In units of their own deviation, whatever that is.
        far = np.abs(weights) / max(np.std(weights), 1e-9)
        expect(
            abs(np.mean(far > 2) - 0.0455) < 0.007 and abs(np.mean(far > 3) - 0.0027) < 0.0018,
            en="about 4.6 % of the weights lie further from 0 than twice their standard deviation, and about 0.27 % "
            "further than three times",
            ko="가중치의 약 4.6%가 0에서 표준편차의 두 배보다, 약 0.27%가 세 배보다 멀리 있습니다",
        )
        expect(
            len(np.unique(weights)) > 0.9 * weights.size,
            en="hardly any two weights are equal",
            ko="서로 같은 가중치가 거의 없습니다",
        )


@task(
    "A08.1",
    en="no two hidden units start alike",
    ko="은닉 유닛은 서로 다르게 시작합니다",
    weight=2,
)
def test_init_breaks_symmetry(student, rng):
    W1, W2 = weights_of(student.init_params(4, 6, rng, 6), 4, 6, 6)
    for weights in (W1, W2):
        # Distances between all pairs of columns and of rows.
        for lines in (weights.T, weights):
            distance = np.abs(lines[:, None] - lines[None, :]).max(axis=-1)
            expect(
                distance[~np.eye(len(lines), dtype=bool)].min() > 1e-6,
                en="no two rows and no two columns of a weight matrix are equal",
                ko="가중치 행렬에 서로 같은 행이나 서로 같은 열이 없습니다",
            )
    expect(
        np.abs(W1 - W2[:4]).max() > 1e-6,
        en="the two layers get different weights",
        ko="두 층의 가중치가 서로 다릅니다",
    )


def two_starts(student, *seeds):
    """Return the weights drawn with two generators, each in a row of its own."""
    return [
        np.concatenate([np.ravel(one) for one in weights_of(params, 3, 4)])
        for params in (student.init_params(3, 4, np.random.default_rng(seed)) for seed in seeds)
    ]


@task(
    "A08.1",
    en="generators in equal states give equal weights",
    ko="상태가 같은 생성기는 같은 가중치를 냅니다",
)
def test_init_repeats(student, rng):
    seed = rng.integers(2**32)
    first, again = two_starts(student, seed, seed)
    expect_close(again, first, tol=EXACT)


@task(
    "A08.1",
    en="different generators give different weights",
    ko="상태가 다른 생성기는 다른 가중치를 냅니다",
)
def test_init_follows_generator(student, rng):
    first, other = two_starts(student, *rng.integers(2**32, size=2))
    expect(
        np.abs(first - other).min() > 0,
        en="another generator gives other weights, every one of them",
        ko="다른 생성기를 쓰면 모든 가중치가 달라집니다",
    )


# ---- A08.2 forward


@promises("A08.2", whole="params X", extremes={"X": (*FAR, 23.0, -23.0)})
def test_forward_in_every_call(module, rng, m):
    params, X = network(rng, 3, 5, units(m)), rng.normal(size=(m, 3))
    # The means of the features and their negatives: where one hidden unit goes to 0, to 1e-10 at 23, another goes to 1.
    params["W1"][:, :2] = [1 / 3, -1 / 3]
    return module.forward(params, X)


@task(
    "A08.2",
    en="the net 3-2-1 of the lesson: both activations",
    ko="3-2-1 신경망: 두 층의 활성화 값",
    weight=2,
)
def test_forward_golden(student):
    expect_close(student.forward(small_net(), X_NET), {"A1": A1_NET, "A2": A2_NET})


@task(
    "A08.2", en="the whole cache, several output units", ko="캐시 전체, 출력 유닛 여러 개", weight=2
)
def test_forward_cache(student, reference, rng):
    params, X = network(rng, 3, 5, 2), rng.normal(size=(7, 3))
    expect_close(student.forward(params, X), reference.forward(params, X))


@task("A08.2", en="one sample, all other sizes equal", ko="샘플 하나, 나머지 크기는 모두 같음")
def test_forward_one_sample(student, reference, rng):
    params, X = network(rng, 3, 3, 3), rng.normal(size=(1, 3))
    expect_close(student.forward(params, X), reference.forward(params, X))


@task("A08.2", en="weighted sums of ±1000", ko="±1000인 가중합")
def test_forward_far_out(student):
    params = {"W1": np.array([[1.0, -1.0]]), "b1": np.zeros((1, 2)),
              "W2": np.array([[900.0], [-1000.0]]), "b2": np.zeros((1, 1))}  # fmt: skip
    X, signs = np.array([[1000.0], [-1000.0]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    want = {"Z1": X * [1, -1], "A1": signs, "Z2": [[900.0], [-1000.0]], "A2": [[1.0], [0.0]]}
    expect_close(student.forward(params, X), {key: np.array(one) for key, one in want.items()})


# ---- A08.3 output_delta


def misfits(array):
    """Return arrays of other shapes, on its side included."""
    return [*misshapen(array), array.T]


@promises("A08.3", refused={"A2": misfits, "Y": misfits})
def test_output_delta_in_every_call(module, rng, m):
    out = 1 if m % 2 else 3
    return module.output_delta(rng.uniform(0.01, 0.99, (m, out)), targets(rng, m, out))


@task("A08.3", en="three samples by hand", ko="손으로 계산한 샘플 세 개")
def test_output_delta_by_hand(student):
    A2, Y = np.array([[0.9], [0.2], [0.4]]), np.array([[1.0], [0.0], [1.0]])
    expect_gradient(student.output_delta(A2, Y), np.array([[-0.1], [0.2], [-0.6]]) / 3)


@task("A08.3", en="several output units", ko="출력 유닛 여러 개", weight=2)
def test_output_delta_units(student, reference, rng):
    A2, Y = rng.uniform(0.1, 0.9, (7, 3)), targets(rng, 7, 3)
    expect_gradient(student.output_delta(A2, Y), reference.output_delta(A2, Y))


@task(
    "A08.3",
    en="the gradient against small steps of the cross-entropy",
    ko="기울기와, Z2를 조금씩 움직여 잰 크로스 엔트로피의 변화의 비교",
    weight=2,
)
def test_output_delta_is_the_derivative(student, rng):
    Y = targets(rng, 7, 3)

    def loss(Z2):
        return np.sum(np.logaddexp(0, Z2) - Y * Z2) / 7

    def slopes(Z2):
        return student.output_delta(1 / (1 + np.exp(-Z2)), Y)

    expect_derivative(loss, slopes, {"Z2": rng.normal(size=(7, 3))}, rng, right=loss)


# ---- A08.4 output_grads


@promises("A08.4", whole="A1 dZ2", extremes={"A1": (0.0, 1.0), "dZ2": FAR})
def test_output_grads_in_every_call(module, rng, m):
    return module.output_grads(rng.uniform(0.1, 0.9, (m, 3)), rng.normal(size=(m, units(m))))


@task("A08.4", en="the net 3-2-1 of the lesson", ko="3-2-1 신경망")
def test_output_grads_golden(student):
    dZ2 = (A2_NET - Y_NET) / 4
    expect_gradient(student.output_grads(A1_NET, dZ2), (GRADS_NET["W2"], GRADS_NET["b2"]))


@task(
    "A08.4",
    en="random gradient, several output units",
    ko="무작위 기울기, 출력 유닛 여러 개",
    weight=2,
)
def test_output_grads_random(student, reference, rng):
    A1, dZ2 = rng.uniform(0.1, 0.9, (7, 5)), rng.normal(size=(7, 3))
    expect_gradient(student.output_grads(A1, dZ2), reference.output_grads(A1, dZ2))


def layer_loss(module, X, upstream, params):
    """Return a loss as a function of some of the parameters, or of X: a sum over the second layer's linear output."""

    def loss(**moved):
        inputs = moved.pop("X", X)
        cache = module.forward({**params, **moved}, inputs)
        return np.sum(upstream * expect_shape(expect_keys(cache, "Z2")["Z2"], upstream.shape))

    return loss


@task(
    "A08.4",
    en="the gradients against small steps of your own forward pass",
    ko="기울기와, 본인의 순전파에서 W2와 b2를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_output_grads_are_the_derivative(student, reference, rng):
    params, X, upstream = network(rng, 3, 5, 2), rng.normal(size=(7, 3)), rng.normal(size=(7, 2))
    A1 = reference.forward(params, X)["A1"]
    expect_derivative(
        layer_loss(student, X, upstream, params),
        lambda W2, b2: student.output_grads(A1, upstream),
        {name: params[name] for name in ("W2", "b2")}, rng,
        right=layer_loss(reference, X, upstream, params),
    )  # fmt: skip


@task("A08.4", en="all sizes equal", ko="크기가 모두 같을 때")
def test_output_grads_square(student, reference, rng):
    A1, dZ2 = rng.uniform(0.1, 0.9, (4, 4)), rng.normal(size=(4, 4))
    expect_gradient(student.output_grads(A1, dZ2), reference.output_grads(A1, dZ2))


# ---- A08.5 hidden_delta


@promises("A08.5", whole="dZ2 W2", extremes={"A1": (0.0, 1.0), "dZ2": FAR})
def test_hidden_delta_in_every_call(module, rng, m):
    dZ2, W2 = rng.normal(size=(m, units(m))), rng.normal(0.0, 0.5, (3, units(m)))
    return module.hidden_delta(dZ2, W2, rng.uniform(0.1, 0.9, (m, 3)))


@task("A08.5", en="one output unit", ko="출력 유닛 하나", weight=2)
def test_hidden_delta_one_output(student, reference, rng):
    arguments = rng.normal(size=(7, 1)), rng.normal(0.0, 0.5, (5, 1)), rng.uniform(0.1, 0.9, (7, 5))
    expect_gradient(student.hidden_delta(*arguments), reference.hidden_delta(*arguments))


@task("A08.5", en="several output units", ko="출력 유닛 여러 개", weight=2)
def test_hidden_delta_outputs(student, reference, rng):
    arguments = rng.normal(size=(7, 3)), rng.normal(0.0, 0.5, (5, 3)), rng.uniform(0.1, 0.9, (7, 5))
    expect_gradient(student.hidden_delta(*arguments), reference.hidden_delta(*arguments))


@task(
    "A08.5",
    en="the gradient against small steps of your own forward pass",
    ko="기울기와, 본인의 순전파에서 Z1을 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_hidden_delta_is_the_derivative(student, reference, rng):
    params, upstream = network(rng, 5, 5, 2), rng.normal(size=(7, 2))
    # Through a first layer that changes nothing, its linear output is what goes in.
    params |= {"W1": np.eye(5), "b1": np.zeros((1, 5))}

    def slopes(X):
        return student.hidden_delta(upstream, params["W2"], 1 / (1 + np.exp(-X)))

    expect_derivative(
        layer_loss(student, None, upstream, params), slopes, {"X": rng.normal(size=(7, 5))}, rng,
        right=layer_loss(reference, None, upstream, params),
    )  # fmt: skip


@task("A08.5", en="as many hidden units as output units", ko="은닉 유닛과 출력 유닛의 수가 같을 때")
def test_hidden_delta_square(student, reference, rng):
    arguments = rng.normal(size=(4, 4)), rng.normal(0.0, 0.5, (4, 4)), rng.uniform(0.1, 0.9, (4, 4))
    expect_gradient(student.hidden_delta(*arguments), reference.hidden_delta(*arguments))


@task(
    "A08.5",
    en="one sample by hand; units near 0, ½ and 1",
    ko="손으로 계산한 샘플 하나, 0, ½, 1에 가까운 유닛",
)
def test_hidden_delta_by_hand(student):
    dZ2, W2, A1 = np.array([[-2.0]]), np.array([[3.0], [-1.0], [0.5]]), np.array([[0.1, 0.5, 0.8]])
    expect_gradient(student.hidden_delta(dZ2, W2, A1), np.array([[-0.54, 0.5, -0.16]]))


# ---- A08.6 backward


def pass_of(rng, m, n, k, out):
    """Return params, cache, X, Y of one forward pass."""
    params, X = network(rng, n, k, out), rng.normal(size=(m, n))
    return params, cache_of(params, X), X, targets(rng, m, out)


@promises("A08.6")
def test_backward_in_every_call(module, rng, m):
    params, cache, X, Y = pass_of(rng, m, 3, 5, units(m))
    # Whole numbers, two samples of nothing but zeros, and the cache that belongs to them.
    some = {name: rng.integers(-2, 3, value.shape) for name, value in params.items()}
    few = rng.integers(-2, 3, X.shape) * (m != 2)
    return [
        module.backward(params, cache, X, Y),
        module.backward(some, cache_of(some, few), few, Y.astype(int)),
    ]


@task(
    "A08.6",
    en="the net 3-2-1 of the lesson: all four gradients",
    ko="3-2-1 신경망: 네 기울기 모두",
    weight=2,
)
def test_backward_golden(student):
    cache = cache_of(small_net(), X_NET)
    expect_gradient(student.backward(small_net(), cache, X_NET, Y_NET), GRADS_NET)


@task(
    "A08.6", en="random net, several output units", ko="무작위 신경망, 출력 유닛 여러 개", weight=2
)
def test_backward_random(student, reference, rng):
    arguments = pass_of(rng, 11, 3, 5, 2)
    expect_gradient(student.backward(*arguments), reference.backward(*arguments))


def cross_entropy_of(module, X, Y):
    """Return the mean cross-entropy as a function of the parameters, by a module's own forward pass."""

    def loss(**params):
        A2 = expect_shape(expect_keys(module.forward(params, X), "A2")["A2"], Y.shape)
        return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / len(Y)

    return loss


@task(
    "A08.6",
    en="all four gradients against small steps of your own forward pass",
    ko="네 기울기와, 본인의 순전파에서 매개변수를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_backward_is_the_derivative(student, reference, rng):
    params, cache, X, Y = pass_of(rng, 7, 3, 5, 2)

    def slopes(**params):
        made = expect_keys(student.backward(params, cache, X, Y), *params)
        return [made[name] for name in params]

    expect_derivative(
        cross_entropy_of(student, X, Y), slopes, params, rng,
        right=cross_entropy_of(reference, X, Y),
    )  # fmt: skip


@task("A08.6", en="all sizes equal", ko="크기가 모두 같을 때", weight=2)
def test_backward_square(student, reference, rng):
    arguments = pass_of(rng, 4, 4, 4, 4)
    expect_gradient(student.backward(*arguments), reference.backward(*arguments))


# ---- A08.7 TwoLayerNet.fit


def trained(module, params, X, Y, lr, epochs):
    """Return a new net after one call of fit."""
    net = module.TwoLayerNet(params)
    net.fit(X, Y, lr, epochs)
    return net


# Weights so small that even with whole numbers no output rounds to 0 or 1, where a loss may be clipped.
@promises("A08.7", whole="params X", sizes=(1, 2, 5))
def test_fit_in_every_call(module, rng, m):
    X, Y = rng.normal(size=(m, 2)), targets(rng, m, 1)
    net = module.TwoLayerNet(network(rng, 2, 3, 1, 0.07))
    yield
    net.fit(X, Y, 0.5, 2)
    yield
    return net.params, net.losses


@task(
    "A08.7",
    en="parameters after one epoch and after four",
    ko="한 에포크 뒤와 네 에포크 뒤의 매개변수",
    weight=3,
)
def test_fit_parameters(student, reference):
    for epochs in (1, 4):
        arguments = (small_net(), X_NET, Y_NET, 2.0, epochs)
        expect_close(trained(student, *arguments).params, trained(reference, *arguments).params)


@task("A08.7", en="the loss after each epoch", ko="에포크마다 잰 손실", weight=2)
def test_fit_losses(student, reference):
    arguments = (small_net(), X_NET, Y_NET, 2.0, 4)
    expect_close(trained(student, *arguments).losses, trained(reference, *arguments).losses)
    # A learning rate of 0 leaves the net of the golden values where it is.
    expect_close(trained(student, small_net(), X_NET, Y_NET, 0.0, 1).losses, [0.6818824546219322])


@task(
    "A08.7",
    en="an epoch goes against the slopes of the loss, by your own forward pass",
    ko="한 에포크의 방향과, 본인의 순전파로 계산한 손실을 조금씩 움직여 잰 기울기의 비교",
)
def test_fit_follows_the_derivative(student, reference, rng):
    X, Y = rng.normal(size=(7, 3)), targets(rng, 7, 1)

    def slopes(**params):
        learned = expect_keys(trained(student, params, X, Y, 0.5, 1).params, *params)
        return [
            (old - expect_shape(learned[name], old.shape)) / 0.5 for name, old in params.items()
        ]

    expect_derivative(
        cross_entropy_of(student, X, Y), slopes, network(rng, 3, 2, 1), rng,
        right=cross_entropy_of(reference, X, Y),
    )  # fmt: skip


@task("A08.7", en="another net and other data", ko="다른 신경망과 다른 데이터")
def test_fit_other(student, reference, rng):
    arguments = (network(rng, 2, 5, 1), rng.normal(size=(7, 2)), targets(rng, 7, 1), 1.5, 3)
    net, right = trained(student, *arguments), trained(reference, *arguments)
    expect_close((net.params, net.losses), (right.params, right.losses))


@task(
    "A08.7",
    en="a second call goes on, with a new list of losses",
    ko="두 번째 호출은 이어서 학습하고 손실 기록은 새로 시작합니다",
)
def test_fit_goes_on(student, reference):
    net, right = (
        trained(student, small_net(), X_NET, Y_NET, 2.0, 2),
        trained(reference, small_net(), X_NET, Y_NET, 2.0, 5),
    )
    net.fit(X_NET, Y_NET, 2.0, 3)
    expect_close(net.params, right.params)
    expect_close(net.losses, right.losses[2:])


@task(
    "A08.7",
    en="XOR from a good start, learning rate 5: solved after 50 epochs",
    ko="좋은 시작점, 학습률 5에서 XOR: 50에포크 뒤에 풀립니다",
    weight=2,
)
def test_fit_xor(student, reference):
    start = {
        "W1": np.array([[4.1, -5.1, 0.8, -1.1], [-0.9, -0.4, -4.0, -0.5]]),
        "b1": np.zeros((1, 4)),
        "W2": np.array([[-0.9], [3.3], [0.2], [-0.4]]),
        "b2": np.zeros((1, 1)),
    }
    net = trained(student, start, CORNERS, XOR, 5.0, 50)
    losses = expect_shape(net.losses, (50,))
    expect(losses[-1] < 0.1, en="the last loss is below 0.1", ko="마지막 손실이 0.1보다 작습니다")
    learned = expect_keys(net.params, *start)
    learned = {name: expect_shape(learned[name], value.shape) for name, value in start.items()}
    outputs = reference.forward(learned, CORNERS)["A2"]
    expect(
        np.array_equal(outputs >= 0.5, XOR == 1),
        en="the trained network gets all four corners right",
        ko="학습한 신경망이 네 꼭짓점을 모두 맞힙니다",
    )


@task(
    "A08.7",
    en="0 epochs: the start, and no losses",
    ko="0에포크: 시작값과 빈 손실 기록",
    conduct=True,
)
def test_fit_no_epochs(student):
    net = trained(student, small_net(), X_NET, Y_NET, 2.0, 0)
    expect_close(net.params, small_net())
    net.fit(X_NET, Y_NET, 2.0, 2)
    net.fit(X_NET, Y_NET, 2.0, 0)
    expect_close(net.losses, np.zeros(0))


@task(
    "A08.7",
    en="outputs that round to 0 and 1: the losses are finite",
    ko="0과 1로 반올림되는 출력: 손실은 유한합니다",
)
def test_fit_rounded_outputs(student):
    one, none = np.array([[1.0]]), np.array([[0.0]])
    start = {"W1": one, "b1": none, "W2": none, "b2": none}
    # One step makes W2 500: outputs 1 for 30 and one half for -30.
    X, Y = np.array([[30.0], [30.0], [30.0], [-30.0]]), np.array([[1.0], [1.0], [0.0], [0.0]])
    expect_close(trained(student, start, X[2:], Y[1:3], 2000.0, 1).losses, [np.log(2) / 2])
    wrong = trained(student, start, X, Y, 4000.0, 1).losses
    # Of one in four it is 500, exact, or 27.6, clipped.
    expect(
        3.0 < expect_shape(wrong, (1,))[0] < np.inf,
        en="where the output rounds to 1 and the target is 0, the loss is large and finite",
        ko="출력이 1로 반올림되고 정답이 0이면 손실은 크고 유한합니다",
    )


@task("A08.7", en="fit returns the net", ko="fit은 모델을 반환합니다", conduct=True)
def test_fit_returns_net(student):
    expect_object(student.TwoLayerNet(small_net()).fit(X_NET, Y_NET, 0.5, 2), "fit")


# ---- A08.8 collapse_linear


@promises("A08.8", whole="W1 b1 W2 b2", extremes={"W1": FAR, "b1": FAR})
def test_collapse_in_every_call(module, rng, n):
    p = network(rng, n, 3, units(n))
    return module.collapse_linear(p["W1"], p["b1"], p["W2"], p["b2"])


@task("A08.8", en="three different sizes", ko="서로 다른 세 크기", weight=2)
def test_collapse_sizes(student, reference, rng):
    p = network(rng, 3, 5, 2)
    layers = p["W1"], p["b1"], p["W2"], p["b2"]
    expect_close(student.collapse_linear(*layers), reference.collapse_linear(*layers))


@task("A08.8", en="all sizes equal", ko="크기가 모두 같을 때")
def test_collapse_square(student, reference, rng):
    p = network(rng, 3, 3, 3)
    layers = p["W1"], p["b1"], p["W2"], p["b2"]
    expect_close(student.collapse_linear(*layers), reference.collapse_linear(*layers))


@task(
    "A08.8", en="one layer does what the two did", ko="한 층이 두 층과 같은 일을 합니다", weight=2
)
def test_collapse_works(student, rng):
    p, X = network(rng, 2, 7, 3), rng.normal(size=(5, 2))
    single = student.collapse_linear(p["W1"], p["b1"], p["W2"], p["b2"])
    expect_close(single, (p["W1"] @ p["W2"], p["b1"] @ p["W2"] + p["b2"]))
    W, b = (expect_numbers(one) for one in expect_items(single, 2))
    expect_close(X @ W + b, (X @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])


# ---- consistency: run only where backpropagation failed


@consistency(
    "A08.6",
    forward=("A08.2",),
    en="the gradients against the student's own forward pass",
    ko="본인이 작성한 순전파와 기울기의 비교",
)
def test_backward_of_own_forward(student, rng):
    X, Y = rng.normal(size=(7, 3)), np.array([[0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0]]).T
    at = {
        "W1": 0.3 * rng.normal(size=(3, 2)),
        "b1": 0.3 * rng.normal(size=(1, 2)),
        "W2": 0.3 * rng.normal(size=(2, 1)),
        "b2": 0.3 * rng.normal(size=(1, 1)),
    }

    def loss(**params):
        a = expect_numbers(expect_keys(student.forward(params, X), "A2")["A2"])
        return -np.mean(Y * np.log(a) + (1 - Y) * np.log(1 - a))

    def slopes(**params):
        made = expect_keys(student.backward(params, student.forward(params, X), X, Y), *at)
        return [made[name] for name in at]

    expect_derivative(loss, slopes, at, rng)
