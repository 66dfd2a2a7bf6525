"""
task: A06.3
promise: The loss is finite also where a probability is exactly 0 or 1.
broken: The probabilities go into the logarithm unclipped.
name: log(0)
"""
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = -np.mean(np.log(np.where(y == 1, a, 1 - a)))
    return float(data + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2)


# witness
def witness(m):
    loss = m.regularized_loss(np.array([0.0, 0.7]), np.array([1.0, 1.0]), np.array([1.0, -2.0]), 0.1, 0.2)
    return bool(np.isfinite(loss))
