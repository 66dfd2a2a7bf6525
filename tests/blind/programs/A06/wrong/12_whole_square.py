"""
task: A06.3
promise: plus half of ``l2`` times the square of its L2 norm
broken: The L2 penalty has no half.
name: forgot the half
"""
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = np.mean(binary_cross_entropy(a, y))
    return float(data + l1 * l1_norm(w) + l2 * l2_norm(w) ** 2)


# witness
def witness(m):
    return m.regularized_loss(np.array([0.2, 0.7]), np.array([0.0, 1.0]), np.array([1.0, -2.0]), 0.1, 0.2)
