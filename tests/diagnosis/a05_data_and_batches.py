"""The misconceptions of A05 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a05_data_and_batches import *
from paraphrases import paraphrase


@paraphrase("A05.1", "sum-of-squares")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    error = np.ravel(np.subtract(y_hat, y))
    return float(np.dot(error, error))


@paraphrase("A05.1", "half-sum")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    total = 0.0
    for error in np.ravel(np.subtract(y_hat, y)):
        total += 0.5 * error * error
    return total


@paraphrase("A05.1", "half-forgotten")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    squares = [float(error) ** 2 for error in np.ravel(np.subtract(y_hat, y))]
    return sum(squares) / len(squares)


@paraphrase("A05.1", "mean-then-square")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    errors = np.ravel(np.subtract(y_hat, y)).astype(np.float32)
    mean_error = errors.sum() / len(errors)
    return 0.5 * mean_error * mean_error


@paraphrase("A05.1", "root-taken")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    errors = np.ravel(np.subtract(y_hat, y))
    return (errors @ errors / errors.size) ** 0.5 / 2


@paraphrase("A05.1", "not-averaged")
def half_mse(y_hat, y):
    if np.ndim(y_hat) > 0 and np.ndim(y) > 0 and np.shape(y_hat) != np.shape(y):
        raise ValueError("predictions and targets must have the same shape")
    error = np.subtract(y_hat, y)
    return 0.5 * error * error


@paraphrase("A05.1", "shapes-broadcast")
def half_mse(y_hat, y):
    errors = np.ravel(np.subtract(y_hat, y))
    return float(errors @ errors) / (2 * len(errors))


@paraphrase("A05.2", "with-repeats")
def permuted_indices(m, rng):
    return rng.choice(m, size=m)


@paraphrase("A05.2", "seeded-inside")
def permuted_indices(m, rng):
    rng = np.random.default_rng(0)
    order = np.arange(m)
    rng.shuffle(order)
    return order


@paraphrase("A05.2", "global-generator")
def permuted_indices(m, rng):
    order = np.arange(m)
    np.random.shuffle(order)
    return order


@paraphrase("A05.2", "not-shuffled")
def permuted_indices(m, rng):
    order = list(range(m))
    rng.permutation(order)
    return np.array(order)


@paraphrase("A05.2", "counted-from-one")
def permuted_indices(m, rng):
    order = np.arange(1, m + 1)
    rng.shuffle(order)
    return order


@paraphrase("A05.2", "floats-for-indices")
def permuted_indices(m, rng):
    order = np.empty(m)
    for place, i in enumerate(np.argsort(rng.random(m))):
        order[place] = i
    return order


@paraphrase("A05.3", "rows-and-labels-shuffled-apart")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    rows, labels = X.copy(), y.copy()
    rng.shuffle(rows)
    rng.shuffle(labels)
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)
    n_train = m - n_test - n_val
    X_tr, X_va, X_te = np.split(rows, [n_train, n_train + n_val])
    y_tr, y_va, y_te = np.split(labels, [n_train, n_train + n_val])
    return X_tr, X_va, X_te, y_tr, y_va, y_te


@paraphrase("A05.3", "not-shuffled")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)

    def take(pool, count):
        # The first rows of each class, as many as its share; the largest remainders get one more.
        if not stratify:
            return pool[:count], pool[count:]
        by_class = {c: [i for i in pool if y[i] == c] for c in np.unique(y[pool])}
        quota = {c: count * len(rows) / len(pool) for c, rows in by_class.items()}
        share = {c: int(q) for c, q in quota.items()}
        for c in sorted(quota, key=lambda c: share[c] - quota[c])[: count - sum(share.values())]:
            share[c] += 1
        held = [i for c, rows in by_class.items() for i in rows[: share[c]]]
        return held, [i for i in pool if i not in set(held)]

    te, rest = take(list(range(m)), n_test)
    va, tr = take(rest, n_val)
    tr, va, te = (np.array(rows, dtype=int) for rows in (tr, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "seeded-inside")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    rng = np.random.default_rng(0)
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)

    def take(pool, count):
        if not stratify:
            return pool[:count], pool[count:]
        by_class = {c: [i for i in pool if y[i] == c] for c in np.unique(y[pool])}
        quota = {c: count * len(rows) / len(pool) for c, rows in by_class.items()}
        share = {c: int(q) for c, q in quota.items()}
        for c in sorted(quota, key=lambda c: share[c] - quota[c])[: count - sum(share.values())]:
            share[c] += 1
        held = [i for c, rows in by_class.items() for i in rows[: share[c]]]
        return held, [i for i in pool if i not in set(held)]

    te, rest = take([int(i) for i in rng.permutation(m)], n_test)
    va, tr = take(rest, n_val)
    tr, va, te = (np.array(rows, dtype=int) for rows in (tr, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "labels-ignored")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    pool = list(range(m))
    rng.shuffle(pool)
    te = [pool.pop() for _ in range(math.ceil(m * test))]
    va = [pool.pop() for _ in range(math.ceil(len(pool) * val))]
    tr, va, te = (np.array(rows, dtype=int) for rows in (pool, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "only-the-test-set-stratified")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    order = rng.permutation(m)
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)
    if stratify:
        sizes = np.bincount(y)
        quota = n_test * sizes / m
        share = quota.astype(int)
        while share.sum() < n_test:
            share[np.argmax(quota - share)] += 1
        te = np.concatenate([order[y[order] == c][: share[c]] for c in range(len(sizes))])
    else:
        te = order[:n_test]
    rest = rng.permutation(np.setdiff1d(np.arange(m), te))
    va, tr = rest[:n_val], rest[n_val:]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "always-stratified")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")

    def take(pool, count):
        by_class = {c: [i for i in pool if y[i] == c] for c in np.unique(y[pool])}
        quota = {c: count * len(rows) / len(pool) for c, rows in by_class.items()}
        share = {c: int(q) for c, q in quota.items()}
        for c in sorted(quota, key=lambda c: share[c] - quota[c])[: count - sum(share.values())]:
            share[c] += 1
        held = [i for c, rows in by_class.items() for i in rows[: share[c]]]
        return held, [i for i in pool if i not in set(held)]

    te, rest = take([int(i) for i in rng.permutation(m)], math.ceil(m * test))
    va, tr = take(rest, math.ceil(len(rest) * val))
    tr, va, te = (np.array(rows, dtype=int) for rows in (tr, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "rounded-down")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")

    def take(pool, fraction):
        count = math.floor(fraction * len(pool))
        if not stratify:
            return pool[:count], pool[count:]
        by_class = {c: [i for i in pool if y[i] == c] for c in np.unique(y[pool])}
        quota = {c: count * len(rows) / len(pool) for c, rows in by_class.items()}
        share = {c: int(q) for c, q in quota.items()}
        for c in sorted(quota, key=lambda c: share[c] - quota[c])[: count - sum(share.values())]:
            share[c] += 1
        held = [i for c, rows in by_class.items() for i in rows[: share[c]]]
        return held, [i for i in pool if i not in set(held)]

    te, rest = take([int(i) for i in rng.permutation(m)], test)
    va, tr = take(rest, val)
    tr, va, te = (np.array(rows, dtype=int) for rows in (tr, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "validation-share-of-all-rows")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    n_val, n_test = math.ceil(m * val), math.ceil(m * test)

    def take(pool, count):
        if not stratify:
            return pool[:count], pool[count:]
        by_class = {c: [i for i in pool if y[i] == c] for c in np.unique(y[pool])}
        quota = {c: count * len(rows) / len(pool) for c, rows in by_class.items()}
        share = {c: int(q) for c, q in quota.items()}
        for c in sorted(quota, key=lambda c: share[c] - quota[c])[: count - sum(share.values())]:
            share[c] += 1
        held = [i for c, rows in by_class.items() for i in rows[: share[c]]]
        return held, [i for i in pool if i not in set(held)]

    te, rest = take([int(i) for i in rng.permutation(m)], n_test)
    va, tr = take(rest, n_val)
    tr, va, te = (np.array(rows, dtype=int) for rows in (tr, va, te))
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "sets-overlap")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)

    def take(count):
        # Each set is drawn from all rows, with a new order.
        order = rng.permutation(m)
        if not stratify:
            return order[:count], order[count:]
        quota = count * np.bincount(y) / m
        share = quota.astype(int)
        while share.sum() < count:
            share[np.argmax(quota - share)] += 1
        held = np.concatenate([order[y[order] == c][:size] for c, size in enumerate(share)])
        return held, np.setdiff1d(order, held)

    te, _ = take(n_test)
    va, rest = take(n_val)
    tr = rest[: m - n_test - n_val]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "each-class-rounded-up")
def three_way_split(X, y, val, test, rng, stratify=True):
    if len(y) != len(X):
        raise ValueError("X and y must have the same length")

    def take(pool, fraction):
        held = np.zeros(len(pool), dtype=bool)
        groups = y[pool] if stratify else np.zeros(len(pool))
        for group in np.unique(groups):
            places = np.flatnonzero(groups == group)
            held[places[: math.ceil(fraction * len(places))]] = True
        return pool[held], pool[~held]

    te, rest = take(rng.permutation(len(X)), test)
    va, tr = take(rest, val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "sets-in-pairs")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    n_test = math.ceil(m * test)
    n_val = math.ceil((m - n_test) * val)
    groups = y if stratify else np.zeros(m, dtype=int)
    te, rest = hold_out(rng.permutation(m), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    parts = []
    for rows in (tr, va, te):
        parts += [X[rows], y[rows]]
    return tuple(parts)


@paraphrase("A05.3", "test-and-validation-swapped")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")

    def take(pool, fraction):
        count = math.ceil(fraction * len(pool))
        if not stratify:
            return pool[:count], pool[count:]
        quota = count * np.bincount(y[pool]) / len(pool)
        share = quota.astype(int)
        while share.sum() < count:
            share[np.argmax(quota - share)] += 1
        held = np.concatenate([pool[y[pool] == c][:size] for c, size in enumerate(share)])
        return held, pool[~np.isin(pool, held)]

    te, rest = take(rng.permutation(m), test)
    va, tr = take(rest, val)
    order = (tr, te, va)
    return tuple(X[rows] for rows in order) + tuple(y[rows] for rows in order)


@paraphrase("A05.3", "scaled-before-the-split")
def three_way_split(X, y, val, test, rng, stratify=True):
    if len(X) != len(y):
        raise ValueError("as many labels as rows")
    scaled = np.array(X, dtype=float)
    for column in scaled.T:
        column -= column.mean()
        column /= column.std() or 1.0
    labels = np.asarray(y)
    sizes = [int(np.ceil(test * len(scaled)))]
    sizes.append(int(np.ceil(val * (len(scaled) - sizes[0]))))
    left, parts = rng.permutation(len(scaled)), []
    for size in sizes:
        groups = labels if stratify else np.zeros(len(scaled), dtype=int)
        held, left = hold_out(left, groups, size)
        parts.append(held)
    parts = [left, parts[1], parts[0]]
    return *(scaled[rows] for rows in parts), *(labels[rows] for rows in parts)


@paraphrase("A05.3", "shuffled-in-place")
def three_way_split(X, y, val, test, rng, stratify=True):
    m = len(X)
    if len(y) != m:
        raise ValueError("X and y must have the same length")
    for i in range(m - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        X[[i, j]] = X[[j, i]]
        y[[i, j]] = y[[j, i]]

    def take(pool, fraction):
        count = math.ceil(fraction * len(pool))
        if not stratify:
            return pool[:count], pool[count:]
        quota = count * np.bincount(y[pool]) / len(pool)
        share = quota.astype(int)
        while share.sum() < count:
            share[np.argmax(quota - share)] += 1
        held = np.concatenate([pool[y[pool] == c][:size] for c, size in enumerate(share)])
        return held, pool[~np.isin(pool, held)]

    te, rest = take(np.arange(m), test)
    va, tr = take(rest, val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


@paraphrase("A05.3", "lengths-not-compared")
def three_way_split(X, y, val, test, rng, stratify=True):
    pairs = [(i, label) for i, (_, label) in enumerate(zip(X, y, strict=False))]
    m = len(pairs)
    labels = np.array([label for _, label in pairs])

    def take(pool, fraction):
        count = math.ceil(fraction * len(pool))
        if not stratify:
            return pool[:count], pool[count:]
        quota = count * np.bincount(labels[pool]) / len(pool)
        share = quota.astype(int)
        while share.sum() < count:
            share[np.argmax(quota - share)] += 1
        held = np.concatenate([pool[labels[pool] == c][:size] for c, size in enumerate(share)])
        return held, pool[~np.isin(pool, held)]

    te, rest = take(rng.permutation(m), test)
    va, tr = take(rest, val)
    return X[tr], X[va], X[te], labels[tr], labels[va], labels[te]


@paraphrase("A05.4", "divided-by-m-minus-one")
class Standardizer(Standardizer):
    def fit(self, X):
        m = len(X)
        self.mean_ = sum(X[i] for i in range(m)) / m
        squares = sum((X[i] - self.mean_) ** 2 for i in range(m))
        std = np.sqrt(squares / np.float64(m - 1))
        self.std_ = np.where(std == 0, 1.0, std)
        return self


@paraphrase("A05.4", "axis-omitted")
class Standardizer(Standardizer):
    def fit(self, X):
        values = [float(value) for row in X for value in row]
        self.mean_ = sum(values) / len(values)
        self.std_ = (sum((value - self.mean_) ** 2 for value in values) / len(values)) ** 0.5
        return self


@paraphrase("A05.4", "per-row")
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_ = np.array([np.mean(row) for row in X])
        self.std_ = np.array([np.std(row) if np.std(row) > 0 else 1.0 for row in X])
        return self


@paraphrase("A05.4", "variance-for-deviation")
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        centred = X - self.mean_
        spread = np.einsum("ij,ij->j", centred, centred) / len(X)
        self.std_ = np.where(np.ptp(X, axis=0) == 0, 1.0, spread)
        return self


@paraphrase("A05.4", "constant-feature-not-guarded")
class Standardizer(Standardizer):
    def fit(self, X):
        columns = [X[:, j] for j in range(X.shape[1])]
        self.mean_ = np.array([column.mean() for column in columns])
        self.std_ = np.array([np.sqrt(np.mean((c - c.mean()) ** 2)) for c in columns])
        return self


@paraphrase("A05.4", "small-deviations-raised")
class Standardizer(Standardizer):
    def fit(self, X):
        means, deviations = [], []
        for column in np.transpose(X):
            means.append(np.mean(column))
            deviation = np.sqrt(np.mean((column - means[-1]) ** 2))
            deviations.append(deviation if deviation > 1e-3 else 1.0)
        self.mean_, self.std_ = np.array(means), np.array(deviations)
        return self


@paraphrase("A05.4", "minimum-and-range")
class Standardizer(Standardizer):
    def fit(self, X):
        ordered = np.sort(X, axis=0)
        self.mean_ = ordered[0].astype(float)
        self.std_ = ordered[-1] - self.mean_
        self.std_ = np.where(self.std_ > 0, self.std_, 1.0)
        return self


@paraphrase("A05.4", "first-fit-kept")
class Standardizer(Standardizer):
    def fit(self, X):
        if self.std_ is not None:
            return self
        m = len(X)
        self.mean_ = np.sum(X, axis=0) / m
        self.std_ = np.sqrt(np.sum((X - self.mean_) ** 2, axis=0) / m)
        self.std_[np.max(X, axis=0) == np.min(X, axis=0)] = 1.0
        return self


@paraphrase("A05.4", "centred-in-place")
class Standardizer(Standardizer):
    def fit(self, X):
        # asarray makes no copy of an array that holds floats already.
        X = np.asarray(X, dtype=float)
        self.mean_ = X.sum(axis=0) / len(X)
        for row in X:
            row -= self.mean_
        self.std_ = np.sqrt((X * X).sum(axis=0) / len(X))
        self.std_ = np.where(np.ptp(X, axis=0) == 0, 1.0, self.std_)
        return self


@paraphrase("A05.4", "nothing-returned")
class Standardizer(Standardizer):
    def fit(self, X):
        self.mean_ = np.average(X, axis=0)
        deviations = []
        for column in np.transpose(X):
            varies = np.max(column) > np.min(column)
            deviations.append(np.sqrt(np.var(column)) if varies else 1.0)
        self.std_ = np.array(deviations)


@paraphrase("A05.5", "own-statistics")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        own = Standardizer()
        own.fit(X)
        return (X - own.mean_) / own.std_


@paraphrase("A05.5", "fits-again")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        scaled = np.divide(np.subtract(X, self.mean_), self.std_)
        self.mean_ = X.mean(axis=0)
        spread = X.std(axis=0)
        self.std_ = np.where(spread == 0, 1.0, spread)
        return scaled


@paraphrase("A05.5", "only-centred")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        return np.array([[x - mean for x, mean in zip(row, self.mean_, strict=True)] for row in X])


@paraphrase("A05.5", "only-scaled")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        return np.array(X, dtype=float) @ np.diag(1 / self.std_)


@paraphrase("A05.5", "parentheses-missing")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        scaled = np.empty(X.shape)
        for j, (mean, std) in enumerate(zip(self.mean_, self.std_, strict=True)):
            scaled[:, j] = X[:, j] - mean / std
        return scaled


@paraphrase("A05.5", "variance-for-deviation")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        variance = np.square(self.std_)
        return np.stack([(row - self.mean_) / variance for row in X])


@paraphrase("A05.5", "written-in-place")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.std_.size:
            raise ValueError("another number of features")
        X = np.asarray(X, dtype=float)
        for j in range(X.shape[1]):
            X[:, j] = (X[:, j] - self.mean_[j]) / self.std_[j]
        return X


@paraphrase("A05.5", "fits-when-not-fitted")
class Standardizer(Standardizer):
    def transform(self, X):
        ready = self.mean_ is not None and self.std_ is not None
        scaler = self if ready else self.fit(X)
        if np.shape(X)[-1] != np.size(scaler.mean_):
            raise ValueError("another number of features")
        return np.divide(X - scaler.mean_, scaler.std_)


@paraphrase("A05.5", "features-not-counted")
class Standardizer(Standardizer):
    def transform(self, X):
        if self.std_ is None:
            raise RuntimeError("fit first")
        return np.asarray(X) * (1 / self.std_) - self.mean_ / self.std_


@paraphrase("A05.6", "summed-not-averaged")
def full_batch_step(X, y, w, b, lr):
    if np.shape(y) != (X.shape[0],):
        raise ValueError("labels of shape (m,) expected")
    dw, db = np.zeros(X.shape[1]), 0.0
    for x_i, y_i in zip(X, y, strict=True):
        dw_i, db_i = logistic_gradient(x_i, y_i, w, b)
        dw, db = dw + dw_i, db + db_i
    return w - lr * dw, b - lr * db


@paraphrase("A05.6", "moved-after-every-row")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    for i in range(m):
        a = 1 / (1 + np.exp(-(np.dot(w, X[i]) + b)))
        step = lr * (a - y[i]) / m
        w, b = w - step * X[i], b - step
    return w, b


@paraphrase("A05.6", "uphill")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    new_w, new_b = np.array(w, dtype=float), float(b)
    for x_i, y_i in zip(X, y, strict=True):
        dw, db = logistic_gradient(x_i, y_i, w, b)
        new_w += lr / m * dw
        new_b += lr / m * db
    return new_w, new_b


@paraphrase("A05.6", "last-row-only")
def full_batch_step(X, y, w, b, lr):
    if np.shape(y) != (X.shape[0],):
        raise ValueError("labels of shape (m,) expected")
    for x_i, y_i in zip(X, y, strict=True):
        err = 1 / (1 + np.exp(-(x_i @ w + b))) - y_i
        new_w, new_b = w - lr * err * x_i, b - lr * err
    return new_w, new_b


@paraphrase("A05.6", "sigmoid-forgotten")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    dw, db = np.zeros(X.shape[1]), 0.0
    for x_i, y_i in zip(X, y, strict=True):
        err = np.sum(w * x_i) + b - y_i
        dw += err * x_i / m
        db += err / m
    return w - lr * dw, b - lr * db


@paraphrase("A05.6", "bias-summed")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    slopes, db = [], 0.0
    for x_i, y_i in zip(X, y, strict=True):
        dw_i, db_i = logistic_gradient(x_i, y_i, w, b)
        slopes.append(dw_i)
        db += db_i
    return w - lr * np.mean(slopes, axis=0), b - lr * db


@paraphrase("A05.6", "updated-in-turn")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    pairs = list(zip(X, y, strict=True))
    w = w - lr * sum(logistic_gradient(x_i, y_i, w, b)[0] for x_i, y_i in pairs) / m
    b = b - lr * sum(logistic_gradient(x_i, y_i, w, b)[1] for x_i, y_i in pairs) / m
    return w, b


@paraphrase("A05.6", "weights-changed-in-place")
def full_batch_step(X, y, w, b, lr):
    m = X.shape[0]
    if np.shape(y) != (m,):
        raise ValueError("labels of shape (m,) expected")
    w = np.asarray(w, dtype=float)
    gradients = [logistic_gradient(x_i, y_i, w, b) for x_i, y_i in zip(X, y, strict=True)]
    for j in range(len(w)):
        w[j] -= lr * sum(dw[j] for dw, _ in gradients) / m
    return w, b - lr * sum(db for _, db in gradients) / m


@paraphrase("A05.6", "shapes-broadcast")
def full_batch_step(X, y, w, b, lr):
    new_w, new_b = w, b
    for x_i, y_i in zip(X, y, strict=True):
        err = 1 / (1 + np.exp(-(np.sum(w * x_i) + b))) - y_i
        new_w = new_w - lr / len(X) * err * x_i
        new_b = new_b - lr / len(X) * err
    return new_w, new_b


@paraphrase("A05.7", "swapped")
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc >= good:
        if train_acc - val_acc > gap:
            return "under"
        return "ok"
    return "over"


@paraphrase("A05.7", "gap-first")
def fit_verdict(train_acc, val_acc, good, gap):
    verdict = "ok"
    if train_acc < good:
        verdict = "under"
    if train_acc > val_acc + gap:
        verdict = "over"
    return verdict


@paraphrase("A05.7", "judged-by-validation")
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc - val_acc > gap:
        return "over"
    if val_acc < good:
        return "under"
    return "ok"


@paraphrase("A05.7", "gap-in-both-directions")
def fit_verdict(train_acc, val_acc, good, gap):
    high, low = max(train_acc, val_acc), min(train_acc, val_acc)
    if train_acc >= good and high - low <= gap:
        return "ok"
    return "over" if train_acc >= good else "under"


@paraphrase("A05.7", "limit-counts-as-gap")
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc >= good and val_acc > train_acc - gap:
        return "ok"
    if train_acc >= good:
        return "over"
    return "under"


@paraphrase("A05.7", "good-must-be-exceeded")
def fit_verdict(train_acc, val_acc, good, gap):
    verdict = "under"
    if train_acc > good:
        verdict = "ok" if train_acc - gap <= val_acc else "over"
    return verdict
