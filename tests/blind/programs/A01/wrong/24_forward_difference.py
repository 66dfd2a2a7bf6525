"""
task: A01.5
promise: ``(f(theta + h*e_i) - f(theta - h*e_i)) / (2*h)``
broken: Only the step to the right is taken, and divided by h.
name: one-sided difference
"""
def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta)) / h
    theta = np.asarray(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up = theta.copy()
        up[index] += h
        slopes[index] = (f(up) - f(theta.copy())) / h
    return slopes

# witness
def witness(m):
    return m.numerical_gradient(lambda t: np.sum(t**3), np.array([1.0, -2.0]), 1e-3)
