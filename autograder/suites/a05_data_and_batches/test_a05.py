"""Hidden suite of A05.

Golden values of the lesson, random data elsewhere. Everything random is checked by its properties and by repeating it with an
equal generator, never by the values drawn.
"""

import math

import numpy as np

from autograder.checks import (
    EXACT,
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

APPLES = np.array([[4.0, 540.0], [8.0, 700.0], [2.0, 480.0]])
EXAMS = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])


def seeds(rng, count):
    """Return seeds from which equal generators can be made more than once."""
    return [int(seed) for seed in rng.choice(2**31, size=count, replace=False)]


def generator(rng):
    """Return another generator."""
    return np.random.default_rng(seeds(rng, 1)[0])


# ---- A05.1 half_mse


@promises("A05.1", whole="y_hat y", refused={"y_hat": misshapen, "y": misshapen})
def test_half_mse_in_every_call(module, rng, m):
    y_hat, y = rng.normal(size=(2, m, 3))
    pairs = (y_hat, y), (y_hat[:, :1], 30 * y[:, :1]), (y, y), (y_hat[:, 0], 0.6), (-1.7, y)
    return [module.half_mse(*pair) for pair in pairs]


@task("A05.1", en="the lesson's three errors: 7/12", ko="본문의 세 오차: 7/12", weight=2)
def test_half_mse_lesson(student):
    expect_close(student.half_mse(np.array([0.5, 1.0, 1.5]), np.array([1.0, 2.0, 3.0])), 7 / 12)


@task(
    "A05.1", en="random predictions, both signs of error", ko="무작위 예측, 양·음의 오차", weight=2
)
def test_half_mse_random(student, reference, rng):
    y_hat, y = rng.normal(0.0, 2.0, 11), rng.normal(0.5, 1.0, 11)
    expect_close(student.half_mse(y_hat, y), reference.half_mse(y_hat, y))


@task(
    "A05.1",
    en="two columns, and an array with one number, on either side",
    ko="열벡터 두 개, 그리고 어느 쪽이든 배열과 숫자 하나",
)
def test_half_mse_shapes(student, rng):
    y_hat, y = rng.normal(size=(5, 1)), rng.normal(size=(5, 1))
    expect_close(student.half_mse(y_hat, y), float(np.sum((y_hat - y) ** 2)) / 10)
    expect_close(student.half_mse(y_hat[:, 0], 0.5), float(np.sum((y_hat - 0.5) ** 2)) / 10)
    expect_close(student.half_mse(0.5, y_hat[:, 0]), float(np.sum((y_hat - 0.5) ** 2)) / 10)


@task(
    "A05.1",
    en="(m,) with (m, 1) or (1,) is refused, either way round",
    ko="(m,)과 (m, 1)이나 (1,)은 어느 순서로든 거부합니다",
    conduct=True,
)
def test_half_mse_refuses_broadcasting(student, rng):
    y_hat = rng.normal(size=5)
    for shape in ((5, 1), (1,)):
        y = rng.normal(size=shape)
        expect_error(ValueError, student.half_mse, y_hat, y)
        expect_error(ValueError, student.half_mse, y, y_hat)


# ---- A05.2 permuted_indices


@promises("A05.2", sizes=(40, 2, 7), layouts=False, unchanged=False, tol=EXACT)
def test_permuted_indices_in_every_call(module, rng, m):
    order = expect_shape(module.permuted_indices(m, generator(rng)), (m,))
    # Of one number there is one order, which can be compared as it is.
    return np.sort(order), module.permuted_indices(1, generator(rng))


@task("A05.2", en="each number exactly once", ko="모든 번호가 정확히 한 번씩", weight=2)
def test_permuted_indices_complete(student, rng):
    for m, seed in zip((1, 7, 40), seeds(rng, 3), strict=True):
        order = expect_shape(student.permuted_indices(m, np.random.default_rng(seed)), (m,))
        expect_close(np.sort(order), np.arange(m), tol=EXACT)


