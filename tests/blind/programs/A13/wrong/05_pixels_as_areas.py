"""
task: A13.1
promise: (its other settings as they are by default)
broken: zoom is called with mode='nearest' and grid_mode=True, so the new pixels lie elsewhere
name: other zoom settings than the default ones
"""
def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5), order=1, mode="nearest", grid_mode=True) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng)
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te

# witness
def witness(m):
    sets = m.load_digits28(np.random.default_rng(0))
    images = np.concatenate([np.asarray(X) for X in sets[:3]])
    return [images.sum(), (images**2).sum()]
