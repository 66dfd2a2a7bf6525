"""
task: A02.4
promise: Row k holds ``(w, b)`` after k + 1 epochs; the start has no row.
broken: The line is noted before each pass, so that row 0 is the start.
name: history one epoch behind
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w, b = float(w), float(b)
    history = np.zeros((epochs, 2))
    updates = 0
    for epoch in range(epochs):
        history[epoch] = w, b
        w, b = sgd_epoch(x, y, w, b, rate)
        updates += len(x)
    return {"w": w, "b": b, "history": history, "updates": updates}

# witness
def witness(m):
    fit = m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]), 0.0, 0.5, 0.1, 4)
    return fit["w"], fit["b"], np.asarray(fit["history"]), fit["updates"]
