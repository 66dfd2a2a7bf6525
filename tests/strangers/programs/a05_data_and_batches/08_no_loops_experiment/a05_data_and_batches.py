# A05 - 반복문 없이 풀기
import math
import sys
import time

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid


def half_mse(y_hat, y):
    """평균 제곱 오차의 절반"""
    if np.ndim(y_hat) != 0 and np.ndim(y) != 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError(f"shape이 다릅니다: {np.shape(y_hat)}, {np.shape(y)}")
    오차 = (np.asarray(y_hat, dtype=float) - np.asarray(y, dtype=float)).reshape(-1)
    return np.dot(오차, 오차) / 오차.size * 0.5


def permuted_indices(m, rng):
    """0부터 m - 1까지 무작위 순서"""
    return rng.permutation(np.arange(m))


def _고르기(클래스, 개수, rng):
    """클래스마다 제 몫만큼 True인 마스크 (True는 모두 `개수`개)"""
    전체 = 클래스.size
    if 전체 == 0:
        return np.zeros(0, dtype=bool)
    _, 번호, 크기 = np.unique(클래스, return_inverse=True, return_counts=True)
    몫, 나머지 = np.divmod(개수 * 크기, 전체)
    순위 = np.argsort(np.argsort(-나머지, kind="stable"))
    몫 = 몫 + (순위 < 개수 - 몫.sum())
    # 클래스별로 모아 무작위로 줄을 세우고, 줄에서의 자리가 몫보다 앞이면 고릅니다.
    줄 = np.lexsort((rng.random(전체), 번호))
    자리 = np.empty(전체, dtype=int)
    자리[줄] = np.arange(전체) - np.repeat(np.cumsum(크기) - 크기, 크기)
    return 자리 < 몫[번호]


def three_way_split(X, y, val, test, rng, stratify=True):
    """훈련, 검증, 테스트 세트로 나누기"""
    X, y = np.asarray(X), np.asarray(y)
    if X.shape[:1] != y.shape[:1]:
        raise ValueError("X와 y의 길이가 다릅니다")
    m = y.shape[0]
    클래스 = y if stratify else np.zeros(m, dtype=int)
    테스트 = _고르기(클래스, math.ceil(test * m), rng)
    남은 = np.flatnonzero(~테스트)
    검증 = _고르기(클래스[남은], math.ceil(val * 남은.size), rng)
    tr, va, te = 남은[~검증], 남은[검증], np.flatnonzero(테스트)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


class Standardizer:
    """평균 0, 표준편차 1로 맞추기"""

    def __init__(self):
        self.mean_ = self.std_ = None

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        안_변함 = (X == X[:1]).all(axis=0)
        통계 = np.stack([X.mean(axis=0), X.std(axis=0)], axis=1)  # (n, 2)
        통계[안_변함, 0] = X[0, 안_변함]
        통계[안_변함, 1] = 1.0
        self.mean_, self.std_ = 통계[:, 0], 통계[:, 1]
        return self

    def transform(self, X):
        if self.mean_ is None or self.std_ is None:
            raise RuntimeError("fit을 먼저 호출하세요")
        X = np.atleast_2d(np.asarray(X, dtype=float))
        if X.ndim != 2 or X.shape[1] != np.size(self.mean_):
            raise ValueError(f"열이 {np.size(self.mean_)}개여야 합니다")
        with np.errstate(over="ignore"):
            return ((X.T - self.mean_[:, None]) / self.std_[:, None]).T


def full_batch_step(X, y, w, b, lr):
    """배치 전체로 한 걸음"""
    X, y, w = np.asarray(X, dtype=float), np.asarray(y, dtype=float), np.asarray(w, dtype=float)
    if y.shape != (X.shape[0],):
        raise ValueError("y의 shape이 (m,)이 아닙니다")
    오차 = sigmoid(X @ w + b) - y
    return w - lr * (X.T @ 오차) / y.size, b - lr * 오차.mean()


def fit_verdict(train_acc, val_acc, good, gap):
    """0.8 - 0.7 > 0.1이 참이 되는 반올림 오차는 무시합니다."""
    차이 = train_acc - val_acc
    if train_acc < good:
        return "under"
    elif 차이 > 0 and 차이 > gap and not math.isclose(차이, gap, rel_tol=0, abs_tol=1e-12):
        return "over"
    else:
        return "ok"


# 실험: 무작위 데이터로 직접 학습해 보기
시작 = time.time()
_rng = np.random.default_rng(2024)
_X = _rng.normal(size=(1000, 10)) * np.logspace(-1, 2, 10)
_y = (_X @ (1 / np.logspace(-1, 2, 10)) + _rng.normal(size=1000) > 0).astype(int)
_X_tr, _X_va, _X_te, _y_tr, _y_va, _y_te = three_way_split(_X, _y, 0.2, 0.2, _rng)
_s = Standardizer().fit(_X_tr)
_Z_tr, _Z_va = _s.transform(_X_tr), _s.transform(_X_va)
_w, _b = np.zeros(10), 0.0
for _걸음 in range(300):
    _w, _b = full_batch_step(_Z_tr, _y_tr, _w, _b, 0.5)
print("훈련 손실", np.mean(binary_cross_entropy(sigmoid(_Z_tr @ _w + _b), _y_tr)))
_정확도 = [float(np.mean((Z @ _w + _b >= 0) == t)) for Z, t in ((_Z_tr, _y_tr), (_Z_va, _y_va))]
print(_정확도, fit_verdict(*_정확도, 0.8, 0.05), f"{time.time() - 시작:.2f}초")

if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])
    figures.three_walks(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__])
