"""
task: A05.3
promise: ValueError: If ``X`` and ``y`` differ in length.
broken: Only more labels than rows are refused; rows without a label are dropped silently.
name: length check in one direction only
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) < len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(y), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    va, tr = draw(rest, y, math.ceil(val * len(rest)), stratify)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    try:
        parts = m.three_way_split(np.ones((7, 2)), np.arange(6) % 2, 0.2, 0.2, np.random.default_rng(1))
        return [len(one) for one in parts]
    except ValueError as error:
        return type(error).__name__
