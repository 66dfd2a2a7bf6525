"""
task: A01.4
promise: or two numbers, which count as one sample
broken: The number of samples is taken by len, which fails for two numbers.
name: len of a number
"""
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError("shapes differ")
    error, by_w, by_b = chain_factors(x, y, w, b)
    m = len(x)
    return np.sum(error * by_w) / m, np.sum(error * by_b) / m

# witness
def witness(m):
    try:
        return m.gradient(2.0, 1.0, 0.5, 1.0)
    except Exception as error:
        return type(error).__name__
