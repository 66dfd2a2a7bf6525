"""What students get wrong in A03: wrong variants of the reference, each rejected and named."""

import numpy as np
from a03_sigmoid_cross_entropy import *

from autograder.checks import misconception


@misconception(
    "A03.1", "classes-swapped",
    en=("The positive class is written 0", "`positive` is the label that becomes 1."),
    ko=("양성 클래스를 0으로 적었습니다", "`positive`와 같은 레이블이 1입니다."),
)  # fmt: skip
def encode_labels(labels, positive):
    labels = np.asarray(labels)
    return (labels != positive).astype(float)


@misconception(
    "A03.1", "unknown-label-accepted",
    en=(
        "A misspelt positive label goes unnoticed",
        "If no label equals `positive`, raise ValueError.",
    ),
    ko=(
        "철자가 틀린 양성 레이블을 알아채지 못합니다",
        "`positive`와 같은 레이블이 없으면 ValueError를 발생시키세요.",
    ),
)  # fmt: skip
def encode_labels(labels, positive):
    return (np.asarray(labels) == positive).astype(float)


@misconception(
    "A03.1", "part-of-a-label",
    en=("A label that contains the positive one counts", '"spam" is in "not spam": compare with ==.'),
    ko=("양성 레이블을 포함하는 레이블도 1이 됩니다", '"spam"은 "not spam"에 들어 있습니다. ==로 비교하세요.'),
)  # fmt: skip
def encode_labels(labels, positive):
    codes = np.array([float(str(positive) in str(label)) for label in labels])
    return codes


@misconception(
    "A03.1", "alphabet-decides",
    en=(
        "The classes are numbered by the alphabet",
        "The caller says which label is 1: use `positive`.",
    ),
    ko=("클래스 번호를 사전 순서로 매겼습니다", "어느 레이블이 1인지는 `positive`가 정합니다."),
)  # fmt: skip
def encode_labels(labels, positive):
    labels = np.asarray(labels)
    return np.unique(labels, return_inverse=True)[1].astype(float)


@misconception(
    "A03.1", "true-and-false",
    en=("The result is True and False", "Turn the comparison into numbers: `.astype(float)`."),
    ko=("결과가 True와 False입니다", "비교 결과를 숫자로 바꾸세요: `.astype(float)`."),
)  # fmt: skip
def encode_labels(labels, positive):
    codes = np.asarray(labels) == positive
    return codes


@misconception(
    "A03.1", "minus-one-and-one",
    en=("The other class is −1", "Cross-entropy needs 0 and 1."),
    ko=("다른 클래스를 −1로 적었습니다", "크로스 엔트로피에는 0과 1이 필요합니다."),
)  # fmt: skip
def encode_labels(labels, positive):
    codes = np.where(np.asarray(labels) == positive, 1.0, -1.0)
    return codes


@misconception(
    "A03.1", "integer-codes",
    en=("The codes are integers", "The docstring promises float64: `.astype(float)`."),
    ko=("결과가 정수입니다", "docstring은 float64를 약속합니다: `.astype(float)`."),
)  # fmt: skip
def encode_labels(labels, positive):
    codes = np.asarray(labels) == positive
    if not codes.any():
        raise ValueError(positive)
    return codes.astype(int)


