"""Hidden suite of A02.

Most inputs are toy data with inputs of size 1 to 3: on the diabetes data x is so small and so well
centred that an error recomputed between two updates, or a formula without means, hardly shows. A
check makes at most 450 updates, so that a step may be answered by a stand-in.
"""

import numpy as np

from autograder.checks import (
    Tolerance,
    expect_close,
    expect_derivative,
    expect_items,
    expect_numbers,
    expect_shape,
    misshapen,
    promises,
    task,
)

# A single number may be a difference of larger ones, of which single precision keeps seven digits.
NUMBERS = Tolerance(relative=1e-5, of_rms=3e-6, absolute=1e-5)


def signed(rng, shape=None):
    """Return numbers of both signs, none of them near 0."""
    return rng.uniform(1.0, 2.5, shape) * rng.choice([-1.0, 1.0], shape)


def far(names):
    """Let each of some parameters be far larger than usual."""
    return dict.fromkeys(names.split(), (1e3,))


def samples(rng, m=7):
    """Return x, y, w, b: means far from zero, errors of both signs."""
    x, y = rng.normal(1.0, 1.5, m), rng.normal(-1.0, 3.0, m)
    return x, y, float(signed(rng)), float(signed(rng))


def expect_steps_along_slopes(step, x, y, w, b, rng):
    """Expect an update from one sample to go against the slopes of half its squared error."""

    def loss(w, b):
        return (w * x + b - y) ** 2 / 2

    def slopes(w, b):
        moved = [expect_numbers(new) for new in expect_items(step(w, b, 0.5), 2)]
        return [(old - new) / 0.5 for old, new in zip((w, b), moved, strict=True)]

    expect_derivative(loss, slopes, {"w": w, "b": b}, rng, right=loss)


# ---- A02.1 load_bmi_target


@promises("A02.1", sizes=(1,), layouts=False, unchanged=False)
def test_load_bmi_target_in_every_call(module, rng, m):
    return module.load_bmi_target()


@task("A02.1", en="all 442 inputs and targets", ko="입력과 정답 442개 전체", weight=3)
def test_load_bmi_target_values(student, reference):
    expect_close(student.load_bmi_target(), reference.load_bmi_target())


@task(
    "A02.1",
    en="two arrays of floats, shape (442,)",
    ko="shape (442,)인 실수 배열 두 개",
    conduct=True,
)
def test_load_bmi_target_shapes(student):
    x, y = expect_items(student.load_bmi_target(), 2)
    expect_shape(x, (442,), dtype=float)
    expect_shape(y, (442,), dtype=float)


# ---- A02.2 sgd_step


@promises(
    "A02.2", whole="x_i y_i w b rate", extremes=far("x_i y_i w b"), layouts=False, unchanged=False, kinds=False,
    tol=NUMBERS,
)  # fmt: skip
def test_sgd_step_in_every_call(module, rng, m):
    x_i, y_i, w, b = (float(value) for value in signed(rng, 4))
    rate = float(rng.uniform(0.2, 0.8))
    on_the_line = module.sgd_step(x_i, x_i, 1.0, 0.0, rate)
    return module.sgd_step(x_i, y_i, w, b, rate), on_the_line


@task("A02.2", en="x = 3, negative error", ko="x = 3, 음의 오차", weight=2)
def test_sgd_step_negative_error(student):
    expect_close(student.sgd_step(3.0, 12.5, 2.0, 1.0, 0.1), (3.65, 1.55))


@task("A02.2", en="x = −2, positive error", ko="x = −2, 양의 오차", weight=2)
def test_sgd_step_positive_error(student):
    expect_close(student.sgd_step(-2.0, -7.5, 1.5, 0.5, 0.05), (2.0, 0.25))


@task(
    "A02.2",
    en="the step goes against the slopes of the loss, measured by small steps",
    ko="걸음의 방향과, w와 b를 조금씩 움직여 잰 손실의 기울기의 비교",
    weight=2,
)
def test_sgd_step_follows_the_derivative(student, rng):
    x, y, w, b = samples(rng, 1)
    x_i, y_i = float(x[0]), float(y[0])
    expect_steps_along_slopes(
        lambda w, b, rate: student.sgd_step(x_i, y_i, w, b, rate), x_i, y_i, w, b, rng
    )


@task(
    "A02.2",
    en="a large input: both updates use the same error",
    ko="큰 입력: 두 갱신에 같은 오차를 씁니다",
    weight=2,
)
def test_sgd_step_one_error(student):
    expect_close(student.sgd_step(40.0, -1.0, 0.25, -3.0, 0.001), (-0.07, -3.008))


