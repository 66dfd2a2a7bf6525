"""
task: A03.1
promise: float array of shape (m,) / 0.0 and 1.0
broken: the codes come back as integers
name: wrong dtype: int codes
"""
def encode_labels(labels, positive):
    found = np.asarray(labels) == positive
    if not found.any():
        raise ValueError("positive not found")
    return found.astype(int)

# witness
def witness(m):
    return np.asarray(m.encode_labels(["no", "yes", "no"], "yes")).dtype.kind
