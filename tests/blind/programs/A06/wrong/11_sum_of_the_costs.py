"""
task: A06.3
promise: The mean over the samples of the cross-entropy
broken: The cross-entropies of the samples are added up and not averaged.
name: sum instead of mean
"""
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = np.sum(binary_cross_entropy(a, y))
    return float(data + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2)


# witness
def witness(m):
    return m.regularized_loss(np.array([0.2, 0.7]), np.array([0.0, 1.0]), np.array([1.0, -2.0]), 0.1, 0.2)
