"""
task: A09.1
promise: "Shuffles all rows before they are cut, every order being equally likely"
broken: the hand-made shuffle never lets a row stay at its place (upper bound i instead of i + 1), so most orders never occur
name: off by one in the Fisher-Yates shuffle
"""
def minibatches(m, batch_size, rng=None):
    order = np.arange(m)
    if rng is not None:
        for i in range(m - 1, 0, -1):
            j = rng.integers(0, i)
            order[i], order[j] = order[j], order[i]
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]

# witness
def witness(m):
    seen = set()
    for seed in range(200):
        seen.add(tuple(np.concatenate(m.minibatches(3, 2, np.random.default_rng(seed))).tolist()))
    return len(seen)
