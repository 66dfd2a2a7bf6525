"""
task: A01.5
promise: ``(f(theta + h*e_i) - f(theta - h*e_i)) / (2*h)``
broken: The difference is divided by h and not by 2h.
name: 2 forgotten in the denominator
"""
def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / h
    theta = np.asarray(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up = theta.copy()
        down = theta.copy()
        up[index] += h
        down[index] -= h
        slopes[index] = (f(up) - f(down)) / h
    return slopes

# witness
def witness(m):
    return m.numerical_gradient(lambda t: np.sum(t**2), np.array([1.0, -2.0]))
