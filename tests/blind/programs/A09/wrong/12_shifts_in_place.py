"""
task: A09.3
promise: "Integers are fine, and the arguments are left as they were."
broken: subtracts the maximum in place, so a float array handed in is changed
name: changes its argument
"""
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    Z -= Z.max(axis=-1, keepdims=True)
    E = np.exp(Z)
    return E / E.sum(axis=-1, keepdims=True)

# witness
def witness(m):
    Z = np.array([[1.0, 2.0, 4.0], [0.0, -1.0, 5.0]])
    m.softmax(Z)
    return Z
