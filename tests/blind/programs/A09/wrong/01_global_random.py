"""
task: A09.1
promise: "the only source of randomness: generators in the same state give the same batches."
broken: shuffles with NumPy's global generator whenever an rng is given
name: shuffles with np.random instead of the given rng
"""
def minibatches(m, batch_size, rng=None):
    order = np.arange(m)
    if rng is not None:
        np.random.shuffle(order)
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]

# witness
def witness(m):
    one = np.concatenate(m.minibatches(60, 7, np.random.default_rng(5))).tolist()
    two = np.concatenate(m.minibatches(60, 7, np.random.default_rng(5))).tolist()
    return "same" if one == two else "different"
