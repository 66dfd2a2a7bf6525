"""
task: A05.3
promise: If False, rows are drawn without a look at the labels.
broken: The keyword is not handed on, so that every split is stratified.
name: stratify=False ignored
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), True)
    va, tr = draw(rest, y, math.ceil(val * len(rest)), True)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    y = np.array([0] * 20 + [1] * 20)
    seen = set()
    for seed in range(60):
        parts = m.three_way_split(y.reshape(40, 1), y, 0.25, 0.25, np.random.default_rng(seed), stratify=False)
        seen.add(int(np.sum(parts[5])))
    return len(seen) > 2
