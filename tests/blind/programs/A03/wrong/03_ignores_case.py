"""
task: A03.1
promise: The label that counts as 1. Only labels equal to it do.
broken: text is compared without regard to upper and lower case
name: case-insensitive comparison
"""
def encode_labels(labels, positive):
    def tidy(label):
        return label.lower() if isinstance(label, str) else label

    codes = np.array([float(tidy(label) == tidy(positive)) for label in labels])
    if not codes.any():
        raise ValueError("positive not found")
    return codes

# witness
def witness(m):
    return np.asarray(m.encode_labels(["Pass", "pass", "fail", "PASS"], "pass"))
