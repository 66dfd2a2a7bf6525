"""
task: A03.7
promise: The slopes are right for every ``z``, also where ``a`` rounds to 0 or 1.
broken: dL/da is divided and then multiplied by a(1-a), which is nan where a rounds to 0 or 1
name: uncancelled chain, 0 times infinity
"""
def logistic_gradient(x, y, w, b):
    x = np.asarray(x, dtype=float)
    w = np.asarray(w, dtype=float)
    if x.shape != w.shape:
        raise ValueError("x and w differ in shape")
    a = sigmoid(np.sum(w * x) + b)
    with np.errstate(all="ignore"):
        dL_da = -(np.float64(y) / a - (1 - np.float64(y)) / (1 - a))
    delta = dL_da * (a * (1 - a))
    return delta * x, delta

# witness
def witness(m):
    dw, db = m.logistic_gradient(np.array([10.0, 2.0]), 0.0, np.array([5.0, 1.0]), 0.0)
    return [np.asarray(dw), float(db)]
