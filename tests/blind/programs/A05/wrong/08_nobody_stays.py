"""
task: A05.2
promise: Return the numbers 0 to m - 1 in random order, every order being equally likely.
broken: The partner of a swap is never the place itself, so that only cyclic orders come up.
name: off by one in the shuffle
"""
def permuted_indices(m, rng):
    order = np.arange(m)
    for last in range(m - 1, 0, -1):
        other = rng.integers(0, last)
        order[last], order[other] = order[other], order[last]
    return order


# witness
def witness(m):
    rng = np.random.default_rng(8)
    return len({tuple(int(i) for i in m.permuted_indices(3, rng)) for _ in range(400)})
