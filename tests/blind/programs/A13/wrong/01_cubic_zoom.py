"""
task: A13.1
promise: with values from 0 to 1
broken: zoom runs with its default order, cubic, and overshoots below 0 and above 1
name: forgot order=1
"""
def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5)) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te

# witness
def witness(m):
    sets = m.load_digits28(np.random.default_rng(0))
    low = min(X.min() for X in sets[:3])
    high = max(X.max() for X in sets[:3])
    return [int(low >= 0), int(high <= 1)]
