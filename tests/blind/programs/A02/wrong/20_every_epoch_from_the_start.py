"""
task: A02.4
promise: goes on where the last one ended
broken: Every epoch begins at the start values again.
name: parameters not carried from epoch to epoch
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    history = np.zeros((epochs, 2))
    updates = 0
    w_end, b_end = float(w), float(b)
    for epoch in range(epochs):
        w_end, b_end = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w_end, b_end
        updates += len(x)
    return {"w": w_end, "b": b_end, "history": history, "updates": updates}

# witness
def witness(m):
    fit = m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]), 0.0, 0.5, 0.1, 4)
    return fit["w"], fit["b"], np.asarray(fit["history"]), fit["updates"]
