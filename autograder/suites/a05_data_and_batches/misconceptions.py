"""What students get wrong in A05: wrong variants of the reference, each rejected by the suite and known by name."""

import numpy as np
from a05_data_and_batches import *

from autograder.checks import misconception


@misconception(
    "A05.1", "sum-of-squares",
    en=("This is the bare sum of the squares, as the slide has it", "Divide by 2m: 3.5 becomes 3.5/6."),
    ko=("슬라이드에 적힌 대로 제곱을 더하기만 했습니다", "2m으로 나누어야 합니다. 3.5가 아니라 3.5/6입니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.sum((y_hat - y) ** 2)


@misconception(
    "A05.1", "half-sum",
    en=("The halves are summed, not averaged", "Divide by the number of samples, too."),
    ko=("절반을 취했지만 평균하지 않고 더했습니다", "샘플 수로도 나누어야 합니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.sum((y_hat - y) ** 2) / 2


@misconception(
    "A05.1", "half-forgotten",
    en=("The factor ½ is missing", "The cost is *half* the mean squared error."),
    ko=("½이 빠졌습니다", "비용은 평균 제곱 오차의 *절반*입니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.mean((y_hat - y) ** 2)


@misconception(
    "A05.1", "mean-then-square",
    en=("The mean error is squared", "Square each error first: errors of opposite sign must not cancel."),
    ko=("오차의 평균을 제곱했습니다", "오차마다 먼저 제곱하세요. 부호가 다른 오차가 상쇄되면 안 됩니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.mean(y_hat - y) ** 2 / 2


@misconception(
    "A05.1", "root-taken",
    en=("The root is taken", "The cost is the mean square itself, halved."),
    ko=("제곱근을 취했습니다", "비용은 제곱의 평균 자체의 절반입니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return np.sqrt(np.mean((y_hat - y) ** 2)) / 2


@misconception(
    "A05.1", "not-averaged",
    en=("One value per sample is returned", "The cost of a batch is one number: the mean over its samples."),
    ko=("샘플마다 값을 반환했습니다", "배치의 비용은 숫자 하나, 곧 샘플에 대한 평균입니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    return (y_hat - y) ** 2 / 2


@misconception(
    "A05.1", "shapes-broadcast",
    en=("Shapes (m,) and (m, 1) broadcast to (m, m)", "Print both shapes; refuse the pair instead of subtracting."),
    ko=("shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다", "두 shape을 출력해 보세요. 빼지 말고 거부해야 합니다."),
)  # fmt: skip
def half_mse(y_hat, y):
    return np.mean((np.asarray(y_hat) - np.asarray(y)) ** 2) / 2


@misconception(
    "A05.2", "with-repeats",
    en=("Some numbers come twice, others not at all", "Shuffle 0 … m − 1; don't draw m times."),
    ko=("어떤 번호는 두 번 나오고 어떤 번호는 나오지 않습니다", "m번 뽑지 말고 0 … m − 1을 섞으세요."),
)  # fmt: skip
def permuted_indices(m, rng):
    return rng.integers(0, m, size=m)


@misconception(
    "A05.2", "seeded-inside",
    en=("The order is the same every time", "Use the generator you are given; don't make one with a fixed seed."),
    ko=("매번 순서가 같습니다", "시드를 고정한 생성기를 새로 만들지 말고 인자로 받은 생성기를 사용하세요."),
)  # fmt: skip
def permuted_indices(m, rng):
    return np.random.default_rng(42).permutation(m)


@misconception(
    "A05.2", "global-generator",
    en=("The order comes from NumPy's hidden generator", "Use `rng`: equal generators must give equal orders."),
    ko=("NumPy의 전역 생성기를 사용했습니다", "`rng`를 사용하세요. 같은 상태의 생성기는 같은 순서를 주어야 합니다."),
)  # fmt: skip
def permuted_indices(m, rng):
    return np.random.permutation(m)


@misconception(
    "A05.2", "not-shuffled",
    en=("The numbers stay in order", "Shuffle them: rng.permutation."),
    ko=("번호를 섞지 않았습니다", "rng.permutation으로 섞으세요."),
)  # fmt: skip
def permuted_indices(m, rng):
    return np.arange(m)


@misconception(
    "A05.2", "counted-from-one",
    en=("The numbers run from 1 to m", "Row numbers start at 0."),
    ko=("번호가 1부터 m까지입니다", "행 번호는 0부터 시작합니다."),
)  # fmt: skip
def permuted_indices(m, rng):
    return rng.permutation(m) + 1


@misconception(
    "A05.2", "floats-for-indices",
    en=("The numbers are floats and can't be used as indices", "Keep the integers that the generator gives."),
    ko=("번호가 실수여서 인덱스로 쓸 수 없습니다", "생성기가 주는 정수를 그대로 두세요."),
)  # fmt: skip
def permuted_indices(m, rng):
    order = np.zeros(m)
    order[:] = rng.permutation(m)
    return order


@misconception(
    "A05.3", "rows-and-labels-shuffled-apart",
    en=("Rows and labels are shuffled one after the other", "One permutation for both, or each row loses its label."),
    ko=("행과 레이블을 따로 섞었습니다", "하나의 순열을 둘 다에 사용하세요. 그렇지 않으면 행이 자기 레이블을 잃습니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    X, y = rng.permutation(X), rng.permutation(y)
    a, b = n_test, n_test + n_val
    return X[b:], X[a:b], X[:a], y[b:], y[a:b], y[:a]


@misconception(
    "A05.3", "not-shuffled",
    en=("The rows are cut without shuffling", "Files are often sorted: shuffle the row numbers first."),
    ko=("섞지 않고 잘랐습니다", "데이터는 정렬되어 있을 때가 많습니다. 먼저 행 번호를 섞으세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(np.arange(len(X)), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "seeded-inside",
    en=("The split is the same every time", "Use the generator you are given; don't make one with a fixed seed."),
    ko=("매번 똑같이 나눕니다", "시드를 고정한 생성기를 새로 만들지 말고 인자로 받은 생성기를 사용하세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    order = np.random.default_rng(42).permutation(len(X))
    te, rest = hold_out(order, groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "labels-ignored",
    en=("The split isn't stratified", "With stratify=True each class gets its share of every set."),
    ko=("층화 분할을 하지 않았습니다", "stratify=True이면 세트마다 클래스별 비율을 지켜야 합니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    order = permuted_indices(len(X), rng)
    te, va, tr = order[:n_test], order[n_test : n_test + n_val], order[n_test + n_val :]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "only-the-test-set-stratified",
    en=("Only the test set is stratified", "The validation set needs each class's share of the remaining rows, too."),
    ko=("테스트 세트만 층화 분할했습니다", "검증 세트도 남은 행에서 클래스별 비율을 지켜야 합니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = rest[:n_val], rest[n_val:]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "always-stratified",
    en=("The split is stratified although stratify is False", "Then the labels aren't looked at, and may be any numbers."),
    ko=("stratify가 False인데도 층화 분할합니다", "이때는 레이블을 보지 않으며, 레이블은 아무 숫자나 될 수 있습니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = np.unique(y, return_inverse=True)[1]
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "rounded-down",
    en=("The sizes are rounded down", "ceil, not int: 0.2 · 569 = 113.8 makes 114 test rows."),
    ko=("크기를 내림했습니다", "int가 아니라 ceil입니다. 0.2 · 569 = 113.8이면 테스트 세트는 114행입니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = int(test * len(X))
    n_val = int(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "validation-share-of-all-rows",
    en=("The validation set's size is taken from all rows", "val is the share of the rows that remain after the test set."),
    ko=("검증 세트의 크기를 전체 행에서 구했습니다", "val은 테스트 세트를 떼고 남은 행에 대한 비율입니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * len(X))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "sets-overlap",
    en=("Some rows are in two sets", "Cut the validation set from the rows that remain after the test set."),
    ko=("두 세트에 함께 들어간 행이 있습니다", "검증 세트는 테스트 세트를 떼고 남은 행에서 떼어 내세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    order = permuted_indices(len(X), rng)
    te, _ = hold_out(order, groups, n_test)
    va, rest = hold_out(order[::-1], groups, n_val)
    tr = rest[: len(X) - n_test - n_val]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "each-class-rounded-up",
    en=("Each class's share is rounded up, so that the sets grow too large", "Whole parts first; then the largest remainders fill up the set."),
    ko=("클래스마다 올림하여 세트가 너무 커졌습니다", "먼저 정수 부분만 주고, 모자란 행은 나머지가 큰 클래스부터 채우세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    groups = y if stratify else np.zeros(len(X), dtype=int)
    sets = [[], [], []]
    for group in np.unique(groups):
        rows = rng.permutation(np.flatnonzero(groups == group))
        n_test = math.ceil(test * len(rows))
        n_val = math.ceil(val * (len(rows) - n_test))
        sets[2].extend(rows[:n_test])
        sets[1].extend(rows[n_test : n_test + n_val])
        sets[0].extend(rows[n_test + n_val :])
    tr, va, te = (np.array(rows, dtype=int) for rows in sets)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "sets-in-pairs",
    en=("The six parts come in another order", "First the three tables X_tr, X_va, X_te, then the three sets of labels."),
    ko=("여섯 부분의 순서가 다릅니다", "먼저 표 X_tr, X_va, X_te, 그다음 레이블 세 개입니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], y[tr], X[va], y[va], X[te], y[te]


@misconception(
    "A05.3", "test-and-validation-swapped",
    en=("Test and validation set are swapped", "The order is training, validation, test."),
    ko=("테스트 세트와 검증 세트가 뒤바뀌었습니다", "순서는 훈련, 검증, 테스트입니다."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[te], X[va], y[tr], y[te], y[va]


@misconception(
    "A05.3", "scaled-before-the-split",
    en=(
        "The data are standardized before they are split",
        "Split first: the training set's mean must know nothing of the other rows. This function only deals out rows.",
    ),
    ko=(
        "나누기 전에 표준화했습니다",
        "먼저 나누세요. 훈련 세트의 평균에 다른 행의 정보가 섞이면 안 됩니다. 이 함수는 행을 나누기만 합니다.",
    ),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X, dtype=float), np.asarray(y)
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    groups = y if stratify else np.zeros(len(X), dtype=int)
    std = np.std(X, axis=0)
    X = (X - np.mean(X, axis=0)) / np.where(std == 0, 1, std)
    te, rest = hold_out(permuted_indices(len(X), rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "shuffled-in-place",
    en=("The caller's arrays are shuffled in place", "Shuffle row numbers, and index with them."),
    ko=("인자로 받은 배열을 직접 섞었습니다", "행 번호를 섞어 그것으로 인덱싱하세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    if len(X) != len(y):
        raise ValueError("lengths differ")
    n_test = math.ceil(test * len(X))
    n_val = math.ceil(val * (len(X) - n_test))
    order = permuted_indices(len(X), rng)
    X[:], y[:] = X[order], y[order]
    groups = y if stratify else np.zeros(len(X), dtype=int)
    te, rest = hold_out(np.arange(len(X)), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.3", "lengths-not-compared",
    en=("Rows and labels of different number are accepted", "Compare len(X) with len(y) first."),
    ko=("행과 레이블의 개수가 달라도 받아들입니다", "먼저 len(X)와 len(y)를 비교하세요."),
)  # fmt: skip
def three_way_split(X, y, val, test, rng, stratify=True):
    m = min(len(X), len(y))
    n_test = math.ceil(test * m)
    n_val = math.ceil(val * (m - n_test))
    groups = y if stratify else np.zeros(m, dtype=int)
    te, rest = hold_out(permuted_indices(m, rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@misconception(
    "A05.4", "divided-by-m-minus-one",
    en=("The deviation is divided by m − 1", "Here it is that of the m rows themselves: ddof=0, NumPy's default."),
    ko=("표준편차를 m − 1로 나누었습니다", "여기서는 m개 행 자체의 표준편차, 곧 NumPy 기본값인 ddof=0입니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0, ddof=1)
        self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self


@misconception(
    "A05.4", "axis-omitted",
    en=("One mean for the whole table", "Each feature has its own mean and deviation: axis=0."),
    ko=("표 전체에서 평균 하나를 구했습니다", "특성마다 평균과 표준편차가 있습니다: axis=0."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X), np.std(X)
        return self


@misconception(
    "A05.4", "per-row",
    en=("Mean and deviation are taken per row", "Features are columns: axis=0 runs over the samples."),
    ko=("행마다 평균과 표준편차를 구했습니다", "특성은 열입니다. axis=0이 샘플을 따라갑니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=1), np.std(X, axis=1)
        self.std_[self.std_ == 0] = 1.0
        return self


@misconception(
    "A05.4", "variance-for-deviation",
    en=("The variance is kept instead of its root", "The standard deviation is the root of the mean square."),
    ko=("제곱근을 취하지 않은 분산입니다", "표준편차는 제곱 평균의 제곱근입니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.var(X, axis=0)
        self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self


@misconception(
    "A05.4", "constant-found-by-its-deviation",
    en=(
        "A constant feature is looked for by a deviation of exactly 0",
        "Rounding can leave 1e-17 where the deviation of equal numbers should be 0, and dividing by that blows up. Compare the values.",
    ),
    ko=(
        "표준편차가 정확히 0인지 보고 변하지 않는 특성을 찾았습니다",
        "같은 수들의 표준편차도 반올림 때문에 1e-17이 되기도 하고, 그것으로 나누면 값이 엄청나게 커집니다. 값끼리 비교하세요.",
    ),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0)
        self.std_[self.std_ == 0] = 1.0
        return self


@misconception(
    "A05.4", "constant-feature-not-guarded",
    en=("A feature that never varies keeps a deviation of 0, or next to 0", "Dividing by it gives nan or a huge number: put exactly 1 there."),
    ko=("값이 모두 같은 특성의 표준편차가 0이거나 0에 가깝습니다", "그것으로 나누면 nan이나 아주 큰 수가 됩니다. 정확히 1로 바꾸세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0)
        return self


@misconception(
    "A05.4", "small-deviations-raised",
    en=("Small deviations are raised to 1 as well", "Only a feature whose values are all equal gets 1."),
    ko=("작은 표준편차까지 1로 바꾸었습니다", "값이 모두 같은 특성만 1로 바꿉니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0)
        self.std_[self.std_ < 1e-3] = 1.0
        return self


@misconception(
    "A05.4", "minimum-and-range",
    en=("Minimum and range are learned instead of mean and deviation", "That is min–max scaling; here it is mean 0, deviation 1."),
    ko=("평균과 표준편차가 아니라 최솟값과 범위를 배웠습니다", "그것은 최소·최대 스케일링입니다. 여기서는 평균 0, 표준편차 1로 맞춥니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.min(X, axis=0), np.ptp(X, axis=0) * 1.0
        self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self


@misconception(
    "A05.4", "first-fit-kept",
    en=("A second fit learns nothing", "fit learns anew from the data it is given."),
    ko=("두 번째 fit에서 아무것도 배우지 않습니다", "fit은 주어진 데이터에서 새로 배웁니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        if self.mean_ is None:
            self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0)
            self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self


@misconception(
    "A05.4", "centred-in-place",
    en=("The training data are changed", "Work on a copy: X -= mean writes into the caller's array."),
    ko=("훈련 데이터를 바꾸었습니다", "복사본에서 계산하세요. X -= mean은 받은 배열에 직접 씁니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0)
        if X.dtype.kind == "f":
            X -= self.mean_
        self.std_ = np.std(X, axis=0)
        self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self


@misconception(
    "A05.4", "nothing-returned",
    en=("fit doesn't return the object", "End with `return self`, so that fit and transform can be chained."),
    ko=("fit이 객체 자신을 반환하지 않습니다", "`return self`로 끝내면 fit과 transform을 이어서 쓸 수 있습니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_, self.std_ = np.mean(X, axis=0), np.std(X, axis=0)
        self.std_[np.ptp(X, axis=0) == 0] = 1.0


@misconception(
    "A05.5", "own-statistics",
    en=("Each data set is scaled by its own statistics", "Use mean_ and std_ of the training set, whatever comes."),
    ko=("데이터마다 자기 통계량으로 스케일을 조정했습니다", "어떤 데이터든 훈련 세트의 mean_과 std_를 사용하세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        std = np.std(X, axis=0)
        return (X - np.mean(X, axis=0)) / np.where(std == 0, 1, std)


@misconception(
    "A05.5", "fits-again",
    en=("transform calls fit again", "fit learns from the training set, once; transform only applies it."),
    ko=("transform에서 fit을 다시 호출합니다", "fit은 훈련 세트에서 한 번만 배우고 transform은 적용만 합니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        z = (X - self.mean_) / self.std_
        self.fit(X)
        return z


@misconception(
    "A05.5", "only-centred",
    en=("The data are centred but not scaled", "Divide by std_, too."),
    ko=("평균만 빼고 나누지 않았습니다", "std_로도 나누어야 합니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        return X - self.mean_


@misconception(
    "A05.5", "only-scaled",
    en=("The mean isn't subtracted", "First subtract mean_, then divide."),
    ko=("평균을 빼지 않았습니다", "먼저 mean_을 빼고 나누세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        return X / self.std_


@misconception(
    "A05.5", "parentheses-missing",
    en=("Only the mean is divided", "(X − mean)/std needs its parentheses."),
    ko=("평균만 나누었습니다", "(X − mean)/std에는 괄호가 필요합니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        return X - self.mean_ / self.std_


@misconception(
    "A05.5", "variance-for-deviation",
    en=("Divided by the square of the deviation", "Divide by std_ once."),
    ko=("표준편차의 제곱으로 나누었습니다", "std_로 한 번만 나누세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        return (X - self.mean_) / self.std_**2


@misconception(
    "A05.5", "written-in-place",
    en=("The data are changed in place", "X -= mean writes into the caller's array: return a new one."),
    ko=("받은 데이터를 직접 바꾸었습니다", "X -= mean은 받은 배열에 직접 씁니다. 새 배열을 반환하세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("not fitted")
        if np.shape(X)[1] != len(self.mean_):
            raise ValueError("other features")
        if X.dtype.kind == "f":
            X -= self.mean_
            X /= self.std_
            return X
        return (X - self.mean_) / self.std_


@misconception(
    "A05.5", "fits-when-not-fitted",
    en=("Without fit, the data are scaled by their own statistics", "Raise RuntimeError: whoever forgot fit should learn of it."),
    ko=("fit을 하지 않으면 그 데이터의 통계량으로 변환합니다", "RuntimeError를 발생시켜 fit을 잊었음을 알려야 합니다."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        if self.mean_ is None:
            self.fit(X)
        if np.shape(X)[1] != len(self.mean_):
            raise ValueError("other features")
        return (X - self.mean_) / self.std_


@misconception(
    "A05.5", "features-not-counted",
    en=("A single column is stretched over all features", "Compare the number of columns with that of fit."),
    ko=("열 하나가 모든 특성으로 브로드캐스팅됩니다", "열의 개수를 fit에서 본 개수와 비교하세요."),
)  # fmt: skip
class Standardizer(Standardizer):
    def transform(self, X):
        if self.mean_ is None:
            raise RuntimeError("not fitted")
        return (X - self.mean_) / self.std_


@misconception(
    "A05.6", "summed-not-averaged",
    en=("The slopes are summed, not averaged", "The cost is a mean over m rows: divide the sum by m."),
    ko=("기울기를 평균하지 않고 더했습니다", "비용이 m개 행의 평균이므로 합을 m으로 나누세요."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    return w - lr * error @ X, b - lr * np.sum(error)


@misconception(
    "A05.6", "moved-after-every-row",
    en=("The parameters move after every row", "That is stochastic descent: collect all slopes first, move once."),
    ko=("행마다 매개변수를 움직였습니다", "그것은 확률적 경사 하강입니다. 기울기를 모두 모은 뒤 한 번만 움직이세요."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    for x_i, y_i in zip(X, y, strict=True):
        dw, db = logistic_gradient(x_i, y_i, w, b)
        w, b = w - lr * dw / len(X), b - lr * db / len(X)
    return w, b


# Equal on every input: the error with the wrong sign, subtracted, and the right error, added.
@misconception(
    "A05.6", "uphill",
    en=("The step goes uphill", "Against the slope: w − lr·dw."),
    ko=("걸음의 방향이 오르막입니다", "기울기의 반대 방향입니다: w − lr·dw."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    return w + lr * error @ X / len(X), b + lr * np.mean(error)


@misconception(
    "A05.6", "last-row-only",
    en=("Only the last row counts", "Add up the slopes in the loop; don't overwrite them."),
    ko=("마지막 행만 반영되었습니다", "반복문에서 기울기를 덮어쓰지 말고 더하세요."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    dw, db = logistic_gradient(X[-1], y[-1], w, b)
    return w - lr * dw, b - lr * db


@misconception(
    "A05.6", "sigmoid-forgotten",
    en=("The error is taken from z, not from the activation", "This neuron is logistic: a = sigmoid(z), error a − y."),
    ko=("오차를 활성화 값이 아니라 z로 구했습니다", "로지스틱 뉴런이므로 a = sigmoid(z), 오차는 a − y입니다."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    error = X @ w + b - y
    return w - lr * error @ X / len(X), b - lr * np.mean(error)


@misconception(
    "A05.6", "bias-summed",
    en=("The bias's slope is summed while the weights' is averaged", "1/m belongs to both."),
    ko=("가중치의 기울기는 평균했지만 절편의 기울기는 더했습니다", "1/m은 둘 다에 붙습니다."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    return w - lr * error @ X / len(X), b - lr * np.sum(error)


@misconception(
    "A05.6", "updated-in-turn",
    en=("The bias's slope is taken after the weights have moved", "Take all slopes at the given parameters, then move both."),
    ko=("가중치를 움직인 뒤에 절편의 기울기를 구했습니다", "주어진 매개변수에서 기울기를 모두 구한 다음 함께 움직이세요."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    w = w - lr * (1 / (1 + np.exp(-(X @ w + b))) - y) @ X / len(X)
    b = b - lr * np.mean(1 / (1 + np.exp(-(X @ w + b))) - y)
    return w, b


@misconception(
    "A05.6", "weights-changed-in-place",
    en=("The caller's weights are changed in place", "w -= … writes into the array you were given: use w = w − …"),
    ko=("인자로 받은 가중치를 직접 바꾸었습니다", "w -= …는 받은 배열에 직접 씁니다. w = w − …로 쓰세요."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    if np.shape(y) != (len(X),):
        raise ValueError("one label for each row")
    error = 1 / (1 + np.exp(-(X @ w + b))) - y
    if w.dtype.kind != "f":
        w = w.astype(float)
    w -= lr * error @ X / len(X)
    return w, b - lr * np.mean(error)


@misconception(
    "A05.6", "shapes-broadcast",
    en=("A column of labels spreads into the parameters", "Print both shapes; refuse y unless it is (m,)."),
    ko=("열벡터 레이블이 매개변수까지 번졌습니다", "두 shape을 출력해 보세요. y가 (m,)이 아니면 거부해야 합니다."),
)  # fmt: skip
def full_batch_step(X, y, w, b, lr):
    dw, db = np.zeros(len(w)), 0.0
    for x_i, y_i in zip(X, y, strict=True):
        dw_i, db_i = logistic_gradient(x_i, y_i, w, b)
        dw, db = dw + dw_i / len(X), db + db_i / len(X)
    return w - lr * dw, b - lr * db


@misconception(
    "A05.7", "swapped",
    en=("Overfitting and underfitting are swapped", "Good on training, poor on validation: that is overfitting."),
    ko=("과대적합과 과소적합이 뒤바뀌었습니다", "훈련 세트에서 좋고 검증 세트에서 나쁘면 과대적합입니다."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "over"
    return "under" if train_acc - val_acc > gap else "ok"


@misconception(
    "A05.7", "gap-first",
    en=("A poor model with a gap is called overfitted", "First ask whether it is good on the training set at all."),
    ko=("훈련 세트에서도 나쁜 모델을 과대적합이라고 했습니다", "먼저 훈련 세트에서 좋은지부터 확인하세요."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc - val_acc > gap:
        return "over"
    return "under" if train_acc < good else "ok"


@misconception(
    "A05.7", "judged-by-validation",
    en=("Underfitting is judged by the validation accuracy", "It is the *training* accuracy that falls below `good`."),
    ko=("과소적합을 검증 정확도로 판정했습니다", "`good`보다 낮은지 보는 것은 *훈련* 정확도입니다."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if val_acc < good and train_acc - val_acc <= gap:
        return "under"
    return "over" if train_acc - val_acc > gap else "ok"


@misconception(
    "A05.7", "gap-in-both-directions",
    en=("A better validation accuracy is called overfitting", "Only a *lower* validation accuracy counts: no abs."),
    ko=("검증 정확도가 더 높은데 과대적합이라고 했습니다", "검증 정확도가 *낮을* 때만 해당합니다. abs는 필요하지 않습니다."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "under"
    return "over" if abs(train_acc - val_acc) > gap else "ok"


@misconception(
    "A05.7", "limit-counts-as-gap",
    en=("A gap of exactly the limit is called overfitting", "The gap must *exceed* the limit: >, not >=."),
    ko=("차이가 기준값과 같은데 과대적합이라고 했습니다", "차이가 기준값을 *넘어야* 합니다. >=가 아니라 >입니다."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "under"
    return "over" if train_acc - val_acc >= gap else "ok"


@misconception(
    "A05.7", "good-must-be-exceeded",
    en=("An accuracy of exactly `good` is called underfitted", "`good` is the least accuracy that counts as good: <, not <=."),
    ko=("정확도가 정확히 `good`인데 과소적합이라고 했습니다", "`good`은 좋다고 볼 가장 작은 정확도입니다. <=가 아니라 <입니다."),
)  # fmt: skip
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc <= good:
        return "under"
    return "over" if train_acc - val_acc > gap else "ok"
