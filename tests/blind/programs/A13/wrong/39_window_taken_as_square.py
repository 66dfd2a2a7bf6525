"""
task: A13.8
promise: ``(kh, kw, C, F)`` for a convolutional layer: fan_in is ``kh*kw*C``
broken: the window's area is reckoned as kh * kh
name: square windows assumed
"""
def glorot_uniform(shape, rng):
    window = shape[0] ** 2 if len(shape) == 4 else 1
    fan_in, fan_out = window * shape[-2], window * shape[-1]
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, shape)

# witness
def witness(m):
    reach = []
    for shape, fans in (((5, 5, 3, 40), 25 * 43), ((2, 7, 3, 40), 14 * 43), ((7, 2, 3, 40), 14 * 43)):
        weights = m.glorot_uniform(shape, np.random.default_rng(0))
        limit = np.sqrt(6 / fans)
        reach.append(int(0.95 * limit < np.abs(weights).max() <= limit))
    return reach
