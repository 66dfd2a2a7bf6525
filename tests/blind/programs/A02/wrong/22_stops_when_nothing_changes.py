"""
task: A02.4
promise: how many updates were made in all, one per sample and epoch; history of shape (epochs, 2)
broken: The training stops as soon as an epoch changes nothing, with a shorter history and fewer updates.
name: early stop
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w, b = float(w), float(b)
    history = []
    updates = 0
    for _ in range(epochs):
        before = (w, b)
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append([w, b])
        updates += len(x)
        if (w, b) == before:
            break
    return {"w": w, "b": b, "history": np.array(history).reshape(-1, 2), "updates": updates}

# witness
def witness(m):
    fit = m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 5.0]), 2.0, 1.0, 0.1, 5)
    return np.shape(fit["history"]), fit["updates"]
