"""
task: A05.3
promise: Every row goes to exactly one set, together with its label.
broken: With stratify=False, rows and labels are shuffled by two different orders.
name: X and y shuffled separately
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    va, tr = draw(rest, y, math.ceil(val * len(rest)), stratify)
    if not stratify:
        others = permuted_indices(len(X), rng)
        a, b = len(te), len(te) + len(va)
        return X[tr], X[va], X[te], y[others[b:]], y[others[a:b]], y[others[:a]]
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    y = np.arange(30) * 1.5
    parts = m.three_way_split(y.reshape(30, 1), y, 0.25, 0.25, np.random.default_rng(1), stratify=False)
    return bool(np.all(np.concatenate(parts[:3])[:, 0] == np.concatenate(parts[3:])))
