"""Hidden suite of A01.

Inputs are the lesson's three points where a golden value exists and random ones elsewhere; errors of both signs and away from
2, where the half square and its derivative happen to agree.
"""

import numpy as np

from autograder.checks import (
    TIGHT,
    consistency,
    expect_close,
    expect_derivative,
    expect_error,
    expect_gradient,
    expect_items,
    expect_numbers,
    expect_shape,
    expect_unchanged,
    misshapen,
    promises,
    task,
)

TOY = np.array([1.0, 2.0, 3.0])


def samples(rng, m=7):
    """Return x, y, w, b with errors of both signs and no symmetry between them."""
    return (
        rng.normal(1.0, 2.0, m),
        rng.normal(-1.0, 3.0, m),
        float(rng.normal()),
        float(rng.normal()),
    )


def cost_of(module, x, y):
    """Return the mean cost as a function of w and b, by a module's own prediction and error."""

    def cost(w, b):
        return np.mean(expect_numbers(module.half_squared_error(module.predict(x, w, b), y)))

    return cost


# ---- A01.1 predict


@promises("A01.1", whole="x w b")
def test_predict_in_every_call(module, rng, m):
    x, _, w, b = samples(rng, m)
    return module.predict(x, w, b)


@task("A01.1", en="one number", ko="숫자 하나")
def test_predict_number(student):
    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)


@task("A01.1", en="an array of inputs", ko="입력 배열", weight=2)
def test_predict_array(student, reference, rng):
    x, _, w, b = samples(rng)
    expect_close(student.predict(x, w, b), reference.predict(x, w, b))


@task("A01.1", en="whole numbers as inputs", ko="정수 입력")
def test_predict_integers(student):
    expect_close(student.predict(np.array([1, 2, 3]), 0.5, 0.25), np.array([0.75, 1.25, 1.75]))


@task("A01.1", en="the inputs are left as they were", ko="입력은 그대로 둡니다", conduct=True)
def test_predict_leaves_inputs(student, rng):
    x, _, w, b = samples(rng)
    expect_unchanged(student.predict, x, w, b)


# ---- A01.2 half_squared_error


@task("A01.2", en="errors 2, 3 and −1.5", ko="오차 2, 3, −1.5", weight=2)
def test_half_squared_error_numbers(student):
    for error in (2.0, 3.0, -1.5):
        expect_close(student.half_squared_error(5.0 + error, 5.0), error**2 / 2)


@task("A01.2", en="arrays, entry by entry", ko="배열, 원소별", weight=2)
def test_half_squared_error_arrays(student, reference, rng):
    y_hat, y = rng.normal(size=(2, 5)), rng.normal(size=(2, 5))
    expect_close(student.half_squared_error(y_hat, y), reference.half_squared_error(y_hat, y))


@task("A01.2", en="an array with one number, on either side", ko="배열과 숫자 하나, 어느 쪽이든")
def test_half_squared_error_against_a_number(student, rng):
    values = rng.normal(size=4)
    expect_close(student.half_squared_error(values, 0.5), (values - 0.5) ** 2 / 2)
    expect_close(student.half_squared_error(0.5, values), (values - 0.5) ** 2 / 2)


@task("A01.2", en="whole numbers", ko="정수")
def test_half_squared_error_integers(student):
    y_hat, y = np.array([3, -1, 4]), np.array([0, 1, 3])
    expect_close(student.half_squared_error(y_hat, y), np.array([4.5, 2.0, 0.5]))


@task(
    "A01.2",
    en="(m,) with (m, 1) or (1,) is refused, either way round",
    ko="(m,)과 (m, 1)이나 (1,)은 어느 순서로든 거부합니다",
    conduct=True,
)
def test_half_squared_error_refuses_broadcasting(student, rng):
    y_hat = rng.normal(size=4)
    for shape in ((4, 1), (1,)):
        y = rng.normal(size=shape)
        expect_error(ValueError, student.half_squared_error, y_hat, y)
        expect_error(ValueError, student.half_squared_error, y, y_hat)


