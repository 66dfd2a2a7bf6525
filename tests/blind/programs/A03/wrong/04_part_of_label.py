"""
task: A03.1
promise: The label that counts as 1. Only labels equal to it do.
broken: every label that contains the positive text counts as 1
name: `in` used instead of ==
"""
def encode_labels(labels, positive):
    codes = []
    for label in labels:
        codes.append(1.0 if str(positive) in str(label) else 0.0)
    if sum(codes) == 0:
        raise ValueError("positive not found")
    return np.array(codes)

# witness
def witness(m):
    return np.asarray(m.encode_labels(["real", "unreal", "fake", "real"], "real"))
