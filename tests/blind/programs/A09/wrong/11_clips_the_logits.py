"""
task: A09.3
promise: "Logits of any size, ±1000 included, in one row, too"
broken: clips the logits to ±700 instead of subtracting the maximum, so that two large logits look equal
name: clips the logits instead of shifting them
"""
def softmax(Z):
    Z = np.asarray(Z, dtype=float)
    E = np.exp(np.clip(Z, -700, 700))
    return E / E.sum(axis=-1, keepdims=True)

# witness
def witness(m):
    return m.softmax(np.array([[1000.0, 998.0, 3.0], [-1000.0, -999.0, -1001.0]]))
