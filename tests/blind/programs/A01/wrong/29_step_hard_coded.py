"""
task: A01.5
promise: h : float. The step to either side.
broken: The step is always 1e-5, whatever h is.
name: argument h ignored
"""
def numerical_gradient(f, theta, h=1e-5):
    h = 1e-5
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / (2 * h)
    theta = np.asarray(theta, dtype=float)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        step = np.zeros(theta.shape)
        step[index] = h
        slopes[index] = (f(theta + step) - f(theta - step)) / (2 * h)
    return slopes

# witness
def witness(m):
    return m.numerical_gradient(lambda t: np.sum(t**3), np.array([1.0, 2.0]), h=0.5)