@task("A05.2", en="another generator, another order", ko="생성기가 다르면 순서도 다릅니다")
def test_permuted_indices_random(student, rng):
    first, second = (
        expect_shape(student.permuted_indices(40, np.random.default_rng(seed)), (40,))
        for seed in seeds(rng, 2)
    )
    expect(
        not np.array_equal(first, second),
        en="two different generators give two different orders",
        ko="서로 다른 생성기 두 개는 서로 다른 순서를 냅니다",
    )
    expect(
        # Of fair orders one in ten million has ten numbers in place, or ten that follow their predecessor.
        np.sum(first == np.arange(40)) < 10 and np.sum(np.diff(first) == 1) < 10,
        en="hardly any number stays in its place, or right behind the number before it",
        ko="제자리에 있거나 바로 앞 번호 뒤에 있는 번호가 거의 없습니다",
    )


@task("A05.2", en="an equal generator, the same order", ko="같은 상태의 생성기이면 순서도 같습니다")
def test_permuted_indices_repeatable(student, rng):
    (seed,) = seeds(rng, 1)
    first = expect_shape(student.permuted_indices(40, np.random.default_rng(seed)), (40,))
    expect_close(student.permuted_indices(40, np.random.default_rng(seed)), first, tol=EXACT)
    expect(
        len(np.unique(first)) == 40, en="no number comes twice", ko="두 번 나오는 번호가 없습니다"
    )


@task("A05.2", en="every order comes up", ko="모든 순서가 나옵니다", weight=2)
def test_permuted_indices_every_order(student, rng):
    # Of 90 fair draws one of the six orders is missing once in two million times.
    orders = {
        tuple(expect_shape(student.permuted_indices(3, np.random.default_rng(seed)), (3,)).tolist())
        for seed in seeds(rng, 90)
    }
    expect(
        len(orders) == 6,
        en="all six orders of 0, 1, 2 come up in 90 draws",
        ko="90번 뽑으면 0, 1, 2의 여섯 순서가 모두 나옵니다",
    )


@task("A05.2", en="the numbers are integers", ko="번호는 정수입니다", conduct=True)
def test_permuted_indices_integers(student, rng):
    (seed,) = seeds(rng, 1)
    expect_shape(student.permuted_indices(5, np.random.default_rng(seed)), (5,), dtype=int)


# ---- A05.3 three_way_split


def table(y):
    """Return rows that know their number, so that each can be found again."""
    return np.column_stack([np.arange(len(y)), 10.0 + np.arange(len(y))])


def sizes_of(m, val, test):
    """Return the sizes of training, validation and test set."""
    n_test = math.ceil(test * m)
    n_val = math.ceil(val * (m - n_test))
    return m - n_test - n_val, n_val, n_test


def expect_six(parts, sizes, n=2):
    """Expect three tables and three vectors of labels of the given sizes; return them as arrays."""
    items = expect_items(parts, 6)
    tables = [expect_rows(part, (size, n)) for part, size in zip(items[:3], sizes, strict=True)]
    labels = [expect_shape(part, (size,)) for part, size in zip(items[3:], sizes, strict=True)]
    return tables + labels


def expect_rows(part, shape):
    """Expect a table of a shape; without rows it may be without columns."""
    if not shape[0] and not expect_numbers(part).size:
        return np.zeros(shape)
    return expect_shape(part, shape)


def expect_quotas(held, pool, classes=3):
    """Expect each class's number of rows among the held-out labels to be within 1 of its quota of the pool."""
    for label in range(classes):
        quota = len(held) * np.mean(pool == label)
        expect(
            abs(np.sum(held == label) - quota) <= 1 + 1e-9,
            en="every class has its share of the rows held out, within one row",
            ko="떼어 둔 세트의 클래스 비율이 모두 한 행 이내로 맞습니다",
        )


