"""
task: A06.3
promise: The mean over the samples of the cross-entropy, plus ``l1`` times the L1 norm of ``w``
broken: The L1 penalty is divided by the number of samples.
name: penalty averaged over the batch
"""
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = np.mean(binary_cross_entropy(a, y) + l1 * l1_norm(w) / a.size)
    return float(data + l2 / 2 * l2_norm(w) ** 2)


# witness
def witness(m):
    return m.regularized_loss(np.array([0.2, 0.7]), np.array([0.0, 1.0]), np.array([1.0, -2.0]), 0.1, 0.2)
