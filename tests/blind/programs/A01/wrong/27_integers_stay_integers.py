"""
task: A01.5
promise: Integers are taken as floats
broken: The copies keep the integer dtype of theta, so that the step is cut to nothing.
name: step lost in an integer array
"""
def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / (2 * h)
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up = theta.copy()
        down = theta.copy()
        up[index] = up[index] + h
        down[index] = down[index] - h
        slopes[index] = (f(up) - f(down)) / (2 * h)
    return slopes

# witness
def witness(m):
    return m.numerical_gradient(lambda t: np.sum(t**2), np.array([1, -2, 5]))
