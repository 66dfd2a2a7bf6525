"""
task: A13.1
promise: generators in the same state give the same split, different ones different splits
broken: the split is always made by a generator of its own with seed 42, whatever rng is
name: ignores rng
"""
def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5), order=1) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, np.random.default_rng(42))
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te

# witness
def witness(m):
    a = m.load_digits28(np.random.default_rng(1))
    b = m.load_digits28(np.random.default_rng(2))
    return [int(np.array_equal(a[3], b[3])), int(np.array_equal(a[2], b[2]))]
