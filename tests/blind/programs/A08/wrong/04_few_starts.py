"""
task: A08.1
promise: generators in different states different ones
broken: A second generator is seeded with one of a hundred numbers drawn from rng, so that only a hundred starts exist and different generators often give the same.
name: reseeded with a small random number
"""
def init_params(n, k, rng, out=1):
    own = np.random.default_rng(rng.integers(100))
    return {
        "W1": own.normal(size=(n, k)),
        "b1": np.zeros((1, k)),
        "W2": own.normal(size=(k, out)),
        "b2": np.zeros((1, out)),
    }

# witness
def witness(m):
    starts = {float(m.init_params(2, 3, np.random.default_rng(seed))["W1"][0, 0]) for seed in range(400)}
    return len(starts)
