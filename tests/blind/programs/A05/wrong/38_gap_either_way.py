"""
task: A05.7
promise: A validation accuracy above the training accuracy is no overfitting.
broken: The absolute difference is compared with the gap.
name: abs of the gap
"""
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "under"
    if abs(train_acc - val_acc) > gap:
        return "over"
    return "ok"


# witness
def witness(m):
    return m.fit_verdict(0.8, 0.95, 0.75, 0.05)
