"""
task: A06.3
promise: If ``a`` and ``y`` are arrays of different shapes, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
broken: An array of a single label is stretched over the whole batch.
name: shape (1,) broadcast
"""
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    a = np.asarray(a, dtype=float)
    y = np.asarray(y, dtype=float)
    if y.shape == (1,):
        y = np.full(a.shape, y[0])
    if a.shape != y.shape:
        raise ValueError(f"shapes differ: {a.shape} and {y.shape}")
    data = np.mean(binary_cross_entropy(a, y))
    return float(data + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2)


# witness
def witness(m):
    try:
        return m.regularized_loss(np.array([0.2, 0.7, 0.9]), np.array([1.0]), np.array([1.0, -2.0]))
    except ValueError as error:
        return type(error).__name__
