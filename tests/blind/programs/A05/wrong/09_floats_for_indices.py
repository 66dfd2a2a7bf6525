"""
task: A05.2
promise: int array of shape (m,)
broken: The numbers are floats, which can't be used as indices.
name: float instead of int
"""
def permuted_indices(m, rng):
    order = np.zeros(m)
    order[:] = rng.permutation(m)
    return order


# witness
def witness(m):
    return m.permuted_indices(6, np.random.default_rng(0)).dtype.kind
