"""
task: A02.4
promise: Integers are fine
broken: The history takes the dtype of the start values, and integers there cut its rows to whole numbers.
name: history truncated where the start is given as integers
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.full((epochs, 2), [w, b])
    updates = 0
    w, b = float(w), float(b)
    for epoch in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w, b
        updates += len(x)
    return {"w": w, "b": b, "history": history, "updates": updates}

# witness
def witness(m):
    return np.asarray(m.sgd_fit(np.array([1, 2]), np.array([3, 1]), 0, 1, 0.1, 3)["history"])
