"""
task: A09.3
promise: "Every row adds up to 1, and none holds nan."
broken: subtracts the maximum of the whole array, so that a row far below it underflows to 0/0
name: one maximum for all rows instead of one per row
"""
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    E = np.exp(Z - Z.max())
    return E / E.sum(axis=-1, keepdims=True)

# witness
def witness(m):
    return m.softmax(np.array([[1000.0, 999.0], [-1000.0, -1001.0]]))
