"""
task: A13.6
promise: the gradients of the mean loss of its own rows
broken: the slope at the logits is divided by batch_size also in a shorter last batch
name: short last batch weighs too little
"""
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr
        if drop_after is not None and epoch >= drop_after:
            rate = 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            logits = model.forward(X[rows])
            model.backward((softmax(logits) - Y[rows]) / batch_size)
            for layer in model.layers:
                for name in layer.params:
                    layer.params[name] = layer.params[name] - rate * layer.grads[name]
        history["loss"].append(cross_entropy(softmax(model.forward(X)), Y))
        logits = model.forward(X_val)
        history["val_loss"].append(cross_entropy(softmax(logits), Y_val))
        hits = np.argmax(logits, axis=1) == np.argmax(Y_val, axis=1)
        history["val_acc"].append(float(np.mean(hits)))
    return history

# witness
def witness(m):
    rng = np.random.default_rng(7)
    X, X_val = rng.normal(size=(7, 2, 2, 1)), rng.normal(size=(5, 2, 2, 1))
    Y, Y_val = np.eye(3)[rng.integers(0, 3, 7)], np.eye(3)[rng.integers(0, 3, 5)]
    model = m.Templates(rng.normal(size=(3, 2, 2, 1)), np.zeros(3))
    history = m.train(model, X, Y, X_val, Y_val, 0.5, 3, 2, None)
    return model.params["T"], model.params["b"]
