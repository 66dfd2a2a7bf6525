"""
task: A09.3
promise: "Integers are fine" and "Every row adds up to 1"
broken: writes the probabilities into an array with the type of Z, where integers cut them to 0
name: result takes over the integer type of the logits
"""
def softmax(Z):
    Z = np.asarray(Z)
    rows = Z if Z.ndim == 2 else Z[None, :]
    A = np.zeros_like(rows)
    for i in range(len(rows)):
        e = np.exp(rows[i] - rows[i].max())
        A[i] = e / e.sum()
    return A if Z.ndim == 2 else A[0]

# witness
def witness(m):
    return m.softmax(np.array([[1, 2, 3], [4, 4, 4]]))
