"""
task: A02.4
promise: ``history`` : array of shape (epochs, 2) ... epochs: 0 is allowed
broken: For 0 epochs the history has shape (0,).
name: shape of the history for 0 epochs
"""
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    w, b = float(w), float(b)
    history = []
    for _ in range(epochs):
        w, b = sgd_epoch(x, y, w, b, rate)
        history.append([w, b])
    return {"w": w, "b": b, "history": np.array(history), "updates": epochs * len(x)}

# witness
def witness(m):
    return np.shape(m.sgd_fit(np.array([1.0, 2.0]), np.array([3.0, 1.0]), epochs=0)["history"])