@task("A01.2", en="the arguments are left as they were", ko="인자는 그대로 둡니다", conduct=True)
def test_half_squared_error_leaves_arguments(student, rng):
    expect_unchanged(student.half_squared_error, rng.normal(size=5), rng.normal(size=5))


# ---- A01.3 chain_factors


@task("A01.3", en="one sample, error 3", ko="샘플 하나, 오차 3", weight=2)
def test_chain_factors_positive_error(student):
    expect_close(student.chain_factors(2.0, 4.0, 3.0, 1.0), (3.0, 2.0, 1.0))


@task("A01.3", en="one sample, negative error", ko="샘플 하나, 음의 오차", weight=2)
def test_chain_factors_negative_error(student):
    expect_close(student.chain_factors(3.0, 8.5, 2.0, 1.0), (-1.5, 3.0, 1.0))


@task(
    "A01.3",
    en="arrays: every factor has the shape of x",
    ko="배열: 모든 인수가 x와 같은 shape",
    weight=2,
)
def test_chain_factors_arrays(student, reference, rng):
    x, y, w, b = samples(rng)
    expect_close(student.chain_factors(x, y, w, b), reference.chain_factors(x, y, w, b))


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


@task("A01.3", en="whole numbers", ko="정수")
def test_chain_factors_integers(student):
    factors = student.chain_factors(np.array([1, 2, 4]), np.array([3, -1, 2]), 0.5, 0.25)
    expect_close(
        factors, (np.array([-2.25, 2.25, 0.25]), np.array([1.0, 2.0, 4.0]), np.array([1.0, 1, 1]))
    )


@task("A01.3", en="the samples are left as they were", ko="샘플은 그대로 둡니다", conduct=True)
def test_chain_factors_leaves_samples(student, rng):
    expect_unchanged(student.chain_factors, *samples(rng))


# ---- A01.4 gradient


@promises("A01.4", whole="x y w b", refused={"x": misshapen, "y": misshapen})
def test_gradient_in_every_call(module, rng, m):
    return module.gradient(*samples(rng, m))


@task("A01.4", en="one sample", ko="샘플 하나")
def test_gradient_one_sample(student):
    expect_close(student.gradient(2.0, 5.0, 3.0, 1.0), (4.0, 2.0))
    expect_close(student.gradient(np.array([3.0]), np.array([8.5]), 2.0, 1.0), (-4.5, -1.5))


@task("A01.4", en="the lesson's three points", ko="본문의 점 세 개")
def test_gradient_toy(student):
    expect_close(student.gradient(TOY, TOY, 0.5, 0.0), (-7 / 3, -1.0))


@task("A01.4", en="random samples, both signs of error", ko="무작위 샘플, 양·음의 오차", weight=2)
def test_gradient_random(student, reference, rng):
    data = samples(rng, m=11)
    expect_gradient(student.gradient(*data), reference.gradient(*data))


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


@task("A01.4", en="whole numbers as data", ko="정수 데이터")
def test_gradient_integers(student, reference):
    x, y = np.array([1, 2, 4]), np.array([3, -1, 2])
    expect_gradient(student.gradient(x, y, 0.5, 0.25), reference.gradient(x, y, 0.5, 0.25))


@task(
    "A01.4",
    en="(m,) with (m, 1), (1,) or a number is refused, either way round",
    ko="(m,)과 (m, 1), (1,), 숫자 하나는 어느 순서로든 거부합니다",
    conduct=True,
)
def test_gradient_refuses_broadcasting(student, rng):
    x, y, w, b = samples(rng, m=5)
    for other in (y.reshape(5, 1), y[:1], float(y[0])):
        expect_error(ValueError, student.gradient, x, other, w, b)
        expect_error(ValueError, student.gradient, other, x, w, b)


@task("A01.4", en="the samples are left as they were", ko="샘플은 그대로 둡니다", conduct=True)
def test_gradient_leaves_samples(student, rng):
    expect_unchanged(student.gradient, *samples(rng))


# ---- A01.5 numerical_gradient


def cubes(theta):
    return float(np.sum(np.asarray(theta, dtype=float) ** 3))


