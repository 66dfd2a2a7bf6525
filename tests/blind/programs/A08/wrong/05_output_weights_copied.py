"""
task: A08.1
promise: all entries drawn independently from the standard normal distribution
broken: Both matrices are cut from the start of one drawn vector, so W2 repeats entries of W1.
name: W2 repeats the numbers of W1
"""
def init_params(n, k, rng, out=1):
    drawn = rng.normal(size=max(n, out) * k)
    return {
        "W1": drawn[: n * k].reshape(n, k),
        "b1": np.zeros((1, k)),
        "W2": drawn[: k * out].reshape(k, out),
        "b2": np.zeros((1, out)),
    }

# witness
def witness(m):
    p = m.init_params(3, 4, np.random.default_rng(5), out=2)
    return len(np.unique(np.concatenate([p["W1"].ravel(), p["W2"].ravel()])))
