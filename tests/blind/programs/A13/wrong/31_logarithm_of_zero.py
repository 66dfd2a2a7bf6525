"""
task: A13.6
promise: Where a probability is below 1e-12, the losses are clipped as in A09.5 or exact.
broken: the losses take the logarithm of unclipped probabilities and become nan where one of them is 0
name: log(0) in the loss
"""
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr
        if drop_after is not None and epoch >= drop_after:
            rate = 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            logits = model.forward(X[rows])
            model.backward(softmax_ce_gradient(logits, Y[rows]))
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        history["loss"].append(_loss(softmax(model.forward(X)), Y))
        logits = model.forward(X_val)
        history["val_loss"].append(_loss(softmax(logits), Y_val))
        hits = np.argmax(logits, axis=1) == np.argmax(Y_val, axis=1)
        history["val_acc"].append(float(np.mean(hits)))
    return history


def _loss(A, Y):
    return float(-np.mean(np.sum(Y * np.log(A), axis=1)))

# witness
def witness(m):
    model = m.Templates(np.array([2000.0, -2000.0]).reshape(2, 1, 1, 1), np.zeros(2))
    X, Y = np.array([1.0, -1.0]).reshape(2, 1, 1, 1), np.eye(2)
    with np.errstate(all="ignore"):
        history = m.train(model, X, Y, X, Y, 0.1, 2, 1, None)
    return [int(history["loss"][0] < 1e-6), int(history["val_loss"][0] < 1e-6)]
