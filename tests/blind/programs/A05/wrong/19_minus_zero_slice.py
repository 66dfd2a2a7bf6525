"""
task: A05.3
promise: Fractions, at least 0 and below 1; 0 leaves that set empty.
broken: With stratify=False the validation set is cut off the end by a negative slice, which at 0 rows takes all of them.
name: slice [-0:]
"""
def draw(rows, labels, count, stratify):
    """Return ``count`` of the (shuffled) rows, and the others."""
    if not stratify:
        return rows[-count:], rows[: len(rows) - count]
    classes, sizes = np.unique(labels[rows], return_counts=True)
    taken = np.zeros(len(rows), dtype=bool)
    for one, number in zip(classes, class_counts(sizes, count)):
        places = np.flatnonzero(labels[rows] == one)
        taken[places[:number]] = True
    return rows[taken], rows[~taken]


# witness
def witness(m):
    parts = m.three_way_split(np.ones((10, 1)), np.arange(10.0), 0.0, 0.3, np.random.default_rng(4), stratify=False)
    return [len(one) for one in parts]
