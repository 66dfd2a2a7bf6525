"""
task: A05.3
promise: the validation set gets ``ceil(val * r)`` of the r rows that remain
broken: The size of the validation set is its fraction of all m rows.
name: fraction of m instead of r
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    va, tr = draw(rest, y, min(math.ceil(val * len(rows)), len(rest)), stratify)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    parts = m.three_way_split(np.ones((40, 2)), np.arange(40) % 2, 0.25, 0.25, np.random.default_rng(1))
    return [len(one) for one in parts]
