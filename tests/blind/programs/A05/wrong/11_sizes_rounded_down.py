"""
task: A05.3
promise: The test set gets ``ceil(test * m)`` of the m rows; the validation set gets ``ceil(val * r)``
broken: Both sizes are rounded down.
name: int() instead of ceil
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, int(test * len(rows)), stratify)
    va, tr = draw(rest, y, int(val * len(rest)), stratify)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    parts = m.three_way_split(np.ones((23, 2)), np.arange(23) % 2, 0.25, 0.25, np.random.default_rng(1))
    return [len(one) for one in parts]
