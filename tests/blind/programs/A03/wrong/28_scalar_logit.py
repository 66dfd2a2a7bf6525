"""
task: A03.5
promise: They are of the same shape, or either of them is a single number.
broken: a single logit with an array of labels uses the first label only
name: scalar z with array y not handled
"""
def bce_with_logits(z, y):
    z = np.asarray(z, dtype=float)
    y = np.asarray(y, dtype=float)
    _refuse_unlike(z, y)
    logits = z.reshape(-1)
    labels = y.reshape(-1) if y.ndim else np.full(logits.size, float(y))
    cost = np.zeros(logits.size)
    for i in range(logits.size):
        cost[i] = max(logits[i], 0) - logits[i] * labels[i] + np.log1p(np.exp(-abs(logits[i])))
    return cost.reshape(z.shape)[()]

# witness
def witness(m):
    return np.asarray(m.bce_with_logits(0.8, np.array([1.0, 0.0, 1.0])))
