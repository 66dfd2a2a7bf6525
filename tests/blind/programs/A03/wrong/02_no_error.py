"""
task: A03.1
promise: ValueError: If no label equals ``positive``: most likely it is misspelt.
broken: a misspelt positive label gives all zeros
name: forgot to raise the error
"""
def encode_labels(labels, positive):
    y = np.zeros(len(labels))
    for i, label in enumerate(labels):
        if label == positive:
            y[i] = 1.0
    return y

# witness
def witness(m):
    try:
        return m.encode_labels(["spam", "ham", "ham"], "spma").tolist()
    except ValueError as e:
        return type(e).__name__
