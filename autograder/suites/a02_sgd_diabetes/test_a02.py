"""Hidden suite of A02.

Most inputs are toy data with inputs of size 1 to 3: on the diabetes data x is so small and so well
centred that an error recomputed between two updates, or a formula without means, hardly shows. A
check makes at most 450 updates, so that a step may be answered by a stand-in.
"""

import numpy as np

from autograder.checks import (
    expect_close,
    expect_derivative,
    expect_error,
    expect_items,
    expect_keys,
    expect_numbers,
    expect_shape,
    expect_unchanged,
    task,
)


def samples(rng, m=7):
    """Return x, y, w, b: means far from zero, errors of both signs."""
    x, y = rng.normal(1.0, 1.5, m), rng.normal(-1.0, 3.0, m)
    return x, y, float(rng.normal()), float(rng.normal())


def expect_steps_along_slopes(step, x, y, w, b, rng):
    """Expect an update from one sample to go against the slopes of half its squared error."""

    def loss(w, b):
        return (w * x + b - y) ** 2 / 2

    def slopes(w, b):
        moved = [expect_numbers(new) for new in expect_items(step(w, b, 0.5), 2)]
        return [(old - new) / 0.5 for old, new in zip((w, b), moved, strict=True)]

    expect_derivative(loss, slopes, {"w": w, "b": b}, rng, right=loss)


# ---- A02.1 load_bmi_target


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


@task("A02.2", en="x = 3, negative error", ko="x = 3, 음의 오차", weight=2)
def test_sgd_step_negative_error(student):
    expect_close(student.sgd_step(3.0, 12.5, 2.0, 1.0, 0.1), (3.65, 1.55))


@task("A02.2", en="x = −2, positive error", ko="x = −2, 양의 오차", weight=2)
def test_sgd_step_positive_error(student):
    expect_close(student.sgd_step(-2.0, -7.5, 1.5, 0.5, 0.05), (2.0, 0.25))


@task("A02.2", en="random samples and rates", ko="무작위 샘플과 학습률", weight=3)
def test_sgd_step_random(student, reference, rng):
    for rate in (0.02, 0.7):
        x, y, w, b = samples(rng, 1)
        sample = float(x[0]), float(y[0]), w, b, rate
        expect_close(student.sgd_step(*sample), reference.sgd_step(*sample))


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


@task("A02.2", en="whole numbers", ko="정수")
def test_sgd_step_integers(student):
    expect_close(student.sgd_step(2, 9, 1, 1, 0.25), (4.0, 2.5))
    expect_close(student.sgd_step(np.int64(2), np.int64(9), 1, 1, 0.25), (4.0, 2.5))


# ---- A02.3 sgd_epoch


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


@task("A02.3", en="a single row", ko="행 하나")
def test_sgd_epoch_single_row(student):
    expect_close(student.sgd_epoch(np.array([2.0]), np.array([1.5]), 1.0, 0.5, 0.25), (0.5, 0.25))


@task("A02.3", en="whole numbers as data and start", ko="정수 데이터와 정수 시작값")
def test_sgd_epoch_integers(student, reference):
    data = np.array([1, -2, 3]), np.array([4, 1, -1]), 1, 0, 0.1
    expect_close(student.sgd_epoch(*data), reference.sgd_epoch(*data))


@task("A02.3", en="x and y are left as they were", ko="x와 y는 그대로 둡니다", conduct=True)
def test_sgd_epoch_leaves_data(student, rng):
    expect_unchanged(student.sgd_epoch, *samples(rng), 0.1)


# ---- A02.4 sgd_fit


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


@task(
    "A02.4", en="random rows and start, four epochs", ko="무작위 행과 시작값, 네 에포크", weight=3
)
def test_sgd_fit_random(student, reference, rng):
    data = samples(rng, 5)
    expect_close(student.sgd_fit(*data, 0.08, 4), reference.sgd_fit(*data, 0.08, 4))


@task("A02.4", en="points on a line: it is found", ko="직선 위의 점들: 그 직선을 찾습니다")
def test_sgd_fit_finds_the_line(student):
    x = np.array([-1.0, 0.5, 1.0, 2.0])
    fit = student.sgd_fit(x, 2 * x - 1, rate=0.2, epochs=100)
    expect_close(fit, {"w": 2.0, "b": -1.0, "updates": 400})


@task("A02.4", en="0 epochs: the start, and no history", ko="0에포크: 시작값과 빈 기록")
def test_sgd_fit_no_epochs(student, rng):
    x, y, w, b = samples(rng, 5)
    want = {"w": w, "b": b, "history": np.zeros((0, 2)), "updates": 0}
    expect_close(student.sgd_fit(x, y, w, b, 0.1, 0), want)


@task("A02.4", en="whole numbers as data and start", ko="정수 데이터와 정수 시작값")
def test_sgd_fit_integers(student, reference):
    data = np.array([1, -2, 3]), np.array([4, 1, -1]), 2, 0, 0.1, 2
    expect_close(student.sgd_fit(*data), reference.sgd_fit(*data))


