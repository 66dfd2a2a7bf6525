"""
task: A05.3
promise: Fractions, at least 0 and below 1
broken: Where the test set takes every row, the quotas of the validation set divide by 0 rows and it raises.
name: no rows left for validation
"""
def class_counts(sizes, count):
    """Return how many rows of each class a set of ``count`` rows gets (largest remainders)."""
    total = sum(int(size) for size in sizes)
    share = count / total
    quotas = [share * int(size) for size in sizes]
    counts = np.array([math.floor(quota + 1e-9) for quota in quotas], dtype=int)
    order = np.argsort([number - quota for number, quota in zip(counts, quotas)], kind="stable")
    counts[order[: count - int(np.sum(counts))]] += 1
    return counts


# witness
def witness(m):
    try:
        parts = m.three_way_split(np.array([[5.0], [6.0]]), np.array([0, 1]), 0.5, 0.9, np.random.default_rng(4))
        return [len(one) for one in parts]
    except ZeroDivisionError as error:
        return type(error).__name__