# ---- A02.3 sgd_epoch


# A rate stays a fraction among large whole numbers: beyond 2**63 those would wrap around.
@promises(
    "A02.3", whole="x y w b", extremes={"x": (800.0,), **far("y w b")}, sizes=(1, 2, 6), kinds=False, tol=NUMBERS
)  # fmt: skip
def test_sgd_epoch_in_every_call(module, rng, m):
    x, y, w, b = samples(rng, m)
    whole_rate = module.sgd_epoch(x[:2], y[:2], w, b, 1)
    on_the_line = module.sgd_epoch(x, x, 1.0, 0.0, 0.1)
    return module.sgd_epoch(x, y, w, b, float(rng.uniform(0.1, 0.2))), whole_rate, on_the_line


@task("A02.3", en="the first three rows of the data", ko="데이터의 처음 세 행")
def test_sgd_epoch_three_rows(student, reference):
    x, y = reference.load_bmi_target()
    golden = (1.1163801184921376, 4.6022330185793585)
    expect_close(student.sgd_epoch(x[:3], y[:3], 1.0, 1.0, 0.01), golden)


@task("A02.3", en="all 442 rows, rate 0.01", ko="442개 행 전체, 학습률 0.01", weight=2)
def test_sgd_epoch_diabetes(student, reference):
    x, y = reference.load_bmi_target()
    expect_close(student.sgd_epoch(x, y, 1.0, 1.0, 0.01), (9.819118656205625, 151.355907135603))


@task("A02.3", en="all 442 rows, rate 1", ko="442개 행 전체, 학습률 1")
def test_sgd_epoch_diabetes_rate_one(student, reference):
    x, y = reference.load_bmi_target()
    expect_close(student.sgd_epoch(x, y, 1.0, 1.0, 1.0), (587.8654539985616, 99.4093556453094))


@task("A02.3", en="random rows, in the order given", ko="무작위 행, 주어진 순서대로", weight=3)
def test_sgd_epoch_random(student, reference, rng):
    data = samples(rng, 11)
    expect_close(student.sgd_epoch(*data, 0.1), reference.sgd_epoch(*data, 0.1))


@task(
    "A02.3",
    en="with one row, a step against the slopes of the loss, measured by small steps",
    ko="행이 하나일 때 걸음의 방향과, w와 b를 조금씩 움직여 잰 손실의 기울기의 비교",
)
def test_sgd_epoch_follows_the_derivative(student, rng):
    x, y, w, b = samples(rng, 1)
    expect_steps_along_slopes(
        lambda w, b, rate: student.sgd_epoch(x, y, w, b, rate),
        float(x[0]), float(y[0]), w, b, rng,
    )  # fmt: skip


# ---- A02.4 sgd_fit


@promises(
    "A02.4", whole="x y w b", extremes={"x": (800.0,), **far("y w b")}, sizes=(1, 2, 3), tol=NUMBERS
)
def test_sgd_fit_in_every_call(module, rng, m):
    x, y, w, b = samples(rng, m)
    return (
        module.sgd_fit(x, y, w, b, float(rng.uniform(0.1, 0.2)), 2),
        module.sgd_fit(x[:2], y[:2], w, b, rate=1),
        module.sgd_fit(x[:1], y[:1], epochs=7),
    )


@task(
    "A02.4",
    en="the defaults: one epoch of listing 1",
    ko="기본값: 첫 번째 코드의 한 에포크",
    weight=2,
)
def test_sgd_fit_defaults(student, reference):
    x, y = reference.load_bmi_target()
    w, b = 9.819118656205625, 151.355907135603
    want = {"w": w, "b": b, "history": np.array([[w, b]]), "updates": 442}
    expect_close(student.sgd_fit(x, y), want)


@task(
    "A02.4", en="three epochs at rate 1 over 100 rows", ko="학습률 1, 100개 행, 세 에포크", weight=2
)
def test_sgd_fit_rate_one(student, reference):
    x, y = (column[:100] for column in reference.load_bmi_target())
    want = reference.sgd_fit(x, y, rate=1.0, epochs=3)
    expect_close(student.sgd_fit(x, y, rate=1.0, epochs=3), want)


@task("A02.4", en="points on a line: it is found", ko="직선 위의 점들: 그 직선을 찾습니다")
def test_sgd_fit_finds_the_line(student):
    x = np.array([-1.0, 0.5, 1.0, 2.0])
    fit = student.sgd_fit(x, 2 * x - 1, rate=0.2, epochs=100)
    expect_close(fit, {"w": 2.0, "b": -1.0, "updates": 400})


