"""
task: A02.4
promise: how many updates were made in all, one per sample and epoch
broken: The updates are counted once per epoch.
name: epochs counted instead of updates
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w, b = float(w), float(b)
    history = np.zeros((epochs, 2))
    updates = 0
    for epoch in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history[epoch] = w, b
        updates += 1
    return {"w": w, "b": b, "history": history, "updates": updates}

# witness
def witness(m):
    fit = m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]), 0.0, 0.5, 0.1, 4)
    return fit["w"], fit["b"], np.asarray(fit["history"]), fit["updates"]