@task("A02.4", en="the number of updates is an integer", ko="갱신 횟수는 정수입니다", conduct=True)
def test_sgd_fit_counts_updates(student, rng):
    fit = expect_keys(student.sgd_fit(*samples(rng, 3), 0.1, 2), "updates")
    expect_shape(fit["updates"], (), dtype=int)


@task("A02.4", en="x and y are left as they were", ko="x와 y는 그대로 둡니다", conduct=True)
def test_sgd_fit_leaves_data(student, rng):
    expect_unchanged(student.sgd_fit, *samples(rng), 0.1, 2)


# ---- A02.5 line_segment


@task("A02.5", en="the default ends, on the line of listing 1", ko="기본 끝점, 첫 번째 코드의 직선")
def test_line_segment_defaults(student):
    ends = student.line_segment(9.819118656205625, 151.355907135603)
    expect_close(ends, np.array([[-0.1, 150.37399526998243], [0.15, 152.82877493403385]]))


@task("A02.5", en="other ends", ko="다른 끝점", weight=2)
def test_line_segment_other_ends(student, rng):
    w, b, left, right = (float(value) for value in rng.normal(size=4))
    want = np.array([[left, w * left + b], [right, w * right + b]])
    expect_close(student.line_segment(w, b, left, right), want)


@task("A02.5", en="whole numbers as ends", ko="정수 끝점")
def test_line_segment_integers(student):
    expect_close(student.line_segment(0.5, 0.25, 1, 4), np.array([[1.0, 0.75], [4.0, 2.25]]))


# ---- A02.6 least_squares_line


@task("A02.6", en="the diabetes data", ko="당뇨병 데이터")
def test_least_squares_line_diabetes(student, reference):
    line = student.least_squares_line(*reference.load_bmi_target())
    expect_close(line, (949.4352603840387, 152.1334841628962))


@task("A02.6", en="random points, x not centred", ko="무작위 점, 평균이 0이 아닌 x", weight=3)
def test_least_squares_line_random(student, reference, rng):
    for m in (5, 13):
        x, y, _, _ = samples(rng, m)
        expect_close(student.least_squares_line(x, y), reference.least_squares_line(x, y))


@task("A02.6", en="two points: the line through both", ko="점 두 개: 두 점을 지나는 직선")
def test_least_squares_line_two_points(student):
    line = student.least_squares_line(np.array([1.5, 4.0]), np.array([3.0, -2.0]))
    expect_close(line, (-2.0, 6.0))


@task("A02.6", en="whole numbers", ko="정수")
def test_least_squares_line_integers(student, reference):
    x, y = np.array([1, 2, 6, 3]), np.array([1, 4, 4, -2])
    expect_close(student.least_squares_line(x, y), reference.least_squares_line(x, y))


@task("A02.6", en="the points are left as they were", ko="점은 그대로 둡니다", conduct=True)
def test_least_squares_line_leaves_points(student, rng):
    expect_unchanged(student.least_squares_line, rng.normal(size=5), rng.normal(size=5))


# ---- A02.7 mean_squared_error


@task("A02.7", en="errors 2, −3 and 0.5", ko="오차 2, −3, 0.5", weight=2)
def test_mean_squared_error_three(student):
    y_hat, y = np.array([3.0, -2.0, 4.5]), np.array([1.0, 1.0, 4.0])
    expect_close(student.mean_squared_error(y_hat, y), 53 / 12)


@task("A02.7", en="random predictions", ko="무작위 예측", weight=2)
def test_mean_squared_error_random(student, reference, rng):
    y_hat, y = rng.normal(1.0, 2.0, 11), rng.normal(-1.0, 3.0, 11)
    expect_close(student.mean_squared_error(y_hat, y), reference.mean_squared_error(y_hat, y))


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


@task("A02.7", en="whole numbers", ko="정수")
def test_mean_squared_error_integers(student):
    expect_close(student.mean_squared_error(np.array([1, 2, 7]), np.array([3, 1, 4])), 14 / 3)


@task(
    "A02.7",
    en="(m,) with (m, 1) or (1,) is refused",
    ko="(m,)과 (m, 1)이나 (1,)은 거부합니다",
    conduct=True,
)
def test_mean_squared_error_refuses_broadcasting(student, rng):
    y = rng.normal(size=4)
    for shape in ((4, 1), (1,)):
        expect_error(ValueError, student.mean_squared_error, rng.normal(size=shape), y)
    expect_error(ValueError, student.mean_squared_error, y, y.reshape(4, 1))


@task("A02.7", en="the arguments are left as they were", ko="인자는 그대로 둡니다", conduct=True)
def test_mean_squared_error_leaves_arguments(student, rng):
    expect_unchanged(student.mean_squared_error, rng.normal(size=5), rng.normal(size=5))