@task("A02.4", en="0 epochs: the start, and no history", ko="0에포크: 시작값과 빈 기록")
def test_sgd_fit_no_epochs(student, rng):
    x, y, _, _ = samples(rng, 5)
    want = {"w": 0.0, "b": -0.25, "history": np.zeros((0, 2)), "updates": 0}
    expect_close(student.sgd_fit(x, y, 0.0, -0.25, 0.1, 0), want)


# ---- A02.5 line_segment


@promises(
    "A02.5",
    whole="w b x_left x_right",
    extremes=far("w b x_left x_right"),
    layouts=False,
    unchanged=False,
)
def test_line_segment_in_every_call(module, rng, m):
    w, b, left, right = (float(value) for value in signed(rng, 4))
    return (
        module.line_segment(w, b, left, right),
        module.line_segment(w, b, x_right=right),
        module.line_segment(w, b),
    )


@task("A02.5", en="the default ends, on the line of listing 1", ko="기본 끝점, 첫 번째 코드의 직선")
def test_line_segment_defaults(student):
    ends = student.line_segment(9.819118656205625, 151.355907135603)
    expect_close(ends, np.array([[-0.1, 150.37399526998243], [0.15, 152.82877493403385]]))


@task("A02.5", en="whole numbers as ends", ko="정수 끝점")
def test_line_segment_integers(student):
    expect_close(student.line_segment(0.5, 0.25, 1, 4), np.array([[1.0, 0.75], [4.0, 2.25]]))


# ---- A02.6 least_squares_line


@promises("A02.6", whole="y", sizes=(2, 3, 7), kinds=False, tol=NUMBERS)
def test_least_squares_line_in_every_call(module, rng, m):
    x = rng.permutation(np.cumsum(rng.uniform(0.6, 0.8, m))) - 1.0
    y = signed(rng) * x + 2.0 * signed(rng) + rng.normal(0.0, 0.3, m)
    return module.least_squares_line(x, y), module.least_squares_line(1e-4 * x, y)


@task("A02.6", en="the diabetes data", ko="당뇨병 데이터")
def test_least_squares_line_diabetes(student, reference):
    line = student.least_squares_line(*reference.load_bmi_target())
    expect_close(line, (949.4352603840387, 152.1334841628962))


@task("A02.6", en="two points: the line through both", ko="점 두 개: 두 점을 지나는 직선")
def test_least_squares_line_two_points(student):
    line = student.least_squares_line(np.array([1.5, 4.0]), np.array([3.0, -2.0]))
    expect_close(line, (-2.0, 6.0))


@task("A02.6", en="whole numbers", ko="정수")
def test_least_squares_line_integers(student, reference):
    x, y = np.array([1, 2, 6, 3]), np.array([1, 4, 4, -2])
    expect_close(student.least_squares_line(x, y), reference.least_squares_line(x, y))


# ---- A02.7 mean_squared_error


@promises(
    "A02.7", whole="y_hat y", extremes=far("y_hat y"), refused={"y_hat": misshapen, "y": misshapen}, kinds=False
)  # fmt: skip
def test_mean_squared_error_in_every_call(module, rng, m):
    y = rng.normal(-1.0, 3.0, m)
    y_hat = y + signed(rng, m)
    return module.mean_squared_error(y_hat, y), module.mean_squared_error(float(y_hat[0]), y)


@task("A02.7", en="errors 2, −3 and 0.5", ko="오차 2, −3, 0.5", weight=2)
def test_mean_squared_error_three(student):
    y_hat, y = np.array([3.0, -2.0, 4.5]), np.array([1.0, 1.0, 4.0])
    expect_close(student.mean_squared_error(y_hat, y), 53 / 12)


@task(
    "A02.7", en="one number for all: the mean of the targets", ko="모두에게 같은 예측: 정답의 평균"
)
def test_mean_squared_error_against_the_mean(student, reference):
    _, y = reference.load_bmi_target()
    expect_close(student.mean_squared_error(float(np.mean(y)), y), 5929.884896910383)


@task(
    "A02.7",
    en="the line after one epoch, and the best line",
    ko="한 에포크 뒤의 직선과 최적의 직선",
)
def test_mean_squared_error_of_two_lines(student, reference):
    x, y = reference.load_bmi_target()
    for w, b, mse in (
        (9.819118656205625, 151.355907135603, 5888.5238671405705),
        (949.4352603840387, 152.1334841628962, 3890.4565854612724),
    ):
        expect_close(student.mean_squared_error(w * x + b, y), mse)
