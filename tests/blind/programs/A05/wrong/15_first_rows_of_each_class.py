"""
task: A05.3
promise: Split rows and their labels at random into training, validation and test set.
broken: The stratified split takes the first rows of each class and never looks at rng.
name: rows not shuffled
"""
def three_way_split(X, y, val, test, rng, stratify=True):
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows, but {len(y)} labels")
    rows = np.arange(len(X)) if stratify else permuted_indices(len(X), rng)
    te, rest = draw(rows, y, math.ceil(test * len(rows)), stratify)
    va, tr = draw(rest, y, math.ceil(val * len(rest)), stratify)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]


# witness
def witness(m):
    X, y = np.arange(60.0).reshape(60, 1), np.arange(60) % 3
    one = m.three_way_split(X, y, 0.2, 0.2, np.random.default_rng(1))
    two = m.three_way_split(X, y, 0.2, 0.2, np.random.default_rng(2))
    return bool(np.all(np.sort(one[2][:, 0]) == np.sort(two[2][:, 0])))
