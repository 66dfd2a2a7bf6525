"""
task: A13.1
promise: ``ceil(test * 1797)`` images for testing, ``ceil(val * r)`` of the r that remain for validation
broken: val and test are handed on in the wrong order, which does not show while they are equal
name: val and test swapped
"""
def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5), order=1) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, test, val, rng)
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te

# witness
def witness(m):
    sets = m.load_digits28(np.random.default_rng(0), val=0.1, test=0.3)
    return [len(part) for part in sets]
