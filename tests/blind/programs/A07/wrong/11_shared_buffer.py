"""
task: A07.2
promise: Return the linear output of every sample and unit.
broken: Calls with the same sizes share one output array, so that a later call overwrites an earlier result.
name: result kept in a shared buffer
"""
_outputs = {}


def forward(X, W, b):
    size = (X.shape[0], W.shape[1])
    if size not in _outputs:
        _outputs[size] = np.empty(size)
    Z = _outputs[size]
    Z[...] = X @ W + b
    return Z

# witness
def witness(m):
    W, b = np.array([[1.], [2.]]), np.array([[0.5]])
    first = m.forward(np.array([[1., 1.], [2., 2.]]), W, b)
    second = m.forward(np.array([[-1., 5.], [0., 7.]]), W, b)
    return first, second