def other_lengths(rows):
    """Return rows or labels, fewer and more of them."""
    return [rows[:1], rows[:-1], np.concatenate([rows, rows[:1]])]


@promises("A05.3", sizes=(3, 8, 23), whole="X", refused={"X": other_lengths, "y": other_lengths})
def test_split_in_every_call(module, rng, m):
    X, y = rng.normal(size=(m, 2)), rng.permutation((np.arange(m) > 3).astype(int))
    tables = []
    for val, test, how in ((0.3, 0.2, ()), (0.0, 0.3, (True,)), (0.3, 0.0, (False,))):
        parts = module.three_way_split(X, y, val, test, generator(rng), *how)
        parts = expect_six(parts, sizes_of(m, val, test))
        rows = np.column_stack([np.concatenate(parts[:3]), np.concatenate(parts[3:])])
        tables.append(rows[np.lexsort(rows.T)])
    # Rows that are all alike can be compared as they come.
    alike = np.zeros((m, 2)), np.full(m, 0.5)
    return *tables, module.three_way_split(*alike, 0.3, 0.2, generator(rng), stratify=False)


@task(
    "A05.3",
    en="569 rows become 364, 91 and 114",
    ko="569행이 364, 91, 114행으로 나뉩니다",
    weight=2,
)
def test_split_sizes(student, rng):
    y = (np.arange(569) < 357).astype(int)
    (seed,) = seeds(rng, 1)
    parts = student.three_way_split(table(y), y, 0.2, 0.2, np.random.default_rng(seed))
    expect_six(parts, (364, 91, 114))


@task(
    "A05.3",
    en="different fractions, sizes that don't divide",
    ko="서로 다른 비율, 나누어떨어지지 않는 크기",
)
def test_split_other_sizes(student, rng):
    for m, val, test in ((47, 0.15, 0.3), (23, 0.3, 0.1), (11, 0.5, 0.25)):
        y = np.arange(m) % 2
        for stratify in (True, False):
            parts = student.three_way_split(
                table(y), y, val, test, generator(rng), stratify=stratify
            )
            expect_six(parts, sizes_of(m, val, test))


@task(
    "A05.3",
    en="each row once, with its own label",
    ko="모든 행이 한 번씩, 자기 레이블과 함께",
    weight=2,
)
def test_split_disjoint_and_paired(student, rng):
    y = rng.permutation(np.repeat([0, 1, 2], [20, 15, 12]))
    X = table(y)
    for stratify in (True, False):
        parts = student.three_way_split(X, y, 0.25, 0.2, generator(rng), stratify)
        parts = expect_six(parts, (27, 10, 10))
        rows, labels = np.concatenate(parts[:3]), np.concatenate(parts[3:])
        order = np.argsort(rows[:, 0])
        expect_close(rows[order], X, tol=EXACT)
        expect_close(labels[order], y, tol=EXACT)


@task(
    "A05.3",
    en="stratified: each class's share within one row",
    ko="층화 분할: 클래스별 비율이 한 행 이내",
    weight=3,
)
def test_split_stratified(student, rng):
    y = rng.permutation(np.repeat([0, 1, 2], [131, 57, 15]))
    for seed in seeds(rng, 4):
        parts = student.three_way_split(table(y), y, 0.3, 0.25, np.random.default_rng(seed))
        parts = expect_six(parts, (106, 46, 51))
        rest = np.concatenate([parts[3], parts[4]])
        expect_quotas(parts[5], y)
        expect_quotas(parts[4], rest)