def mixed(theta):
    weights = np.arange(1.0, np.size(theta) + 1).reshape(np.shape(theta))
    return float(np.sum(weights * np.sin(theta)) + np.prod(np.asarray(theta) + 2.0))


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
    en="a function of a matrix whose entries interact",
    ko="원소끼리 얽힌 행렬의 함수",
    weight=2,
)
def test_numerical_gradient_matrix(student, reference, rng):
    theta = rng.uniform(-1.0, 1.0, (2, 3))
    expect_close(
        student.numerical_gradient(mixed, theta), reference.numerical_gradient(mixed, theta)
    )


@task(
    "A01.5",
    en="a large step: the formula's own error shows",
    ko="큰 h: 공식 자체의 오차가 드러납니다",
)
def test_numerical_gradient_step(student):
    theta = np.array([1.0, -2.0])
    expect_close(student.numerical_gradient(cubes, theta, 0.5), 3 * theta**2 + 0.25)


@task("A01.5", en="a large step where entries interact", ko="원소끼리 얽힌 함수에서 큰 h")
def test_numerical_gradient_large_step(student, reference, rng):
    theta = rng.uniform(-1.0, 1.0, (3, 2))
    want = reference.numerical_gradient(mixed, theta, 0.25)
    expect_close(student.numerical_gradient(mixed, theta, 0.25), want)


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


@task("A01.5", en="whole numbers are taken as floats", ko="정수는 실수로 다룹니다")
def test_numerical_gradient_integers(student):
    expect_close(
        student.numerical_gradient(cubes, np.array([1, -2, 3])), np.array([3.0, 12.0, 27.0])
    )


@task("A01.5", en="theta is left as it was", ko="theta는 그대로 둡니다", conduct=True)
def test_numerical_gradient_leaves_theta(student, rng):
    expect_unchanged(student.numerical_gradient, cubes, rng.normal(size=3))


# ---- A01.6 descend


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


@task("A01.6", en="w and b together, a few steps", ko="w와 b를 함께, 몇 걸음", weight=3)
def test_descend_together(student, reference, rng):
    x, y, w, b = samples(rng)
    arguments = (x, y, w, b, 0.1, 4, ("w", "b"))
    expect_close(student.descend(*arguments), reference.descend(*arguments))


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


@task("A01.6", en="whole numbers as start values", ko="정수 시작값")
def test_descend_integer_start(student, reference):
    arguments = (TOY, TOY, 0, 0, 0.01, 3, ("w", "b"))
    expect_close(student.descend(*arguments), reference.descend(*arguments))


@task("A01.6", en="three thousand steps", ko="3천 걸음")
def test_descend_many_steps(student, reference):
    arguments = (np.array([1.0, -2.0]), np.array([3.0, 1.0]), 0.5, 0.0, 0.01, 3000, ("w", "b"))
    path = expect_shape(student.descend(*arguments), (3001, 2))
    expect_close(path[::500], reference.descend(*arguments)[::500])


@task("A01.6", en="the samples are left as they were", ko="샘플은 그대로 둡니다", conduct=True)
def test_descend_leaves_samples(student, rng):
    expect_unchanged(student.descend, *samples(rng), 0.1, 2, ("w", "b"))


# ---- A01.7 critical_lr


@task("A01.7", en="the lesson's three points", ko="본문의 점 세 개")
def test_critical_lr_toy(student):
    expect_close(student.critical_lr(TOY), 3 / 7)


@task("A01.7", en="random inputs of both signs", ko="양·음이 섞인 무작위 입력", weight=2)
def test_critical_lr_random(student, reference, rng):
    x = rng.normal(1.0, 2.0, 5)
    expect_close(student.critical_lr(x), reference.critical_lr(x))


@task("A01.7", en="whole numbers", ko="정수")
def test_critical_lr_integers(student):
    expect_close(student.critical_lr(np.array([1, -3, 2])), 3 / 7)


@task("A01.7", en="the inputs are left as they were", ko="입력은 그대로 둡니다", conduct=True)
def test_critical_lr_leaves_inputs(student, rng):
    expect_unchanged(student.critical_lr, rng.normal(size=5))


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
