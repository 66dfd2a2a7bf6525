"""
task: A05.2
promise: The only source of randomness: generators in the same state give the same order.
broken: The order comes from NumPy's shared generator and not from rng.
name: np.random instead of rng
"""
def permuted_indices(m, rng):
    return np.random.permutation(m)


# witness
def witness(m):
    first = m.permuted_indices(40, np.random.default_rng(5))
    return bool(np.all(first == m.permuted_indices(40, np.random.default_rng(5))))