@task(
    "A05.3",
    en="stratify=False draws without a look at the labels",
    ko="stratify=False는 레이블을 보지 않고 뽑습니다",
    weight=2,
)
def test_split_not_stratified(student, rng):
    y = np.repeat([0.0, 1.0], 200)
    strays = 0
    for seed in seeds(rng, 6):
        draw = np.random.default_rng(seed)
        parts = student.three_way_split(table(y), y, 0.3, 0.3, draw, stratify=False)
        parts = expect_six(parts, (196, 84, 120))
        rest = np.concatenate([parts[3], parts[4]])
        strays += abs(np.sum(parts[5]) - 60) > 1
        strays += abs(np.sum(parts[4]) - 84 * np.mean(rest)) > 1
        expect(
            0.3 < np.mean(parts[5]) < 0.7 and 0.25 < np.mean(parts[4]) < 0.75,
            en="both classes come up about as often as among all rows, give or take what chance does",
            ko="두 클래스가 전체와 비슷한 비율로 뽑힙니다(우연에 따른 차이는 있습니다)",
        )
    expect(
        strays > 0,
        en="over six draws, the shares of the classes vary as chance has it",
        ko="여섯 번 뽑으면 클래스 비율이 우연에 따라 달라집니다",
    )


@task(
    "A05.3",
    en="labels that are no classes, with stratify=False",
    ko="stratify=False이면 클래스가 아닌 레이블도 받습니다",
)
def test_split_any_targets(student, rng):
    y = rng.normal(size=23)
    parts = student.three_way_split(table(y), y, 0.3, 0.2, generator(rng), stratify=False)
    parts = expect_six(parts, (12, 6, 5))
    expect_close(parts[5], y[parts[2][:, 0].astype(int)])


@task(
    "A05.3",
    en="equal generators split alike, others differently",
    ko="같은 상태의 생성기는 같게, 다른 생성기는 다르게 나눕니다",
    weight=2,
)
def test_split_random(student, rng):
    y = np.arange(60) % 2
    for stratify in (True, False):
        first, second = seeds(rng, 2)
        once, again, other = (
            student.three_way_split(table(y), y, 0.25, 0.2, np.random.default_rng(seed), stratify)
            for seed in (first, first, second)
        )
        once, again, other = (expect_six(parts, (36, 12, 12)) for parts in (once, again, other))
        expect_close(again, tuple(once), tol=EXACT)
        for place in (1, 2):
            expect(
                set(once[place][:, 0]) != set(other[place][:, 0]),
                en="another generator holds out other rows",
                ko="다른 생성기는 다른 행을 떼어 둡니다",
            )


@task("A05.3", en="a fraction of 0 leaves a set empty", ko="비율이 0이면 빈 세트가 됩니다")
def test_split_empty_sets(student, rng):
    y = np.arange(13) % 3
    for val, test, sizes in ((0.0, 0.25, (9, 0, 4)), (0.25, 0.0, (9, 4, 0))):
        for stratify in (True, False):
            parts = student.three_way_split(table(y), y, val, test, generator(rng), stratify)
            expect_six(parts, sizes)


# ---- A05.4 Standardizer.fit


@promises("A05.4", whole="X")
def test_fit_in_every_call(module, rng, m):
    scaler = module.Standardizer()
    varied = rng.normal(2.0, 3.0, (m, 3)) * [1.0, 0.1, 5.0]
    scaler.fit(np.column_stack([varied, np.full((m, 2), [0.1, 0.0])]))
    yield
    return scaler.mean_, scaler.std_


@task("A05.4", en="three apples", ko="사과 세 개", weight=2)
def test_fit_apples(student):
    scaler = student.Standardizer()
    scaler.fit(APPLES)
    expect_close(scaler.mean_, np.array([14 / 3, 1720 / 3]))
    expect_close(scaler.std_, np.array([2.494438257849294, 92.85592184789412]))


@task(
    "A05.4",
    en="random features, as many rows as features",
    ko="무작위 특성, 행과 특성의 개수가 같을 때",
    weight=2,
)
def test_fit_random(student, reference, rng):
    for m, n in ((7, 3), (5, 5)):
        X = rng.normal(2.0, 3.0, (m, n)) * rng.uniform(0.1, 10.0, n)
        scaler, right = student.Standardizer(), reference.Standardizer().fit(X)
        scaler.fit(X)
        expect_close(scaler.mean_, right.mean_)
        expect_close(scaler.std_, right.std_)


