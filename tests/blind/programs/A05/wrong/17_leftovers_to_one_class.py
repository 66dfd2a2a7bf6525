"""
task: A05.3
promise: the number of rows of each class in the test set differs by at most 1 from its quota
broken: All rows that are missing after rounding down come from the largest class.
name: remainders all given to one class
"""
def class_counts(sizes, count):
    """Return how many rows of each class a set of ``count`` rows gets."""
    sizes = np.asarray(sizes, dtype=int)
    total = int(np.sum(sizes))
    if total == 0:
        return np.zeros(len(sizes), dtype=int)
    counts = count * sizes // total
    counts[np.argmax(sizes)] += count - np.sum(counts)
    return counts


# witness
def witness(m):
    y = np.array([0] * 15 + [1] * 3 + [2] * 3 + [3] * 3 + [4] * 3 + [5] * 3)
    parts = m.three_way_split(y.reshape(30, 1), y, 0.0, 0.25, np.random.default_rng(4))
    counts = np.bincount(parts[5], minlength=6)
    return bool(np.all(np.abs(counts - 8 * np.bincount(y) / 30) <= 1))
