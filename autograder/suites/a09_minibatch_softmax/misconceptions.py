"""What students get wrong in A09: wrong variants of the reference, each rejected by the suite."""

import numpy as np
from a09_minibatch_softmax import *

from autograder.checks import misconception


@misconception(
    "A09.1", "last-batch-dropped",
    en=("The last short batch is dropped", "7 rows in batches of 3 are three batches; round up."),
    ko=("마지막 짧은 배치를 버렸습니다", "7행을 3개씩 나누면 배치는 세 개입니다. 올림하세요."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    count = m // batch_size
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(count)]


@misconception(
    "A09.1", "size-taken-for-count",
    en=("The batch size is taken for the number of batches", "batch_size rows make one batch."),
    ko=("배치 크기를 배치 개수로 사용했습니다", "batch_size는 배치 하나에 들어가는 행의 수입니다."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    return list(np.array_split(order, min(batch_size, m)))


@misconception(
    "A09.1", "sizes-evened-out",
    en=("The batches are evened out", "All but the last have exactly batch_size rows."),
    ko=("배치 크기를 고르게 맞추었습니다", "마지막을 뺀 모든 배치는 정확히 batch_size행입니다."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    return list(np.array_split(order, -(-m // batch_size)))


@misconception(
    "A09.1", "last-batch-filled-up",
    en=("The last batch is filled up from the start", "Each row belongs to one batch only."),
    ko=("마지막 배치를 앞의 행으로 채웠습니다", "각 행은 배치 하나에만 들어갑니다."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    starts = range(0, m, batch_size)
    return [np.take(order, np.arange(s, s + batch_size), mode="wrap") for s in starts]


@misconception(
    "A09.1", "drawn-with-replacement",
    en=("Rows are drawn with replacement", "An epoch sees each row exactly once: shuffle, then cut."),
    ko=("행을 복원 추출했습니다", "에포크마다 각 행은 정확히 한 번 나옵니다. 섞은 다음 자르세요."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.integers(0, m, m)
    return [order[i : i + batch_size] for i in range(0, m, batch_size)]


@misconception(
    "A09.1", "only-the-batches-shuffled",
    en=("The batches change places, but the rows in them stay together", "Shuffle rows, then cut."),
    ko=("배치의 순서만 섞고 그 안의 행은 그대로입니다", "먼저 행을 섞고 그다음에 자르세요."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m)
    batches = [order[i : i + batch_size] for i in range(0, m, batch_size)]
    if rng is None:
        return batches
    moved = rng.permutation(len(batches) - 1)
    return [batches[i] for i in moved] + [batches[-1]]


@misconception(
    "A09.1", "seeds-itself",
    en=("The shuffle is seeded anew at each call", "Draw from the generator that you were given."),
    ko=("호출할 때마다 시드를 새로 정합니다", "인자로 받은 난수 생성기를 사용하세요."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else np.random.default_rng(0).permutation(m)
    return [order[i : i + batch_size] for i in range(0, m, batch_size)]


@misconception(
    "A09.1", "never-shuffled",
    en=("The rows are never shuffled", "With a generator, shuffle before you cut."),
    ko=("행을 섞지 않았습니다", "난수 생성기가 있으면 자르기 전에 섞으세요."),
)  # fmt: skip
def minibatches(m, batch_size, rng=None):
    return [np.arange(m)[i : i + batch_size] for i in range(0, m, batch_size)]


@misconception(
    "A09.2", "sign-flipped",
    en=("The sign is flipped", "A probability above one half comes from a positive value."),
    ko=("부호가 반대입니다", "½보다 큰 확률은 양수에서 나옵니다."),
)  # fmt: skip
def inverse_sigmoid(a):
    a = np.asarray(a)
    if np.any((a <= 0) | (a >= 1)):
        raise ValueError("outside (0, 1)")
    return np.log(1 / a - 1)


@misconception(
    "A09.2", "one-over-sigmoid",
    en=("This is one divided by the sigmoid", "The inverse function undoes; it isn't the reciprocal."),
    ko=("시그모이드의 역수를 구했습니다", "역함수는 되돌리는 함수이지 역수가 아닙니다."),
)  # fmt: skip
def inverse_sigmoid(a):
    a = np.asarray(a)
    if np.any((a <= 0) | (a >= 1)):
        raise ValueError("outside (0, 1)")
    return 1 + np.exp(-a)


@misconception(
    "A09.2", "base-ten",
    en=("The logarithm is to base 10", "The sigmoid has an e in it: use the natural logarithm."),
    ko=("상용로그를 사용했습니다", "시그모이드에는 e가 들어 있으므로 자연로그를 사용하세요."),
)  # fmt: skip
def inverse_sigmoid(a):
    a = np.asarray(a)
    if np.any((a <= 0) | (a >= 1)):
        raise ValueError("outside (0, 1)")
    return -np.log10(1 / a - 1)


@misconception(
    "A09.2", "rounded-to-two-digits",
    en=("The values are rounded, as on the slide", "That is how its 74 % came about; keep all digits."),
    ko=("슬라이드처럼 값을 반올림했습니다", "슬라이드의 74%는 그래서 나온 값입니다. 반올림하지 마세요."),
)  # fmt: skip
def inverse_sigmoid(a):
    a = np.asarray(a)
    if np.any((a <= 0) | (a >= 1)):
        raise ValueError("outside (0, 1)")
    return np.round(-np.log(1 / a - 1), 2)


@misconception(
    "A09.2", "ends-not-refused",
    en=("0 and 1 give infinities", "No finite value has the sigmoid 0 or 1: raise ValueError."),
    ko=("0과 1에서 무한대가 나옵니다", "시그모이드가 0이나 1인 유한한 값은 없으므로 ValueError를 발생시키세요."),
)  # fmt: skip
def inverse_sigmoid(a):
    a = np.asarray(a)
    with np.errstate(all="ignore"):
        return -np.log(1 / a - 1)


@misconception(
    "A09.3", "no-shift",
    en=("Large logits give nan", "exp(1000) overflows: subtract each row's maximum first."),
    ko=("큰 로짓에서 nan이 나옵니다", "exp(1000)은 오버플로를 일으킵니다. 먼저 각 행의 최댓값을 빼세요."),
)  # fmt: skip
def softmax(Z):
    powers = np.exp(np.asarray(Z))
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "global-maximum",
    en=("One maximum is subtracted from all rows", "Far below it a row is 0/0: shift each row by its own."),
    ko=("모든 행에서 하나의 최댓값을 뺐습니다", "최댓값이 훨씬 작은 행은 0/0이 됩니다. 행마다 자기 최댓값을 빼세요."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max())
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "clipped-instead-of-shifted",
    en=("Large logits are clipped", "Clipping makes 1000 and 1001 alike; shifting keeps their distance."),
    ko=("큰 로짓을 잘라 냈습니다", "자르면 1000과 1001이 같아집니다. 빼면 차이가 그대로 남습니다."),
)  # fmt: skip
def softmax(Z):
    powers = np.exp(np.clip(np.asarray(Z, dtype=float), -700, 700))
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "clipped-below-only",
    en=("Only very negative logits are guarded", "It is exp of a large number that overflows: subtract the row's maximum."),
    ko=("아주 작은 음수 로짓만 막았습니다", "오버플로를 일으키는 것은 큰 수의 exp입니다. 행의 최댓값을 빼세요."),
)  # fmt: skip
def softmax(Z):
    powers = np.exp(np.maximum(Z, -700))
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "columns-for-rows",
    en=("The columns add up to 1, not the rows", "One sample is one row: sum over the last axis."),
    ko=("행이 아니라 열의 합이 1입니다", "샘플 하나가 행 하나입니다. 마지막 축으로 더하세요."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)


@misconception(
    "A09.3", "total-sum",
    en=("All entries together add up to 1", "Every row has its own sum: axis=-1, keepdims=True."),
    ko=("모든 원소의 합이 1입니다", "행마다 따로 더하세요: axis=-1, keepdims=True."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return powers / powers.sum()


@misconception(
    "A09.3", "keepdims-forgotten",
    en=("The row sums line up with the columns", "keepdims=True keeps them a column, one per row."),
    ko=("행의 합이 열에 맞춰 나누어졌습니다", "keepdims=True를 주면 행마다 하나씩인 열 모양이 됩니다."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    powers = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1)


@misconception(
    "A09.3", "divided-by-the-sum",
    en=("The values are divided by their sum, without the exponential", "e to the power of z first."),
    ko=("지수 함수 없이 합으로 나누었습니다", "먼저 e의 z제곱을 구하세요."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    return Z / Z.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "softmax-of-the-sigmoid",
    en=("A sigmoid comes before softmax", "Softmax takes the logits as they are."),
    ko=("소프트맥스 앞에 시그모이드를 넣었습니다", "소프트맥스는 로짓을 그대로 받습니다."),
)  # fmt: skip
def softmax(Z):
    powers = np.exp(sigmoid(Z))
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.3", "shifted-in-place",
    en=("The caller's logits are changed", "Z -= … works on the caller's array; make a new one."),
    ko=("호출한 쪽의 로짓이 바뀝니다", "Z -= …는 원래 배열을 바꿉니다. 새 배열을 만드세요."),
)  # fmt: skip
def softmax(Z):
    Z = np.asarray(Z)
    if Z.dtype.kind != "f":
        Z = Z.astype(float)
    Z -= Z.max(axis=-1, keepdims=True)
    powers = np.exp(Z)
    return powers / powers.sum(axis=-1, keepdims=True)


@misconception(
    "A09.4", "labels-from-one",
    en=("Labels are counted from 1", "Label 0 marks the first column."),
    ko=("레이블을 1부터 세었습니다", "레이블 0은 첫 번째 열입니다."),
)  # fmt: skip
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any((labels < 0) | (labels >= c)):
        raise ValueError("label out of range")
    return np.eye(c)[labels - 1]


@misconception(
    "A09.4", "width-from-the-labels",
    en=("The width comes from the labels, not from c", "The last classes may be missing: c columns."),
    ko=("열의 수를 c가 아니라 레이블에서 정했습니다", "마지막 클래스가 없을 수도 있습니다. 열은 c개입니다."),
)  # fmt: skip
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any((labels < 0) | (labels >= c)):
        raise ValueError("label out of range")
    return np.eye(labels.max() + 1)[labels]


@misconception(
    "A09.4", "transposed",
    en=("One column per label", "A sample is a row: shape (m, c)."),
    ko=("레이블마다 열 하나를 만들었습니다", "샘플 하나가 행 하나입니다: shape (m, c)."),
)  # fmt: skip
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any((labels < 0) | (labels >= c)):
        raise ValueError("label out of range")
    return np.eye(c)[labels].T


@misconception(
    "A09.4", "negative-counts-from-the-end",
    en=("Label −1 marks the last class", "A negative index counts from the end; refuse it yourself."),
    ko=("레이블 −1이 마지막 클래스가 됩니다", "음수 인덱스는 뒤에서부터 셉니다. 직접 거부해야 합니다."),
)  # fmt: skip
def one_hot(labels, c):
    labels = np.asarray(labels)
    if np.any(labels >= c):
        raise ValueError("label out of range")
    return np.eye(c)[labels]


@misconception(
    "A09.4", "index-error",
    en=("A label that is too large raises IndexError", "Check first, and raise ValueError."),
    ko=("너무 큰 레이블에서 IndexError가 발생합니다", "먼저 확인하고 ValueError를 발생시키세요."),
)  # fmt: skip
def one_hot(labels, c):
    if np.any(np.asarray(labels) < 0):
        raise ValueError("label out of range")
    return np.eye(c)[np.asarray(labels)]


@misconception(
    "A09.5", "sum-for-mean",
    en=("The rows are summed, not averaged", "The cost is a mean over m samples: where is the 1/m?"),
    ko=("행의 비용을 평균하지 않고 더했습니다", "비용은 샘플 m개의 평균입니다. 1/m은 어디에 있습니까?"),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return -np.sum(Y * np.log(np.clip(A, eps, 1 - eps)))


@misconception(
    "A09.5", "mean-over-all-entries",
    en=("The mean runs over all m·c entries", "Sum over the classes, average over the samples."),
    ko=("m·c개 원소 전체의 평균입니다", "클래스에 대해서는 더하고 샘플에 대해서는 평균하세요."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return -np.mean(Y * np.log(np.clip(A, eps, 1 - eps)))


@misconception(
    "A09.5", "sign-forgotten",
    en=("The minus sign is missing", "Logarithms of probabilities are negative; a cost isn't."),
    ko=("음의 부호가 빠졌습니다", "확률의 로그는 음수이고 비용은 음수가 아닙니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return np.mean(np.sum(Y * np.log(np.clip(A, eps, 1 - eps)), axis=1))


@misconception(
    "A09.5", "binary-terms-added",
    en=("The other classes are counted through 1 − a", "That is the two-class formula; here y·log a is all."),
    ko=("다른 클래스를 1 − a로 더 계산했습니다", "그것은 이진 분류의 식입니다. 여기서는 y·log a뿐입니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.clip(A, eps, 1 - eps)
    return -np.mean(np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=1))


@misconception(
    "A09.5", "softmax-twice",
    en=("Softmax is applied once more", "A holds probabilities already."),
    ko=("소프트맥스를 한 번 더 적용했습니다", "A에는 이미 확률이 들어 있습니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return -np.mean(np.sum(Y * np.log(np.clip(softmax(A), eps, 1 - eps)), axis=1))


@misconception(
    "A09.5", "argmax-of-the-target",
    en=("Only the largest target counts", "Targets may be shared: sum y·log a over all classes."),
    ko=("가장 큰 타깃만 계산했습니다", "타깃은 나누어 가질 수 있습니다. 모든 클래스에서 y·log a를 더하세요."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    A = np.clip(A, eps, 1 - eps)
    return -np.mean(np.log(A[np.arange(len(A)), np.argmax(Y, axis=1)]))


@misconception(
    "A09.5", "log-of-zero",
    en=("A probability of 0 gives inf or nan", "Clip before the logarithm: 0·log 0 is nan."),
    ko=("확률이 0이면 inf나 nan이 나옵니다", "로그를 구하기 전에 자르세요. 0·log 0은 nan입니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    with np.errstate(all="ignore"):
        return -np.mean(np.sum(Y * np.log(A), axis=1))


@misconception(
    "A09.5", "eps-added",
    en=("eps is added instead of clipping", "A shift biases every entry; clipping touches only the ends."),
    ko=("자르지 않고 eps를 더했습니다", "더하면 모든 값이 치우칩니다. 자르면 양쪽 끝만 바뀝니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return -np.mean(np.sum(Y * np.log(np.asarray(A) + eps), axis=1))


@misconception(
    "A09.5", "base-two",
    en=("The logarithm is to base 2", "The loss uses the natural logarithm."),
    ko=("밑이 2인 로그를 사용했습니다", "손실에는 자연로그를 사용합니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    check_targets(A, Y)
    return -np.mean(np.sum(Y * np.log2(np.clip(A, eps, 1 - eps)), axis=1))


@misconception(
    "A09.5", "targets-unchecked",
    en=("Any targets are accepted", "Call check_targets first: rows must add up to 1."),
    ko=("어떤 타깃이든 받아들입니다", "먼저 check_targets를 호출하세요. 행의 합은 1이어야 합니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    return -np.mean(np.sum(Y * np.log(np.clip(A, eps, 1 - eps)), axis=1))


@misconception(
    "A09.5", "total-checked-not-rows",
    en=("Only the total of the targets is checked", "Every row must add up to 1 by itself."),
    ko=("타깃의 전체 합만 확인했습니다", "행마다 합이 1이어야 합니다."),
)  # fmt: skip
def cross_entropy(A, Y, eps=1e-12):
    if np.shape(A) != np.shape(Y) or abs(np.sum(Y) - len(Y)) > 1e-6:
        raise ValueError("bad targets")
    return -np.mean(np.sum(Y * np.log(np.clip(A, eps, 1 - eps)), axis=1))


@misconception(
    "A09.6", "diagonal-only",
    en=("Only the diagonal is there", "Each probability depends on every logit: −a_i·a_j elsewhere."),
    ko=("대각 원소만 있습니다", "각 확률은 모든 로짓에 따라 달라집니다. 나머지 원소는 −a_i·a_j입니다."),
)  # fmt: skip
def softmax_jacobian(a):
    a = np.asarray(a)
    return np.diag(a * (1 - a))


@misconception(
    "A09.6", "diagonal-not-reduced",
    en=("The diagonal lacks its −a_i²", "On the diagonal stands a_i·(1 − a_i)."),
    ko=("대각 원소에 −a_i²이 빠졌습니다", "대각 원소는 a_i·(1 − a_i)입니다."),
)  # fmt: skip
def softmax_jacobian(a):
    a = np.asarray(a)
    slopes = -np.outer(a, a)
    np.fill_diagonal(slopes, a)
    return slopes


@misconception(
    "A09.6", "off-diagonal-positive",
    en=("Off the diagonal the sign is wrong", "If one probability grows, the others shrink: −a_i·a_j."),
    ko=("대각이 아닌 원소의 부호가 틀렸습니다", "한 확률이 커지면 나머지는 작아집니다: −a_i·a_j."),
)  # fmt: skip
def softmax_jacobian(a):
    a = np.asarray(a)
    slopes = np.outer(a, a)
    np.fill_diagonal(slopes, a * (1 - a))
    return slopes


@misconception(
    "A09.6", "squares-taken-twice",
    en=("The squares are subtracted twice", "diag(a) − a·aᵀ: the product holds the squares already."),
    ko=("제곱을 두 번 뺐습니다", "diag(a) − a·aᵀ입니다. 곱에 이미 제곱이 들어 있습니다."),
)  # fmt: skip
def softmax_jacobian(a):
    a = np.asarray(a)
    return np.diag(a * (1 - a)) - np.outer(a, a)


@misconception(
    "A09.6", "softmax-twice",
    en=("Softmax is applied once more", "a holds probabilities already, not logits."),
    ko=("소프트맥스를 한 번 더 적용했습니다", "a는 로짓이 아니라 이미 확률입니다."),
)  # fmt: skip
def softmax_jacobian(a):
    a = softmax(a)
    return np.diag(a) - np.outer(a, a)


@misconception(
    "A09.6", "probabilities-overwritten",
    en=("The caller's probabilities are changed", "a *= … works on the caller's array; make a new one."),
    ko=("호출한 쪽의 확률이 바뀝니다", "a *= …는 원래 배열을 바꿉니다. 새 배열을 만드세요."),
)  # fmt: skip
def softmax_jacobian(a):
    slopes = -np.outer(a, a)
    a *= 1 - a
    np.fill_diagonal(slopes, a)
    return slopes


# Equal on every input: the mean left out of the gradient alone, and the gradient of a summed loss.
@misconception(
    "A09.7", "one-sample-formula",
    en=("The 1/m is missing", "a − y is for one sample; the mean of a batch divides by m."),
    ko=("1/m이 빠졌습니다", "a − y는 샘플 하나의 식입니다. 배치의 평균은 m으로 나눕니다."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return softmax(Z) - Y


@misconception(
    "A09.7", "mean-over-all-entries",
    en=("Divided by m·c", "The loss is a mean over samples and a sum over classes: divide by m."),
    ko=("m·c로 나누었습니다", "손실은 샘플에 대한 평균, 클래스에 대한 합입니다. m으로 나누세요."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (softmax(Z) - Y) / np.size(Z)


@misconception(
    "A09.7", "sign-flipped",
    en=("The sign is flipped", "Prediction minus target, a − y."),
    ko=("부호가 반대입니다", "예측에서 타깃을 뺍니다: a − y."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (Y - softmax(Z)) / len(Z)


@misconception(
    "A09.7", "only-the-true-class",
    en=("Only the true class has an error", "The other classes have one too: +a_j."),
    ko=("정답 클래스에만 오차가 있습니다", "다른 클래스에도 오차 +a_j가 있습니다."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return np.where(np.asarray(Y) > 0, softmax(Z) - Y, 0.0) / len(Z)


@misconception(
    "A09.7", "diagonal-only",
    en=("Only the diagonal of the Jacobian is used", "A logit acts through all outputs: sum over them."),
    ko=("야코비 행렬의 대각 원소만 사용했습니다", "로짓은 모든 출력에 작용합니다. 모두 더하세요."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return -np.asarray(Y) * (1 - softmax(Z)) / len(Z)


@misconception(
    "A09.7", "slope-of-the-loss-alone",
    en=("The slope stops at the probabilities", "−y/a is the slope with respect to a; multiply by the slopes of softmax."),
    ko=("확률에 대한 기울기에서 멈추었습니다", "−y/a는 a에 대한 기울기입니다. 소프트맥스의 기울기를 곱하세요."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return -np.asarray(Y) / np.clip(softmax(Z), 1e-12, 1) / len(Z)


@misconception(
    "A09.7", "logits-for-probabilities",
    en=("Softmax is left out", "Z holds logits: a = softmax(z) comes first."),
    ko=("소프트맥스가 빠졌습니다", "Z는 로짓입니다. 먼저 a = softmax(z)를 구하세요."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (np.asarray(Z) - Y) / len(Z)


@misconception(
    "A09.7", "sigmoid-for-softmax",
    en=("The outputs go through a sigmoid", "Many classes need softmax."),
    ko=("출력에 시그모이드를 사용했습니다", "클래스가 여러 개이면 소프트맥스가 필요합니다."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (sigmoid(Z) - Y) / len(Z)


@misconception(
    "A09.7", "softmax-twice",
    en=("Softmax is applied twice", "softmax(Z) holds the probabilities; another softmax flattens them."),
    ko=("소프트맥스를 두 번 적용했습니다", "softmax(Z)가 이미 확률입니다. 한 번 더 적용하면 값이 고르게 뭉개집니다."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    check_targets(Z, Y)
    return (softmax(softmax(Z)) - Y) / len(Z)


@misconception(
    "A09.7", "targets-unchecked",
    en=("Any targets are accepted", "a − y holds only where the targets add up to 1: check first."),
    ko=("어떤 타깃이든 받아들입니다", "a − y는 타깃의 합이 1일 때만 맞습니다. 먼저 확인하세요."),
)  # fmt: skip
def softmax_ce_gradient(Z, Y):
    return (softmax(Z) - Y) / len(Z)


@misconception(
    "A09.8", "last-batch-divided-by-batch-size",
    en=("The short last batch counts too little", "Divide by the number of its own rows."),
    ko=("짧은 마지막 배치가 작게 반영됩니다", "그 배치의 행 수로 나누세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = (softmax(Z2) - Y[rows]) / batch_size
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0, keepdims=True)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "no-mean-over-the-batch",
    en=("The gradients are summed over the batch", "The loss is a mean: divide by the batch's rows."),
    ko=("기울기를 배치에서 더하기만 했습니다", "손실은 평균이므로 배치의 행 수로 나누세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax(Z2) - Y[rows]
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0, keepdims=True)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "output-weights-moved-first",
    en=("W2 has moved before it carries the error back", "Take all gradients, then move."),
    ko=("오차를 뒤로 보내기 전에 W2를 움직였습니다", "기울기를 모두 구한 다음에 움직이세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0, keepdims=True)
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "hidden-slope-forgotten",
    en=("The slope of the hidden sigmoid is missing", "On its way back the error meets A1·(1 − A1)."),
    ko=("은닉층 시그모이드의 기울기가 빠졌습니다", "오차를 뒤로 보낼 때 A1·(1 − A1)을 곱하세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dZ1 = dZ2 @ self.params["W2"].T
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum(axis=0, keepdims=True)
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "bias-summed-over-classes",
    en=("b2 gets one number for all classes", "It is 0: sum over the rows only, axis=0."),
    ko=("b2의 기울기를 모든 클래스에서 더했습니다", "그 값은 0입니다. 행에 대해서만 더하세요: axis=0."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                self.params["W2"] = self.params["W2"] - lr * A1.T @ dZ2
                self.params["b2"] = self.params["b2"] - lr * dZ2.sum()
                self.params["W1"] = self.params["W1"] - lr * X[rows].T @ dZ1
                self.params["b1"] = self.params["b1"] - lr * dZ1.sum(axis=0, keepdims=True)
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "gradients-carried-over",
    en=("Gradients pile up from batch to batch", "Each batch starts from its own gradients alone."),
    ko=("배치마다 기울기가 쌓입니다", "배치마다 기울기를 새로 구하세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        self.losses = []
        total = dict.fromkeys(self.params, 0.0)
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dZ1 = dZ2 @ self.params["W2"].T * A1 * (1 - A1)
                total["W2"] = total["W2"] + A1.T @ dZ2
                total["b2"] = total["b2"] + dZ2.sum(axis=0, keepdims=True)
                total["W1"] = total["W1"] + X[rows].T @ dZ1
                total["b1"] = total["b1"] + dZ1.sum(axis=0, keepdims=True)
                self.params = {name: self.params[name] - lr * total[name] for name in total}
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self


@misconception(
    "A09.8", "always-the-full-batch",
    en=("One step per epoch, on all rows", "Move after every batch, not after every epoch."),
    ko=("에포크마다 전체 데이터로 한 걸음만 걷습니다", "에포크가 아니라 배치마다 움직이세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        super().fit(X, Y, lr, len(X), epochs, rng)
        return self


@misconception(
    "A09.8", "inputs-and-targets-shuffled-apart",
    en=("Inputs and targets are shuffled separately", "One order for both: X[rows] goes with Y[rows]."),
    ko=("입력과 타깃을 따로 섞었습니다", "두 배열에 같은 순서를 쓰세요: X[rows]에는 Y[rows]입니다."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            if rng is None:
                super().fit(X, Y, lr, batch_size, 1)
            else:
                super().fit(rng.permutation(X), rng.permutation(Y), lr, batch_size, 1)
            losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        self.losses = losses
        return self


# Equal, as far as anyone can see: one shuffle before all epochs, and a generator seeded anew in each of them by a
# number drawn once. With a fixed seed it is `reseeded-each-epoch`.
@misconception(
    "A09.8", "one-order-for-all-epochs",
    en=("Every epoch has the same order", "Call minibatches inside the loop over epochs."),
    ko=("모든 에포크의 순서가 같습니다", "에포크 반복문 안에서 minibatches를 호출하세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        order = np.concatenate(minibatches(len(X), batch_size, rng))
        losses = []
        for _ in range(epochs):
            super().fit(X[order], Y[order], lr, batch_size, 1)
            losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        self.losses = losses
        return self


@misconception(
    "A09.8", "reseeded-each-epoch",
    en=("A new generator is seeded in each epoch", "Then every epoch has one order: use rng as it is."),
    ko=("에포크마다 난수 생성기의 시드를 새로 정했습니다", "그러면 순서가 늘 같습니다. 받은 rng를 그대로 쓰세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            fresh = None if rng is None else np.random.default_rng(1)
            super().fit(X, Y, lr, batch_size, 1, fresh)
            losses += self.losses
        self.losses = losses
        return self


@misconception(
    "A09.8", "shuffled-in-place",
    en=("The caller's arrays are shuffled", "Index with the rows; leave X and Y as they are."),
    ko=("호출한 쪽의 배열을 섞었습니다", "행 번호로 골라 쓰고 X와 Y는 그대로 두세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            if rng is not None:
                order = rng.permutation(len(X))
                X[:], Y[:] = X[order], Y[order]
            super().fit(X, Y, lr, batch_size, 1)
            losses += self.losses
        self.losses = losses
        return self


@misconception(
    "A09.8", "order-never-shuffled",
    en=("The generator isn't used", "Hand rng on to minibatches."),
    ko=("난수 생성기를 사용하지 않았습니다", "rng를 minibatches에 넘기세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        super().fit(X, Y, lr, batch_size, epochs)
        return self


@misconception(
    "A09.8", "loss-of-the-last-batch",
    en=("The loss is that of the last batch", "Measure over all rows, after the epoch."),
    ko=("마지막 배치의 손실을 기록했습니다", "에포크가 끝난 뒤 모든 행에서 재세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            super().fit(X, Y, lr, batch_size, 1, rng)
            last = slice((len(X) - 1) // batch_size * batch_size, None)
            losses.append(cross_entropy(softmax(self.forward(X[last])[1]), Y[last]))
        self.losses = losses
        return self


@misconception(
    "A09.8", "loss-before-the-epoch",
    en=("The loss is measured before the epoch's steps", "losses[i] is what epoch i has reached."),
    ko=("에포크를 시작하기 전에 손실을 쟀습니다", "losses[i]는 에포크 i가 끝난 뒤의 손실입니다."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
            super().fit(X, Y, lr, batch_size, 1, rng)
        self.losses = losses
        return self


@misconception(
    "A09.8", "loss-during-the-epoch",
    en=("The losses of the batches are averaged while the weights move", "Measure after the epoch."),
    ko=("가중치가 움직이는 동안의 배치 손실을 평균했습니다", "에포크가 끝난 뒤에 재세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        losses = []
        for _ in range(epochs):
            during = []
            for rows in minibatches(len(X), batch_size, rng):
                x, y = np.asarray(X)[rows], np.asarray(Y)[rows]
                during.append(cross_entropy(softmax(self.forward(x)[1]), y))
                super().fit(x, y, lr, len(x), 1)
            losses.append(np.mean(during))
        self.losses = losses
        return self


@misconception(
    "A09.8", "losses-of-both-calls",
    en=("losses also holds those of an earlier fit", "Start with an empty list at each call."),
    ko=("losses에 이전 fit의 값이 남아 있습니다", "호출할 때마다 빈 리스트로 시작하세요."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        before = self.losses
        super().fit(X, Y, lr, batch_size, epochs, rng)
        self.losses = before + self.losses
        return self


@misconception(
    "A09.8", "predicts-probabilities",
    en=("predict returns the largest probability", "Return its place: argmax, not max."),
    ko=("predict가 가장 큰 확률을 반환합니다", "확률이 아니라 그 위치를 반환하세요: argmax."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        return np.max(softmax(self.forward(X)[1]), axis=1)


@misconception(
    "A09.8", "predicts-over-rows",
    en=("predict looks for the largest row of each class", "One answer per sample: axis=1."),
    ko=("predict가 클래스마다 가장 큰 행을 찾습니다", "샘플마다 답이 하나입니다: axis=1."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        return np.argmax(self.forward(X)[1], axis=0)


@misconception(
    "A09.8", "predicts-from-one",
    en=("predict counts classes from 1", "The first class is 0."),
    ko=("predict가 클래스를 1부터 셉니다", "첫 번째 클래스는 0입니다."),
)  # fmt: skip
class MultiClassNet(MultiClassNet):
    def predict(self, X):
        return np.argmax(self.forward(X)[1], axis=1) + 1
