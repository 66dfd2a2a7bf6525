"""Hidden suite of A01.

Inputs are the lesson's three points where a golden value exists and random ones elsewhere; errors of both signs and away from
2, where the half square and its derivative happen to agree.
"""

import numpy as np

from autograder.checks import (
    TIGHT,
    Tolerance,
    consistency,
    expect_close,
    expect_derivative,
    expect_items,
    expect_numbers,
    expect_shape,
    misshapen,
    promises,
    task,
)

TOY = np.array([1.0, 2.0, 3.0])
LARGE = (1e10, -1e10)

# A single number may be a difference of larger ones, of which single precision keeps seven digits.
NUMBERS = Tolerance(relative=1e-5, of_rms=3e-6, absolute=1e-5)


def signed(rng, shape=None):
    """Return numbers of both signs, none of them near 0."""
    return rng.uniform(1.0, 2.5, shape) * rng.choice([-1.0, 1.0], shape)


def far(names):
    """Let each of some parameters be far larger than usual."""
    return dict.fromkeys(names.split(), (1e3,))


def samples(rng, m=7):
    """Return x, y, w, b with errors of both signs and no symmetry between them."""
    x, w, b = rng.normal(1.0, 2.0, m), float(signed(rng)), float(signed(rng))
    return x, w * x + b + rng.normal(2.0 * rng.choice([-1, 1]), 2.0, m), w, b


def cost_of(module, x, y):
    """Return the mean cost as a function of w and b, by a module's own prediction and error."""

    def cost(w, b):
        return np.mean(expect_numbers(module.half_squared_error(module.predict(x, w, b), y)))

    return cost


# ---- A01.1 predict


@promises("A01.1", whole="x w b", extremes={"x": LARGE, **far("w b")})
def test_predict_in_every_call(module, rng, m):
    x, _, w, b = samples(rng, m)
    return module.predict(x, w, b), module.predict(float(x[0]), w, b)


@task("A01.1", en="one number", ko="숫자 하나")
def test_predict_number(student):
    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)
    expect_close(student.predict(2.0, 0.5, -1.0), 0.0)


# ---- A01.2 half_squared_error


@promises(
    "A01.2", whole="y_hat y", extremes={"y_hat": (1e5, -1e5), "y": (1e5, -1e5)},
    refused={"y_hat": misshapen, "y": misshapen},
)  # fmt: skip
def test_half_squared_error_in_every_call(module, rng, m):
    y = rng.normal(0.0, 3.0, (m, 2))
    y_hat = y + signed(rng, (m, 2))
    first, last = float(y_hat[0, 0]), float(y[-1, 1])
    pairs = ((y_hat[:, 0], y[:, 0]), (y_hat, y), (y_hat, last), (first, y), (first, first + 1.5))
    return [module.half_squared_error(*pair) for pair in pairs]


@task("A01.2", en="errors 2, 3, −1.5 and 0", ko="오차 2, 3, −1.5, 0", weight=2)
def test_half_squared_error_numbers(student):
    for error in (2.0, 3.0, -1.5, 0.0):
        expect_close(student.half_squared_error(5.0 + error, 5.0), error**2 / 2)


# ---- A01.3 chain_factors


@promises("A01.3", whole="x y w b", extremes={"x": LARGE, **far("y w b")}, tol=NUMBERS)
def test_chain_factors_in_every_call(module, rng, m):
    x, y, w, b = samples(rng, m)
    one = module.chain_factors(float(x[0]), float(y[0]), w, b)
    return module.chain_factors(x, y, w, b), one


@task("A01.3", en="one sample, error 3", ko="샘플 하나, 오차 3", weight=2)
def test_chain_factors_positive_error(student):
    expect_close(student.chain_factors(2.0, 4.0, 3.0, 1.0), (3.0, 2.0, 1.0))


@task("A01.3", en="one sample, negative error", ko="샘플 하나, 음의 오차", weight=2)
def test_chain_factors_negative_error(student):
    expect_close(student.chain_factors(3.0, 8.5, 2.0, 1.0), (-1.5, 3.0, 1.0))


