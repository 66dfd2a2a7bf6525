"""
task: A09.1
promise: "Shuffles all rows before they are cut, every order being equally likely"
broken: cuts the rows in order and shuffles only the order of the batches
name: shuffles the batches instead of the rows
"""
def minibatches(m, batch_size, rng=None):
    order = np.arange(m)
    batches = [order[start : start + batch_size] for start in range(0, m, batch_size)]
    if rng is not None:
        batches = [batches[i] for i in rng.permutation(len(batches))]
    return batches

# witness
def witness(m):
    batches = m.minibatches(40, 8, np.random.default_rng(1))
    return all((np.diff(rows) == 1).all() for rows in batches)
