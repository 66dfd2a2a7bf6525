"""
task: A01.2
promise: Raises ValueError: If both are arrays and their shapes differ
broken: An assert checks the shapes, so that an AssertionError is raised.
name: wrong kind of error
"""
def half_squared_error(y_hat, y):
    y_hat = np.asarray(y_hat, dtype=float)
    y = np.asarray(y, dtype=float)
    if y_hat.ndim > 0 and y.ndim > 0:
        assert y_hat.shape == y.shape, "shapes differ"
    return (y_hat - y) ** 2 / 2

# witness
def witness(m):
    try:
        return np.shape(m.half_squared_error(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0])))
    except Exception as error:
        return type(error).__name__