@task(
    "A01.3",
    en="each factor against small steps of your own error and prediction",
    ko="각 인수와, 본인의 오차와 예측값을 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_chain_factors_are_derivatives(student, reference, rng):
    x, y, w, b = samples(rng)
    upstream = rng.normal(size=7)
    factors = expect_items(student.chain_factors(x, y, w, b), 3)
    dJ_dyhat, dyhat_dw, dyhat_db = (upstream * expect_shape(one, (7,)) for one in factors)

    def error_of(module):
        return lambda y_hat: upstream @ expect_shape(module.half_squared_error(y_hat, y), (7,))

    def line_of(module):
        return lambda w, b: upstream @ expect_shape(module.predict(x, w, b), (7,))

    expect_derivative(
        error_of(student), lambda y_hat: dJ_dyhat, {"y_hat": w * x + b}, rng,
        right=error_of(reference),
    )  # fmt: skip
    expect_derivative(
        line_of(student), lambda w, b: (np.sum(dyhat_dw), np.sum(dyhat_db)), {"w": w, "b": b}, rng,
        right=line_of(reference),
    )  # fmt: skip


# ---- A01.4 gradient


def unlike(good):
    """Return arrays of other shapes, and a number."""
    return [*misshapen(good), float(good[0])]


@promises(
    "A01.4", whole="x y w b", extremes=far("x y w b"), refused={"x": unlike, "y": unlike}, kinds=False,
    tol=NUMBERS,
)  # fmt: skip
def test_gradient_in_every_call(module, rng, m):
    return module.gradient(*samples(rng, m))


@task("A01.4", en="one sample", ko="샘플 하나")
def test_gradient_one_sample(student):
    expect_close(student.gradient(2.0, 5.0, 3.0, 1.0), (4.0, 2.0))
    expect_close(student.gradient(2.0, 7.0, 3.0, 1.0), (0.0, 0.0))
    expect_close(student.gradient(np.array([3.0]), np.array([8.5]), 2.0, 1.0), (-4.5, -1.5))


@task("A01.4", en="the lesson's three points", ko="본문의 점 세 개")
def test_gradient_toy(student):
    expect_close(student.gradient(TOY, TOY, 0.5, 0.0), (-7 / 3, -1.0))


@task(
    "A01.4",
    en="both slopes against small steps of your own cost",
    ko="두 기울기와, 본인의 비용 함수에서 w와 b를 조금씩 움직여 잰 변화의 비교",
    weight=2,
)
def test_gradient_is_the_derivative(student, reference, rng):
    x, y, w, b = samples(rng)
    expect_derivative(
        cost_of(student, x, y), lambda w, b: student.gradient(x, y, w, b), {"w": w, "b": b}, rng,
        right=cost_of(reference, x, y),
    )  # fmt: skip


# ---- A01.5 numerical_gradient


def cubes(theta):
    return float(np.sum(np.asarray(theta, dtype=float) ** 3))


def mixed(theta):
    weights = np.arange(1.0, np.size(theta) + 1).reshape(np.shape(theta))
    return float(np.sum(weights * np.sin(theta)) + np.prod(np.asarray(theta) + 2.0))


def waves(theta):
    """Rise and fall within a few of the default steps, so that another step gives other slopes."""
    return float(np.sum(np.sin(1e5 * np.asarray(theta))))


@promises("A01.5", whole="theta", sizes=(1, 2, 3), float64=True)
def test_numerical_gradient_in_every_call(module, rng, m):
    theta, h = signed(rng, (m, 2)), float(rng.uniform(0.2, 0.5))
    return (
        module.numerical_gradient(waves, theta[:, 0]),
        module.numerical_gradient(mixed, theta, h),
        module.numerical_gradient(cubes, float(theta[0, 0]), h=1),
    )


@task("A01.5", en="a function of one number", ko="숫자 하나의 함수")
def test_numerical_gradient_number(student):
    expect_close(student.numerical_gradient(cubes, 1.5), 6.75, tol=TIGHT)


@task(
    "A01.5", en="a function of a vector, to eight digits", ko="벡터의 함수, 여덟 자리까지", weight=2
)
def test_numerical_gradient_vector(student, rng):
    theta = rng.uniform(0.5, 2.0, 5) * np.array([1, -1, 1, -1, 1])
    expect_close(student.numerical_gradient(cubes, theta), 3 * theta**2, tol=TIGHT)


@task(
    "A01.5",
    en="a large step: the formula's own error shows",
    ko="큰 h: 공식 자체의 오차가 드러납니다",
)
def test_numerical_gradient_step(student):
    theta = np.array([1.0, -2.0])
    expect_close(student.numerical_gradient(cubes, theta, 0.5), 3 * theta**2 + 0.25)


@task(
    "A01.5",
    en="small steps along random directions change the function as the slopes say",
    ko="무작위 방향으로 조금 움직일 때 함수의 변화가 기울기와 일치",
)
def test_numerical_gradient_along_directions(student, rng):
    expect_derivative(
        mixed, lambda theta: student.numerical_gradient(mixed, theta),
        {"theta": rng.uniform(-1.0, 1.0, (3, 2))}, rng, right=mixed,
    )  # fmt: skip


# ---- A01.6 descend


@promises("A01.6", whole="x y w0 b0 lr", extremes=far("x y w0 b0"))
def test_descend_in_every_call(module, rng, m):
    data, lr = samples(rng, m), float(rng.uniform(0.2, 0.4))
    return (
        module.descend(*data, lr, 4, ("w", "b")),
        module.descend(*data, lr, 1, train=("b",)),
        module.descend(*data, lr, 2),
    )


@task(
    "A01.6",
    en="b frozen, learning rates 0.01, 0.4 and 0.51",
    ko="b 고정, 학습률 0.01, 0.4, 0.51",
    weight=3,
)
def test_descend_w_alone(student):
    golden = {0.01: (0.523333333333, 0.689959957014), 0.4: (1.43333333333, 0.880466141972),
              0.51: (1.69, -11.5245135906)}  # fmt: skip
    for lr, (first, tenth) in golden.items():
        path = expect_shape(student.descend(TOY, TOY, 0.5, 0.0, lr, 10), (11, 2))
        expect_close(path[[0, 1, 10]], np.array([[0.5, 0.0], [first, 0.0], [tenth, 0.0]]))


@task("A01.6", en="w frozen, b trained", ko="w 고정, b 학습", weight=2)
def test_descend_b_alone(student):
    path = expect_shape(student.descend(TOY, TOY, 1.0, 1.0, 0.03, 100, ("b",)), (101, 2))
    expect_close(
        path[[1, 10, 100]], np.array([[1, 0.97], [1, 0.737424126895], [1, 0.0475525079254]])
    )


@task(
    "A01.6",
    en="a step goes against the slopes of your own cost, measured by small steps",
    ko="한 걸음의 방향과, 본인의 비용 함수를 조금씩 움직여 잰 기울기의 비교",
    weight=2,
)
def test_descend_follows_the_derivative(student, reference, rng):
    x, y, w, b = samples(rng)

    def slopes(w, b):
        path = expect_shape(student.descend(x, y, w, b, 0.5, 1, ("w", "b")), (2, 2))
        return list((path[0] - path[1]) / 0.5)

    expect_derivative(
        cost_of(student, x, y), slopes, {"w": w, "b": b}, rng, right=cost_of(reference, x, y)
    )


@task("A01.6", en="0 steps: only the start", ko="0걸음: 시작점만")
def test_descend_no_steps(student):
    expect_close(student.descend(TOY, TOY, 0.5, -0.25, 0.1, 0), np.array([[0.5, -0.25]]))


@task("A01.6", en="three thousand steps", ko="3천 걸음")
def test_descend_many_steps(student, reference):
    arguments = (np.array([1.0, -2.0]), np.array([3.0, 1.0]), 0.5, 0.0, 0.01, 3000, ("w", "b"))
    path = expect_shape(student.descend(*arguments), (3001, 2))
    expect_close(path[::500], reference.descend(*arguments)[::500])


# ---- A01.7 critical_lr


@promises("A01.7", extremes={"x": (1e3, -1e3, 1e-4)}, kinds=False)
def test_critical_lr_in_every_call(module, rng, m):
    return module.critical_lr(signed(rng, m))


@task("A01.7", en="the lesson's three points", ko="본문의 점 세 개")
def test_critical_lr_toy(student):
    expect_close(student.critical_lr(TOY), 3 / 7)


@task("A01.7", en="whole numbers", ko="정수")
def test_critical_lr_integers(student):
    expect_close(student.critical_lr(np.array([1, -3, 2])), 3 / 7)


# ---- consistency: run only where the gradient failed


@consistency(
    "A01.4",
    forward=("A01.1", "A01.2"),
    en="the gradient against the student's own cost",
    ko="본인이 작성한 비용 함수와 기울기의 비교",
)
def test_gradient_of_own_cost(student, rng):
    x, y = rng.normal(size=7), rng.normal(size=7)
    cost = cost_of(student, x, y)
    expect_derivative(cost, lambda w, b: student.gradient(x, y, w, b), {"w": 0.4, "b": -0.3}, rng)
