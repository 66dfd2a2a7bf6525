"""
task: A05.2
promise: Each number exactly once.
broken: The numbers are drawn with replacement, so that some come twice and others never.
name: drawing with replacement
"""
def permuted_indices(m, rng):
    return rng.integers(0, m, size=m)


# witness
def witness(m):
    return np.sort(m.permuted_indices(50, np.random.default_rng(2)))
