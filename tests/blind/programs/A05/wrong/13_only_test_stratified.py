"""
task: A05.3
promise: likewise in the validation set, with the class's share of the r remaining rows
broken: The validation set is drawn without a look at the labels, though stratify is True.
name: validation set not stratified
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    rest = rest[permuted_indices(len(rest), rng)]
    size = math.ceil(val * len(rest))
    va, tr = rest[:size], rest[size:]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    y = np.array([0] * 40 + [1] * 40)
    worst = 0
    for seed in range(12):
        parts = m.three_way_split(y.reshape(80, 1), y, 0.5, 0.25, np.random.default_rng(seed))
        worst = max(worst, abs(int(np.sum(parts[4])) - 15))
    return worst <= 1
