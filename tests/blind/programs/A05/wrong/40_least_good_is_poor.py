"""
task: A05.7
promise: good: The least training accuracy that counts as good.
broken: A training accuracy of exactly good counts as underfitting.
name: <= instead of <
"""
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc <= good:
        return "under"
    if train_acc - val_acc > gap:
        return "over"
    return "ok"


# witness
def witness(m):
    return m.fit_verdict(0.75, 0.75, 0.75, 0.25)
