"""
task: A09.1
promise: "list of int arrays: One array of row numbers per batch."
broken: the row numbers are floats, which can't index an array
name: float row numbers
"""
def minibatches(m, batch_size, rng=None):
    order = np.linspace(0, m - 1, m)
    if rng is not None:
        order = rng.permutation(order)
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]

# witness
def witness(m):
    return ["int" if rows.dtype.kind in "iu" else "other" for rows in m.minibatches(5, 2)]
