"""
task: A08.1
promise: ``"b1"`` (1, k) and ``"b2"`` (1, out), zeros.
broken: The biases are drawn at random like the weights.
name: biases not zero
"""
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.normal(size=(n, k)),
        "b1": rng.normal(size=(1, k)),
        "W2": rng.normal(size=(k, out)),
        "b2": rng.normal(size=(1, out)),
    }

# witness
def witness(m):
    p = m.init_params(3, 4, np.random.default_rng(5))
    return p["b1"], p["b2"]
