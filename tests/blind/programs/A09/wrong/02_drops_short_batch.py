"""
task: A09.1
promise: "The last batch holds what is left over and may be shorter" and "Each of 0, ..., m - 1 stands in exactly one of them."
broken: only full batches are returned, the rows left over are missing
name: drops the short last batch
"""
def minibatches(m, batch_size, rng=None):
    order = np.arange(m) if rng is None else rng.permutation(m)
    batches = []
    for i in range(m // batch_size):
        batches.append(order[i * batch_size : (i + 1) * batch_size])
    return batches

# witness
def witness(m):
    return [len(rows) for rows in m.minibatches(11, 4)]
