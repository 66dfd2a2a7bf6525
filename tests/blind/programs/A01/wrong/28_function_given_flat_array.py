"""
task: A01.5
promise: Takes a float array with the shape of ``theta``
broken: The function is called with a flat array whatever the shape of theta.
name: f is handed a flattened theta
"""
def numerical_gradient(f, theta, h=1e-5):
    if np.ndim(theta) == 0:
        theta = float(theta)
        return (f(theta + h) - f(theta - h)) / (2 * h)
    shape = np.shape(theta)
    flat = np.asarray(theta, dtype=float).ravel()
    slopes = np.zeros(flat.size)
    for i in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[i] += h
        down[i] -= h
        slopes[i] = (f(up) - f(down)) / (2 * h)
    return slopes.reshape(shape)

# witness
def witness(m):
    shapes = set()

    def f(t):
        shapes.add(np.shape(t))
        return np.sum(t**2)

    m.numerical_gradient(f, np.array([[1.0, -2.0, 5.0], [0.5, 0.0, 1.0]]))
    return sorted(shapes)
