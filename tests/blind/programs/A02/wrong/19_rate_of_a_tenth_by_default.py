"""
task: A02.4
promise: def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1)
broken: The default rate is 0.1.
name: wrong default rate
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.1, epochs=1):
    w, b = float(w), float(b)
    history = np.zeros((epochs, 2))
    updates = 0
    for epoch in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w, b
        updates += len(x)
    return {"w": w, "b": b, "history": history, "updates": updates}

# witness
def witness(m):
    fit = m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]))
    return fit["w"], fit["b"]
