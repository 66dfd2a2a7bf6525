"""
task: A08.1
promise: all entries drawn independently from the standard normal distribution (mean 0, standard deviation 1)
broken: The weights are uniform between 0 and 1.
name: uniform instead of normal
"""
def init_params(n, k, rng, out=1):
    return {
        "W1": rng.random((n, k)),
        "b1": np.zeros((1, k)),
        "W2": rng.random((k, out)),
        "b2": np.zeros((1, out)),
    }

# witness
def witness(m):
    p = m.init_params(200, 200, np.random.default_rng(5))
    return [bool(abs(p["W1"].mean()) < 0.05), bool(abs(p["W1"].std() - 1) < 0.05), bool(p["W1"].min() < 0)]
