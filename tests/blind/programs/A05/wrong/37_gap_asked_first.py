"""
task: A05.7
promise: ``"under"`` if the training accuracy is below ``good``, whatever the gap
broken: The gap is looked at before the training accuracy, so that a poor model may be called overfitted.
name: wrong order of the questions
"""
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc - val_acc > gap:
        return "over"
    if train_acc < good:
        return "under"
    return "ok"


# witness
def witness(m):
    return m.fit_verdict(0.7, 0.4, 0.9, 0.1)
