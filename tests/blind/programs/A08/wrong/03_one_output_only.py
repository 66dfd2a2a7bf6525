"""
task: A08.1
promise: ``"W2"`` (k, out) ... ``"b2"`` (1, out)
broken: The number of output units is ignored; there is always one.
name: argument out ignored
"""
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.normal(size=(k, 1)),
        "b2": np.zeros((1, 1)),
    }

# witness
def witness(m):
    p = m.init_params(3, 4, np.random.default_rng(5), out=2)
    return {name: np.shape(p[name]) for name in ("W1", "b1", "W2", "b2")}
