"""
task: A03.1
promise: The arguments are left as they were.
broken: the entries of the caller's list or array are replaced by the codes
name: argument mutated
"""
def encode_labels(labels, positive):
    count = 0
    for i in range(len(labels)):
        if labels[i] == positive:
            labels[i] = 1
            count += 1
        else:
            labels[i] = 0
    if count == 0:
        raise ValueError("positive not found")
    return np.array(labels, dtype=float)

# witness
def witness(m):
    labels = ["cat", "dog", "cat"]
    m.encode_labels(labels, "dog")
    return [str(label) for label in labels]
