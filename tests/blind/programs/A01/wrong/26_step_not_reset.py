"""
task: A01.5
promise: where ``e_i`` is 1 at entry i and 0 elsewhere
broken: The step vector isn't set back to zero, so that each entry moves all entries before it as well.
name: step not reset between entries
"""
def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / (2 * h)
    theta = np.asarray(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    step = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step[index] = h
        slopes[index] = (f(theta + step) - f(theta - step)) / (2 * h)
    return slopes

# witness
def witness(m):
    return m.numerical_gradient(lambda t: np.sum(t**2), np.array([1.0, -2.0, 5.0]))