@task("A05.4", en="a feature of nothing but 0.1", ko="모두 0.1인 특성")
def test_fit_constant_fraction(student):
    # The deviation of seven times 0.1 comes out as 1.4e-17 and not as 0.
    scaler = student.Standardizer()
    scaler.fit(np.column_stack([np.full(7, 0.1), np.arange(7.0)]))
    expect_close(scaler.mean_, np.array([0.1, 3.0]))
    expect_close(scaler.std_, np.array([1.0, 2.0]))


@task(
    "A05.4",
    en="a feature that never varies gets deviation 1",
    ko="값이 모두 같은 특성의 표준편차는 1",
    weight=2,
)
def test_fit_constant_feature(student, rng):
    X = np.column_stack([rng.normal(size=5), np.full(5, 7.0), np.zeros(5)])
    scaler = student.Standardizer()
    scaler.fit(X)
    expect_close(expect_shape(scaler.mean_, (3,))[1:], np.array([7.0, 0.0]))
    expect_close(scaler.std_, np.array([np.std(X[:, 0]), 1.0, 1.0]))


@task("A05.4", en="a single row: no feature varies", ko="행 하나: 변하는 특성이 없습니다")
def test_fit_single_row(student):
    scaler = student.Standardizer()
    scaler.fit(np.array([[2.0, -0.5, 4.0]]))
    expect_close(scaler.mean_, np.array([2.0, -0.5, 4.0]))
    expect_close(scaler.std_, np.ones(3))


@task("A05.4", en="small deviations are kept", ko="작은 표준편차는 그대로 둡니다")
def test_fit_small_deviation(student):
    X = np.array([[3.0, 1e-6], [5.0, 3e-6], [10.0, 8e-6]])
    scaler = student.Standardizer()
    scaler.fit(X)
    expect_close(expect_shape(scaler.std_, (2,)) / np.std(X, axis=0), np.ones(2))


@task(
    "A05.4",
    en="whole numbers; a second fit learns anew",
    ko="정수 데이터, 다시 fit하면 새로 배웁니다",
)
def test_fit_integers_twice(student):
    X = np.array([[1, 20], [2, 50], [6, 20], [0, 10]])
    scaler = student.Standardizer()
    scaler.fit(APPLES)
    scaler.fit(X)
    expect_close(scaler.mean_, np.array([2.25, 25.0]))
    expect_close(scaler.std_, np.array([np.std([1, 2, 6, 0]), 15.0]))


@task(
    "A05.4",
    en="returns the object, leaves the data alone",
    ko="객체 자신을 반환하고 데이터는 그대로 둡니다",
    conduct=True,
)
def test_fit_returns_itself(student, rng):
    fitted = expect_unchanged(student.Standardizer().fit, rng.normal(3.0, 2.0, (5, 2)))
    expect_object(fitted, "mean_", "transform")


# ---- A05.5 Standardizer.transform


def fitted_by_hand(student, mean, std):
    """Return a Standardizer whose numbers are set, so that transform is checked alone."""
    scaler = student.Standardizer()
    scaler.mean_, scaler.std_ = np.array(mean), np.array(std)
    return scaler


@promises(
    "A05.5",
    whole="X",
    fresh=True,
    refused={"X": lambda X: [X[:, :1], X[:, :-1], np.column_stack([X, X])]},
)
def test_transform_in_every_call(module, rng, k):
    scaler = fitted_by_hand(module, rng.normal(2.0, 3.0, 3), rng.uniform(0.2, 5.0, 3))
    unit = fitted_by_hand(module, np.zeros(1), np.ones(1))
    X = rng.normal(-1.0, 4.0, (k, 3))
    X[0, :2] = 0.0
    yield
    return scaler.transform(X), unit.transform(30 * X[:, 2:]), scaler.mean_, scaler.std_


