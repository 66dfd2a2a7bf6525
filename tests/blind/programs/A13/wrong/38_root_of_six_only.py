"""
task: A13.8
promise: ``limit`` is ``sqrt(6 / (fan_in + fan_out))``
broken: the root is taken of 6 alone and the sum of the fans stands below it as it is
name: root misplaced
"""
def glorot_uniform(shape, rng):
    window = int(np.prod(shape[:-2]))
    fan_in, fan_out = window * shape[-2], window * shape[-1]
    limit = np.sqrt(6) / (fan_in + fan_out)
    return rng.uniform(-limit, limit, shape)

# witness
def witness(m):
    reach = []
    for shape, fans in (((5, 5, 3, 40), 25 * 43), ((30, 50), 80)):
        weights = m.glorot_uniform(shape, np.random.default_rng(0))
        limit = np.sqrt(6 / fans)
        reach.append(int(0.95 * limit < np.abs(weights).max() <= limit))
    return reach
