"""
task: A05.7
promise: ``"over"`` if the training accuracy exceeds the validation accuracy by more than ``gap``
broken: A difference of exactly the gap counts as overfitting already.
name: >= instead of >
"""
def fit_verdict(train_acc, val_acc, good, gap):
    if train_acc < good:
        return "under"
    if train_acc - val_acc >= gap:
        return "over"
    return "ok"


# witness
def witness(m):
    return m.fit_verdict(1.0, 0.75, 0.5, 0.25)