@task("A05.5", en="three apples", ko="사과 세 개")
def test_transform_apples(student):
    scaler = fitted_by_hand(student, [14 / 3, 1720 / 3], [2.494438257849294, 92.85592184789412])
    expect_close(
        scaler.transform(APPLES),
        np.array(
            [
                [-0.2672612419124245, -0.35897907930886946],
                [1.3363062095621219, 1.364120501373702],
                [-1.0690449676496978, -1.0051414220648338],
            ]
        ),
    )


@task(
    "A05.5",
    en="other data on the scale of the training set",
    ko="훈련 세트의 스케일로 다른 데이터 변환",
    weight=3,
)
def test_transform_other_data(student, rng):
    mean, std = rng.normal(2.0, 3.0, 3), rng.uniform(0.2, 5.0, 3)
    scaler = fitted_by_hand(student, mean, std)
    for k in (1, 3, 7):
        X = rng.normal(-1.0, 4.0, (k, 3))
        expect_close(scaler.transform(X), (X - mean) / std)


@task(
    "A05.5",
    en="three columns where one was fitted are refused",
    ko="특성 하나로 fit했는데 열이 세 개이면 거부합니다",
    conduct=True,
)
def test_transform_refuses_more_columns(student, rng):
    scaler = fitted_by_hand(student, [1.0], [0.5])
    expect_error(ValueError, scaler.transform, rng.normal(size=(4, 3)))


@task("A05.5", en="transforming learns nothing", ko="변환하면서 새로 배우지 않습니다", weight=2)
def test_transform_learns_nothing(student, rng):
    scaler = fitted_by_hand(student, [1.0, -2.0], [0.5, 3.0])
    first, second = rng.normal(size=(5, 2)), rng.normal(4.0, 2.0, (3, 2))
    for X in (first, second, first):
        expect_close(scaler.transform(X), (X - [1.0, -2.0]) / [0.5, 3.0])
    expect_close(scaler.mean_, np.array([1.0, -2.0]))
    expect_close(scaler.std_, np.array([0.5, 3.0]))


@task(
    "A05.5",
    en="before fit it raises RuntimeError",
    ko="fit 전에는 RuntimeError가 발생합니다",
    conduct=True,
)
def test_transform_before_fit(student):
    expect_error(RuntimeError, student.Standardizer().transform, APPLES)


# ---- A05.6 full_batch_step


FAR = (-1000.0, 1000.0)


@promises(
    "A05.6", whole="X w b lr", extremes={"X": FAR, "w": FAR, "b": FAR}, refused={"y": misshapen}
)
def test_full_batch_step_in_every_call(module, rng, m):
    X, y = rng.normal(0.4, 1.0, (m, 3)), rng.permutation(np.arange(m) % 2)
    w, (b, lr) = rng.normal(size=3), rng.uniform(0.2, 0.7, 2).tolist()
    many = module.full_batch_step(X, y, w, -b, lr)
    return many, module.full_batch_step(X[:, :1], y.astype(float), w[:1], b, lr)


@task("A05.6", en="the six exams, one step from zero", ko="시험 여섯 행, 0에서 한 걸음")
def test_full_batch_step_exams(student):
    right = (np.array([0.075, 0.016666666666666677]), 0.0)
    expect_close(student.full_batch_step(EXAMS, PASSED, np.zeros(2), 0.0, 0.1), right)


@task("A05.6", en="random rows and parameters", ko="무작위 행과 매개변수", weight=3)
def test_full_batch_step_random(student, reference, rng):
    for m, n in ((7, 3), (3, 3)):
        X, y = rng.normal(0.4, 1.0, (m, n)), (np.arange(m) % 3 == 0).astype(float)
        arguments = (X, y, rng.normal(size=n), float(rng.normal()), 0.7)
        expect_gradient(student.full_batch_step(*arguments), reference.full_batch_step(*arguments))


