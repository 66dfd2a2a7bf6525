"""
task: A13.1
promise: stratified by label
broken: the split is made without a look at the labels
name: stratification switched off
"""
def load_digits28(rng, val=0.2, test=0.2):
    digits = load_digits()
    images = zoom(digits.images, (1, 3.5, 3.5), order=1) / 16
    rows = images.reshape(len(images), -1)
    *parts, y_tr, y_va, y_te = three_way_split(rows, digits.target, val, test, rng, stratify=False)
    X_tr, X_va, X_te = (part.reshape(len(part), 28, 28, 1) for part in parts)
    return X_tr, X_va, X_te, y_tr, y_va, y_te

# witness
def witness(m):
    worst = 0
    for seed in range(4):
        sets = m.load_digits28(np.random.default_rng(seed))
        total = np.bincount(np.concatenate(sets[3:]), minlength=10)
        quota = 360 * total / 1797
        worst = max(worst, np.max(np.abs(np.bincount(sets[5], minlength=10) - quota)))
    return int(worst <= 1)