@misconception(
    "A03.2", "common-logarithm",
    en=("The logarithm has base 10", "Use the natural logarithm, np.log."),
    ko=("밑이 10인 로그를 사용했습니다", "자연로그 np.log를 사용하세요."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return p / (1 - p), np.log10(p / (1 - p))


@misconception(
    "A03.2", "odds-against",
    en=("These are the odds against", "Success over failure: p / (1 − p)."),
    ko=("실패의 오즈입니다", "성공 확률을 실패 확률로 나눕니다: p / (1 − p)."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return (1 - p) / p, np.log((1 - p) / p)


@misconception(
    "A03.2", "odds-ratio-for-odds",
    en=(
        "This is an odds ratio, not the odds",
        "The slides' name is a slip: p / (1 − p) is the odds; nothing is divided by other odds.",
    ),
    ko=(
        "오즈가 아니라 오즈비입니다",
        "슬라이드의 이름이 잘못되었습니다. p / (1 − p)가 오즈이며 다른 오즈로 나누지 않습니다.",
    ),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    ratio = (p / (1 - p)) / ((1 - p) / p)
    return ratio, np.log(ratio)


@misconception(
    "A03.2", "plus-for-minus",
    en=("The odds are divided by 1 + p", "The probability of failure is 1 − p."),
    ko=("1 + p로 나누었습니다", "실패할 확률은 1 − p입니다."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return p / (1 + p), np.log(p / (1 + p))


@misconception(
    "A03.2", "logarithm-of-p",
    en=("The logit is the logarithm of p", "Take the logarithm of the odds, not of p."),
    ko=("p의 로그를 로짓으로 반환했습니다", "p가 아니라 오즈의 로그입니다."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return p / (1 - p), np.log(p)


@misconception(
    "A03.2", "sigmoid-for-logit",
    en=(
        "The second result is the sigmoid of p",
        "The logit is the sigmoid's inverse: log of the odds.",
    ),
    ko=("두 번째 값이 p의 시그모이드입니다", "로짓은 시그모이드의 역함수, 곧 오즈의 로그입니다."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return p / (1 - p), 1 / (1 + np.exp(-p))


@misconception(
    "A03.2", "ends-accepted",
    en=("0 and 1 are accepted", "Their logits are −∞ and ∞: raise ValueError for p ≤ 0 and p ≥ 1."),
    ko=(
        "0과 1을 받아들였습니다",
        "로짓이 −∞와 ∞가 됩니다. p ≤ 0이나 p ≥ 1이면 ValueError를 발생시키세요.",
    ),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.any((p < 0) | (p > 1)):
        raise ValueError("p")
    return p / (1 - p), np.log(p / (1 - p))


@misconception(
    "A03.2", "refused-only-when-all-are-bad",
    en=("One bad entry slips through", "Ask whether *any* entry is out of range, not all."),
    ko=(
        "잘못된 원소 하나를 놓쳤습니다",
        "모든 원소가 아니라 *하나라도* 범위를 벗어나는지 확인하세요.",
    ),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.all((p <= 0) | (p >= 1)):
        raise ValueError("p")
    return p / (1 - p), np.log(p / (1 - p))


@misconception(
    "A03.2", "returned-in-wrong-order",
    en=("The logit comes back first", "The docstring's order is (odds, logit)."),
    ko=("로짓을 먼저 반환했습니다", "docstring에 적힌 순서는 (오즈, 로짓)입니다."),
)  # fmt: skip
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    return np.log(p / (1 - p)), p / (1 - p)


@misconception(
    "A03.3", "infinity-over-infinity",
    en=(
        "exp(z) / (1 + exp(z)) is nan for large z",
        "Choose the fraction by the sign of z, so that only exp(−|z|) is computed.",
    ),
    ko=(
        "z가 크면 exp(z) / (1 + exp(z))가 nan이 됩니다",
        "z의 부호에 따라 식을 골라 exp(−|z|)만 계산하세요.",
    ),
)  # fmt: skip
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z) / (1 + np.exp(z))


@misconception(
    "A03.3", "sign-of-the-exponent",
    en=("The sigmoid falls", "It is exp(−z) in the denominator: the sigmoid rises from 0 to 1."),
    ko=("시그모이드가 감소합니다", "분모에는 exp(−z)가 옵니다. 시그모이드는 0에서 1로 커집니다."),
)  # fmt: skip
def sigmoid(z):
    return 1 / (1 + np.exp(np.asarray(z, dtype=float)))


@misconception(
    "A03.3", "same-fraction-on-both-sides",
    en=("Negative z are treated like positive ones", "For z < 0 the numerator is exp(z), not 1."),
    ko=("음수 z를 양수처럼 계산했습니다", "z < 0이면 분자가 1이 아니라 exp(z)입니다."),
)  # fmt: skip
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(np.asarray(z, dtype=float))))


@misconception(
    "A03.3", "tanh-for-sigmoid",
    en=("This is tanh, from −1 to 1", "The sigmoid runs from 0 to 1 and is ½ at 0."),
    ko=("−1에서 1까지 변하는 tanh입니다", "시그모이드는 0에서 1까지 변하고 0에서 ½입니다."),
)  # fmt: skip
def sigmoid(z):
    return np.tanh(z)


@misconception(
    "A03.3", "integer-result",
    en=(
        "Whole numbers give a result of zeros",
        "np.zeros_like of integers holds integers: work in float.",
    ),
    ko=(
        "정수를 넣으면 결과가 0으로 잘립니다",
        "정수 배열의 np.zeros_like는 정수 배열입니다. 실수로 계산하세요.",
    ),
)  # fmt: skip
def sigmoid(z):
    z = np.asarray(z)
    e = np.exp(-np.abs(z))
    a = np.zeros_like(z)
    a[...] = np.where(z >= 0, 1, e) / (1 + e)
    return a


@misconception(
    "A03.3", "clipped-too-early",
    en=(
        "z is clipped where the sigmoid still changes",
        "At ±5 it is still 0.7 % away from 0 or 1.",
    ),
    ko=(
        "시그모이드가 아직 변하는 곳에서 z를 잘랐습니다",
        "±5에서는 아직 0이나 1과 0.7% 떨어져 있습니다.",
    ),
)  # fmt: skip
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


@misconception(
    "A03.3", "slope-for-sigmoid",
    en=("This is the sigmoid's slope", "a(1 − a) is the derivative; return a."),
    ko=("시그모이드의 기울기입니다", "a(1 − a)는 도함수입니다. a를 반환하세요."),
)  # fmt: skip
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


@misconception(
    "A03.3", "step-for-sigmoid",
    en=("This is a step, the perceptron's", "The sigmoid passes smoothly from 0 to 1."),
    ko=("퍼셉트론의 계단 함수입니다", "시그모이드는 0에서 1로 매끄럽게 변합니다."),
)  # fmt: skip
def sigmoid(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


@misconception(
    "A03.3", "changed-in-place",
    en=("z is overwritten", "`z *= -1` changes the caller's array: write `-z`."),
    ko=("z를 덮어썼습니다", "`z *= -1`은 호출한 쪽의 배열을 바꿉니다. `-z`라고 쓰세요."),
)  # fmt: skip
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    z *= -1
    return 1 / (1 + np.exp(z))


@misconception(
    "A03.4", "only-the-positive-term",
    en=("Labels 0 cost nothing", "Both terms, always: (1 − y) log(1 − a) is missing."),
    ko=(
        "레이블 0의 비용이 없습니다",
        "항상 두 항이 모두 필요합니다. (1 − y) log(1 − a)가 빠졌습니다.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    return -y * np.log(np.clip(a, eps, 1 - eps))


@misconception(
    "A03.4", "only-the-negative-term",
    en=("Labels 1 cost nothing", "Both terms, always: y log a is missing."),
    ko=("레이블 1의 비용이 없습니다", "항상 두 항이 모두 필요합니다. y log a가 빠졌습니다."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    return -(1 - y) * np.log(1 - np.clip(a, eps, 1 - eps))


@misconception(
    "A03.4", "minus-forgotten",
    en=(
        "The cost is negative",
        "The logarithm of a probability is negative: put a minus in front.",
    ),
    ko=("비용이 음수입니다", "확률의 로그는 음수이므로 앞에 −를 붙이세요."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.clip(a, eps, 1 - eps)
    return y * np.log(a) + (1 - y) * np.log(1 - a)


# Equal on every input: y and 1 − y swapped, and a and 1 − a.
@misconception(
    "A03.4", "labels-swapped",
    en=("The labels are swapped", "y goes with log a, 1 − y with log(1 − a)."),
    ko=("레이블이 뒤바뀌었습니다", "y에는 log a를, 1 − y에는 log(1 − a)를 곱합니다."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.clip(a, eps, 1 - eps)
    return -((1 - y) * np.log(a) + y * np.log(1 - a))


@misconception(
    "A03.4", "not-clipped",
    en=(
        "The cost is nan or infinite at a = 0 and a = 1",
        "Clip a to [eps, 1 − eps] before the logarithm.",
    ),
    ko=(
        "a = 0과 a = 1에서 비용이 nan이나 무한대입니다",
        "로그를 취하기 전에 a를 [eps, 1 − eps]로 자르세요.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a, dtype=float), np.asarray(y)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception(
    "A03.4", "clipped-below-only",
    en=("Only the lower end is clipped", "At a = 1 there is log(1 − a) = log 0: clip both ends."),
    ko=(
        "아래쪽 끝만 잘랐습니다",
        "a = 1이면 log(1 − a) = log 0이 됩니다. 양쪽 끝을 모두 자르세요.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.maximum(a, eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception(
    "A03.4", "eps-added",
    en=(
        "eps is added inside the logarithm",
        "That makes the cost negative at a = 1: clip, don't shift.",
    ),
    ko=("로그 안에 eps를 더했습니다", "a = 1에서 비용이 음수가 됩니다. 더하지 말고 자르세요."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    return -(y * np.log(a + eps) + (1 - y) * np.log(1 - a + eps))


@misconception(
    "A03.4", "each-logarithm-clipped-below",
    en=("a is not clipped above", "Clip a itself to [eps, 1 − eps], once, before both logarithms."),
    ko=(
        "a의 위쪽을 자르지 않았습니다",
        "두 로그를 취하기 전에 a 자체를 [eps, 1 − eps]로 한 번 자르세요.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    return -(y * np.log(np.maximum(a, eps)) + (1 - y) * np.log(np.maximum(1 - a, eps)))


@misconception(
    "A03.4", "eps-ignored",
    en=("eps is always 1e-12", "Use the eps that was handed in."),
    ko=("eps가 항상 1e-12입니다", "인자로 받은 eps를 사용하세요."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception(
    "A03.4", "base-two",
    en=("The logarithm has base 2", "Use the natural logarithm, np.log."),
    ko=("밑이 2인 로그를 사용했습니다", "자연로그 np.log를 사용하세요."),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.clip(a, eps, 1 - eps)
    return -(y * np.log2(a) + (1 - y) * np.log2(1 - a))


@misconception(
    "A03.4", "averaged-too-early",
    en=(
        "The costs are averaged here",
        "This function returns one cost per entry; the mean comes later.",
    ),
    ko=(
        "여기서 이미 평균을 냈습니다",
        "이 함수는 원소마다 비용을 하나씩 반환합니다. 평균은 나중에 냅니다.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.asarray(a), np.asarray(y)
    a = np.clip(a, eps, 1 - eps)
    return np.mean(-(y * np.log(a) + (1 - y) * np.log(1 - a)))


@misconception(
    "A03.4", "shapes-broadcast",
    en=(
        "Shapes (m,) and (m, 1) broadcast to (m, m)",
        "Print both shapes; refuse the pair before computing.",
    ),
    ko=(
        "shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다",
        "두 shape을 출력해 보고, 계산하기 전에 거부하세요.",
    ),
)  # fmt: skip
def binary_cross_entropy(a, y, eps=1e-12):
    a, y = np.clip(a, eps, 1 - eps), np.asarray(y)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception(
    "A03.5", "logit-taken-for-probability",
    en=(
        "The logit is taken for a probability",
        "z is any number; −log z is negative for z = 2. The probability is sigmoid(z).",
    ),
    ko=(
        "로짓을 확률로 보았습니다",
        "z는 아무 수나 될 수 있고 z = 2이면 −log z가 음수입니다. 확률은 sigmoid(z)입니다.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.where(y == 1, -np.log(z), -np.log(1 - z))


@misconception(
    "A03.5", "logit-clipped-like-a-probability",
    en=(
        "The logit is taken for a probability and clipped",
        "z is any number. The probability is sigmoid(z).",
    ),
    ko=(
        "로짓을 확률로 보고 잘랐습니다",
        "z는 아무 수나 될 수 있습니다. 확률은 sigmoid(z)입니다.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    return binary_cross_entropy(z, y)


@misconception(
    "A03.5", "sigmoid-twice",
    en=("The sigmoid is applied twice", "It is already inside this cost: hand it z once."),
    ko=(
        "시그모이드를 두 번 적용했습니다",
        "시그모이드는 이 비용 안에 이미 들어 있습니다. 한 번만 적용하세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    return binary_cross_entropy(sigmoid(sigmoid(z)), y)


@misconception(
    "A03.5", "half-squared-error",
    en=(
        "This is half the squared error of the sigmoid",
        "That cost isn't convex, whatever the slide's heading says: use cross-entropy.",
    ),
    ko=(
        "시그모이드의 제곱 오차의 절반입니다",
        "슬라이드의 제목과 달리 이 비용은 볼록하지 않습니다. 크로스 엔트로피를 사용하세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    a, y = sigmoid(z), np.asarray(y)
    return (a - y) ** 2 / 2


@misconception(
    "A03.5", "clipped-at-27",
    en=(
        "Large costs stop at 27.6",
        "A clipped probability has lost the logit: simplify first, then compute from z.",
    ),
    ko=(
        "큰 비용이 27.6에서 멈춥니다",
        "잘라 낸 확률에는 로짓이 남아 있지 않습니다. 먼저 식을 정리한 다음 z로 계산하세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    return binary_cross_entropy(sigmoid(z), y)


@misconception(
    "A03.5", "detour-unclipped",
    en=(
        "The cost is nan or infinite for large z",
        "log(sigmoid(z)) meets log 0: simplify first, then compute from z.",
    ),
    ko=(
        "z가 크면 비용이 nan이나 무한대입니다",
        "log(sigmoid(z))에서 log 0이 나옵니다. 먼저 식을 정리한 다음 z로 계산하세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    a, y = sigmoid(z), np.asarray(y)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@misconception(
    "A03.5", "overflows-to-the-right",
    en=("exp(z) overflows for large z", "Use max(z, 0) + log(1 + exp(−|z|)) for log(1 + exp(z))."),
    ko=(
        "z가 크면 exp(z)에서 오버플로가 일어납니다",
        "log(1 + exp(z)) 대신 max(z, 0) + log(1 + exp(−|z|))를 쓰세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.log(1 + np.exp(z)) - z * y


@misconception(
    "A03.5", "overflows-to-the-left",
    en=("exp(−z) overflows for very negative z", "Use max(z, 0) + log(1 + exp(−|z|)): the exponent is never above 0."),
    ko=("z가 아주 작은 음수이면 exp(−z)에서 오버플로가 일어납니다", "max(z, 0) + log(1 + exp(−|z|))를 쓰세요. 지수가 0보다 커지지 않습니다."),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return z * (1 - y) + np.log1p(np.exp(-z))


@misconception(
    "A03.5", "absolute-value-forgotten",
    en=("Costs of negative z are too large by |z|", "The exponent is −|z|, not −z: max(z, 0) has already taken care of the sign."),
    ko=("z가 음수이면 비용이 |z|만큼 큽니다", "지수는 −z가 아니라 −|z|입니다. 부호는 max(z, 0)이 이미 반영합니다."),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-z))


@misconception(
    "A03.5", "maximum-forgotten",
    en=("max(z, 0) is missing", "log(1 + exp(z)) is max(z, 0) + log(1 + exp(−|z|))."),
    ko=("max(z, 0)이 빠졌습니다", "log(1 + exp(z))는 max(z, 0) + log(1 + exp(−|z|))입니다."),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.log1p(np.exp(-np.abs(z))) - z * y


@misconception(
    "A03.5", "labels-swapped",
    en=(
        "The labels are swapped",
        "At y = 1 a large z costs nothing: subtract z·y from log(1 + exp(z)).",
    ),
    ko=(
        "레이블이 뒤바뀌었습니다",
        "y = 1이면 z가 클수록 비용이 0에 가깝습니다. log(1 + exp(z))에서 z·y를 빼세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.maximum(z, 0) - z * (1 - y) + np.log1p(np.exp(-np.abs(z)))


@misconception(
    "A03.5", "label-term-added",
    en=("z·y is added", "It is subtracted: log(1 + exp(z)) − z·y."),
    ko=("z·y를 더했습니다", "더하지 않고 뺍니다: log(1 + exp(z)) − z·y."),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.maximum(z, 0) + z * y + np.log1p(np.exp(-np.abs(z)))


@misconception(
    "A03.5", "averaged-too-early",
    en=(
        "The costs are averaged here",
        "This function returns one cost per entry; the mean comes later.",
    ),
    ko=(
        "여기서 이미 평균을 냈습니다",
        "이 함수는 원소마다 비용을 하나씩 반환합니다. 평균은 나중에 냅니다.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


@misconception(
    "A03.5", "shapes-broadcast",
    en=(
        "Shapes (m,) and (m, 1) broadcast to (m, m)",
        "Print both shapes; refuse the pair before computing.",
    ),
    ko=(
        "shape (m,)과 (m, 1)이 (m, m)으로 브로드캐스팅됩니다",
        "두 shape을 출력해 보고, 계산하기 전에 거부하세요.",
    ),
)  # fmt: skip
def bce_with_logits(z, y):
    z, y = np.asarray(z, dtype=float), np.asarray(y)
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


@misconception(
    "A03.6", "loss-slope-sign",
    en=(
        "∂L/∂a has the wrong sign",
        "At y = 1 a larger a makes the cost smaller: the slope is −1/a.",
    ),
    ko=("∂L/∂a의 부호가 반대입니다", "y = 1이면 a가 클수록 비용이 작아지므로 기울기는 −1/a입니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return y / a - (1 - y) / (1 - a), a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.6", "inner-minus-forgotten",
    en=(
        "The term of y = 0 has the wrong sign",
        "The derivative of −log(1 − a) is +1/(1 − a): the inner minus turns the sign.",
    ),
    ko=(
        "y = 0인 항의 부호가 반대입니다",
        "−log(1 − a)의 도함수는 +1/(1 − a)입니다. 안쪽의 −가 부호를 바꿉니다.",
    ),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a + (1 - y) / (1 - a)), a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.6", "only-the-positive-term",
    en=("Labels 0 have no slope", "Differentiate both terms: + (1 − y)/(1 − a)."),
    ko=("레이블 0의 기울기가 없습니다", "두 항을 모두 미분하세요: + (1 − y)/(1 − a)."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a), a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.6", "merged-too-early",
    en=("∂L/∂a is already a − y", "a − y is ∂L/∂z, the product of the first two factors."),
    ko=("∂L/∂a 자리에 a − y가 있습니다", "a − y는 앞의 두 인수를 곱한 ∂L/∂z입니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return a - y, a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.6", "cost-for-its-derivative",
    en=("The first factor is the cost itself", "Differentiate it: −(y/a − (1 − y)/(1 − a))."),
    ko=("첫 번째 인수가 비용 자체입니다", "미분하세요: −(y/a − (1 − y)/(1 − a))."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return binary_cross_entropy(a, y), a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.6", "slope-from-z",
    en=("The sigmoid's slope is made from z", "a(1 − a), with the activated value a in it."),
    ko=("시그모이드의 기울기에 z를 넣었습니다", "a(1 − a)에는 활성화된 값 a가 들어갑니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    z = w * x + b
    a = sigmoid(z)
    return -(y / a - (1 - y) / (1 - a)), z * (1 - z), x, np.ones_like(x)


@misconception(
    "A03.6", "slope-of-an-activated-value",
    en=("The sigmoid is applied to a once more", "a is already activated: the slope is a(1 − a)."),
    ko=(
        "a에 시그모이드를 한 번 더 적용했습니다",
        "a는 이미 활성화된 값입니다. 기울기는 a(1 − a)입니다.",
    ),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a - (1 - y) / (1 - a)), sigmoid(a) * (1 - sigmoid(a)), x, np.ones_like(x)


@misconception(
    "A03.6", "weight-for-input",
    en=("∂z/∂w is w", "In w·x + b, w is multiplied by x: that is its derivative."),
    ko=("∂z/∂w를 w로 두었습니다", "w·x + b에서 w에는 x가 곱해지므로 도함수는 x입니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a - (1 - y) / (1 - a)), a * (1 - a), np.full(x.shape, w), np.ones_like(x)


@misconception(
    "A03.6", "bias-factor-is-the-bias",
    en=("∂z/∂b is b", "In w·x + b, b stands alone: its derivative is 1."),
    ko=("∂z/∂b를 b로 두었습니다", "w·x + b에서 b는 홀로 있으므로 도함수는 1입니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a - (1 - y) / (1 - a)), a * (1 - a), x, np.full(x.shape, b)


@misconception(
    "A03.6", "one-number-for-the-bias",
    en=("∂z/∂b is a single 1", "Each factor has the shape of x: np.ones_like(x)."),
    ko=("∂z/∂b가 숫자 1 하나입니다", "각 인수는 x와 같은 shape입니다: np.ones_like(x)."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x + b)
    return -(y / a - (1 - y) / (1 - a)), a * (1 - a), x, 1.0


@misconception(
    "A03.6", "bias-left-out",
    en=("b is missing in z", "z = w·x + b."),
    ko=("z에 b가 빠졌습니다", "z = w·x + b입니다."),
)  # fmt: skip
def logistic_chain(x, y, w, b):
    x, y = np.asarray(x), np.asarray(y)
    a = sigmoid(w * x)
    return -(y / a - (1 - y) / (1 - a)), a * (1 - a), x, np.ones_like(x)


@misconception(
    "A03.7", "sigmoid-slope-kept",
    en=(
        "There is an extra factor a(1 − a)",
        "It belongs to the squared error; in the cross-entropy it cancels: ∂L/∂z = a − y.",
    ),
    ko=(
        "a(1 − a)가 더 곱해져 있습니다",
        "제곱 오차에 나오는 인수입니다. 크로스 엔트로피에서는 약분되어 ∂L/∂z = a − y입니다.",
    ),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x) + b)
    err = (a - y) * a * (1 - a)
    return err * x, err


@misconception(
    "A03.7", "error-sign-flipped",
    en=(
        "The error has the wrong sign",
        "In this course the error is prediction minus target, a − y.",
    ),
    ko=("오차의 부호가 반대입니다", "이 과정에서 오차는 예측에서 정답을 뺀 값, a − y입니다."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x) + b)
    return (y - a) * x, y - a


@misconception(
    "A03.7", "sigmoid-forgotten",
    en=("This is the gradient of the line", "The prediction is a = sigmoid(z), not z."),
    ko=("직선의 기울기입니다", "예측값은 z가 아니라 a = sigmoid(z)입니다."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    z = np.sum(w * x) + b
    return (z - y) * x, z - y


@misconception(
    "A03.7", "class-for-probability",
    en=(
        "The prediction is cut to 0 or 1",
        "Learn from the probability a; the threshold is for predicting.",
    ),
    ko=("예측을 0이나 1로 잘랐습니다", "확률 a로 학습하세요. 임곗값은 예측할 때만 씁니다."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = 1.0 if np.sum(w * x) + b >= 0 else 0.0
    return (a - y) * x, a - y


@misconception(
    "A03.7", "no-sum-over-features",
    en=(
        "Every feature has a z of its own",
        "z is one number: sum w·x over the features, then add b.",
    ),
    ko=(
        "특성마다 z가 따로 있습니다",
        "z는 숫자 하나입니다. 특성에 대해 w·x를 더한 다음 b를 더하세요.",
    ),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(w * x + b)
    return (a - y) * x, np.sum(a - y)


@misconception(
    "A03.7", "bias-left-out",
    en=("b is missing in z", "z = Σ w·x + b."),
    ko=("z에 b가 빠졌습니다", "z = Σ w·x + b입니다."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x))
    return (a - y) * x, a - y


@misconception(
    "A03.7", "bias-added-per-feature",
    en=("b is added once per feature", "Sum first, then add b: Σ w·x + b."),
    ko=("특성마다 b를 더했습니다", "먼저 더한 다음 b를 더하세요: Σ w·x + b."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x + b))
    return (a - y) * x, a - y


@misconception(
    "A03.7", "weights-for-inputs",
    en=("The error is multiplied by w", "∂z/∂w is x: multiply the error by the features."),
    ko=("오차에 w를 곱했습니다", "∂z/∂w는 x이므로 오차에 특성을 곱하세요."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * w, a - y


@misconception(
    "A03.7", "bias-slope-per-feature",
    en=("db has an entry per feature", "There is one bias: db is the number a − y."),
    ko=("db가 특성마다 하나씩 있습니다", "절편은 하나이므로 db는 숫자 a − y입니다."),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * x, (a - y) * np.ones(x.shape)


@misconception(
    "A03.7", "divided-by-features",
    en=(
        "The slopes are divided by n",
        "n counts features, not samples: one sample, nothing to average.",
    ),
    ko=(
        "기울기를 n으로 나누었습니다",
        "n은 샘플 수가 아니라 특성 수입니다. 샘플이 하나이므로 평균하지 않습니다.",
    ),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * x / len(x), (a - y) / len(x)


@misconception(
    "A03.7", "factors-multiplied-out",
    en=(
        "The slopes are nan where a rounds to 0 or 1",
        "Infinity times 0: cancel a(1 − a) on paper and compute a − y.",
    ),
    ko=(
        "a가 0이나 1로 반올림되면 기울기가 nan입니다",
        "무한대에 0을 곱했기 때문입니다. a(1 − a)를 종이에서 약분하고 a − y를 계산하세요.",
    ),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    x, w = np.asarray(x), np.asarray(w)
    a = np.asarray(sigmoid(np.sum(w * x) + b))
    dL_dz = -(y / a - (1 - y) / (1 - a)) * a * (1 - a)
    return dL_dz * x, dL_dz


@misconception(
    "A03.7", "shapes-broadcast",
    en=("x and w of shapes (n,) and (n, 1) are accepted", "Print both shapes; refuse the pair."),
    ko=(
        "shape이 (n,)과 (n, 1)인 x와 w를 받아들였습니다",
        "두 shape을 출력해 보고 그런 쌍은 거부하세요.",
    ),
)  # fmt: skip
def logistic_gradient(x, y, w, b):
    a = sigmoid(np.sum(np.asarray(w) * np.asarray(x)) + b)
    return (a - y) * np.asarray(x), a - y