@task(
    "A05.6",
    en="the step goes against the slopes of the cost, measured by small steps",
    ko="걸음의 방향과, w와 b를 조금씩 움직여 잰 비용의 기울기의 비교",
    weight=2,
)
def test_full_batch_step_follows_the_derivative(student, rng):
    X, y = rng.normal(0.4, 1.0, (7, 3)), np.array([1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0])

    def cost(w, b):
        z = X @ w + b
        return np.mean(np.logaddexp(0, z) - y * z)

    def slopes(w, b):
        moved = expect_items(student.full_batch_step(X, y, w, b, 0.5), 2)
        return [(old - expect_numbers(new)) / 0.5 for old, new in zip((w, b), moved, strict=True)]

    at = {"w": rng.normal(0.0, 0.6, 3), "b": float(rng.normal(0.0, 0.6))}
    expect_derivative(cost, slopes, at, rng, right=cost)


@task("A05.6", en="one row", ko="한 행")
def test_full_batch_step_one_row(student):
    step = student.full_batch_step(
        np.array([[1.0, 2.0]]), np.array([0.0]), np.array([0.2, -0.1]), 0.3, 0.5
    )
    expect_close(step, (np.array([-0.0872212584058295, -0.6744425168116590]), 0.0127787415941705))


@task("A05.6", en="weighted sums of ±1000", ko="±1000인 가중합")
def test_full_batch_step_far_out(student):
    X, y = np.array([[1000.0, 0.0], [-1000.0, 1.0]]), np.array([0.0, 1.0])
    step = student.full_batch_step(X, y, np.array([1.0, 0.0]), 0.0, 0.01)
    expect_close(step, (np.array([-9.0, 0.005]), 0.0))


# ---- A05.7 fit_verdict


@promises("A05.7", sizes=(12, 13), layouts=False, unchanged=False, kinds=False)
def test_fit_verdict_in_every_call(module, rng, count):
    # Eighths, so that a limit is met exactly now and then.
    return [module.fit_verdict(*row) for row in (rng.integers(0, 9, (count, 4)) / 8).tolist()]


@task("A05.7", en="clear cases", ko="분명한 경우", weight=2)
def test_fit_verdict_clear(student):
    cases = {(0.99, 0.7): "over", (0.6, 0.58): "under", (0.95, 0.93): "ok"}
    for (train, val), verdict in cases.items():
        expect_close(student.fit_verdict(train, val, 0.9, 0.05), verdict)


@task("A05.7", en="both poor, with and without a gap", ko="둘 다 낮을 때, 차이가 있어도 없어도")
def test_fit_verdict_poor(student):
    for val in (0.4, 0.69, 0.72):
        expect_close(student.fit_verdict(0.7, val, 0.8, 0.1), "under")
    expect_close(student.fit_verdict(0.85, 0.4, 0.8, 0.1), "over")


@task("A05.7", en="exactly at the limits", ko="정확히 기준값일 때", weight=2)
def test_fit_verdict_limits(student):
    expect_close(student.fit_verdict(0.75, 0.5, 0.75, 0.25), "ok")
    expect_close(student.fit_verdict(0.75, 0.4375, 0.75, 0.25), "over")
    expect_close(student.fit_verdict(0.6875, 0.6875, 0.75, 0.25), "under")


@task(
    "A05.7",
    en="better on the validation set; good only on the training set",
    ko="검증 세트에서 더 좋을 때, 훈련 세트에서만 좋을 때",
)
def test_fit_verdict_validation(student):
    expect_close(student.fit_verdict(0.75, 1.0, 0.7, 0.125), "ok")
    expect_close(student.fit_verdict(0.6, 0.9, 0.7, 0.125), "under")
    expect_close(student.fit_verdict(0.82, 0.78, 0.8, 0.1), "ok")
