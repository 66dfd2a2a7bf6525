"""
task: A13.8
promise: Every entry is drawn independently and uniformly between ``-limit`` and ``limit``
broken: the weights are normal numbers with the standard deviation of that uniform distribution
name: normal instead of uniform
"""
def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    fan_in, fan_out = window * shape[-2], window * shape[-1]
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.normal(0, limit / np.sqrt(3), shape)

# witness
def witness(m):
    reach = []
    for shape, fans in (((5, 5, 3, 40), 25 * 43), ((30, 50), 80)):
        weights = m.glorot_uniform(shape, np.random.default_rng(0))
        limit = np.sqrt(6 / fans)
        reach.append(int(0.95 * limit < np.abs(weights).max() <= limit))
    return reach
