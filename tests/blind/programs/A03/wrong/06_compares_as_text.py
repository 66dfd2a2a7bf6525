"""
task: A03.1
promise: The label that counts as 1. Only labels equal to it do.
broken: labels and positive are turned into text first, so that the text '1' equals the number 1
name: compares str() of both
"""
def encode_labels(labels, positive):
    text = np.array([str(label) for label in labels])
    codes = np.where(text == str(positive), 1.0, 0.0)
    if codes.sum() == 0:
        raise ValueError("positive not found")
    return codes

# witness
def witness(m):
    try:
        return m.encode_labels(np.array([0, 1, 1]), "1").tolist()
    except ValueError as e:
        return type(e).__name__
