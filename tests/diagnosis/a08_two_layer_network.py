"""The misconceptions of A08 written anew in another style: the diagnosis is measured on them."""

import numpy as np
from a08_two_layer_network import *
from paraphrases import paraphrase

# ---- A08.1 init_params


@paraphrase("A08.1", "all-zeros")
def init_params(n, k, rng, out=1):
    shapes = {"W1": (n, k), "b1": (1, k), "W2": (k, out), "b2": (1, out)}
    return {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}


@paraphrase("A08.1", "all-ones")
def init_params(n, k, rng, out=1):
    params = {"b1": [[0.0] * k], "b2": [[0.0] * out]}
    params["W1"] = [[1.0] * k for _ in range(n)]
    params["W2"] = [[1.0] * out for _ in range(k)]
    return {name: np.array(value) for name, value in params.items()}


@paraphrase("A08.1", "one-column-repeated")
def init_params(n, k, rng, out=1):
    weights = rng.standard_normal(n)
    answers = rng.standard_normal(out)
    W1, W2 = np.empty((n, k)), np.empty((k, out))
    for unit in range(k):
        W1[:, unit], W2[unit] = weights, answers
    return {"W1": W1, "W2": W2, "b1": np.zeros((1, k)), "b2": np.zeros((1, out))}


@paraphrase("A08.1", "uniform-for-normal")
def init_params(n, k, rng, out=1):
    draws = 2 * rng.random(n * k + k * out) - 1
    return {
        "W1": draws[: n * k].reshape(n, k), "b1": np.zeros((1, k)),
        "W2": draws[n * k :].reshape(k, out), "b2": np.zeros((1, out)),
    }  # fmt: skip


@paraphrase("A08.1", "scaled-down")
def init_params(n, k, rng, out=1):
    params = dict(b1=np.zeros((1, k)), b2=np.zeros((1, out)))
    for name, shape in (("W2", (k, out)), ("W1", (n, k))):
        params[name] = rng.normal(loc=0.0, scale=0.01, size=shape)
    return params


@paraphrase("A08.1", "random-biases")
def init_params(n, k, rng, out=1):
    shapes = {"b2": (1, out), "W2": (k, out), "b1": (1, k), "W1": (n, k)}
    return {name: rng.standard_normal(shape) for name, shape in shapes.items()}


@paraphrase("A08.1", "flat-biases")
def init_params(n, k, rng, out=1):
    W1, W2 = rng.standard_normal((n, k)), rng.standard_normal((k, out))
    return {"W1": W1, "b1": 0.0 * W1[0], "W2": W2, "b2": 0.0 * W2[0]}


@paraphrase("A08.1", "weights-transposed")
def init_params(n, k, rng, out=1):
    hidden = [rng.standard_normal(n) for _ in range(k)]
    last = [rng.standard_normal(k) for _ in range(out)]
    return {
        "W1": np.array(hidden), "b1": np.zeros((1, k)),
        "W2": np.array(last), "b2": np.zeros((1, out)),
    }  # fmt: skip


@paraphrase("A08.1", "own-seed")
def init_params(n, k, rng, out=1):
    generator = np.random.Generator(np.random.PCG64(0))
    draws = generator.standard_normal((n + out, k))
    return {
        "W1": draws[:n], "b1": np.zeros((1, k)), "W2": draws[n:].T.copy(), "b2": np.zeros((1, out)),
    }  # fmt: skip


@paraphrase("A08.1", "global-randomness")
def init_params(n, k, rng, out=1):
    params = {"b1": np.zeros((1, k)), "b2": np.zeros((1, out))}
    params["W1"] = np.array([[np.random.normal(0, 1) for _ in range(k)] for _ in range(n)])
    params["W2"] = np.array([[np.random.normal(0, 1) for _ in range(out)] for _ in range(k)])
    return params


@paraphrase("A08.1", "out-ignored")
def init_params(n, k, rng, out=1):
    w2 = rng.standard_normal(k)
    return {
        "W1": rng.standard_normal((n, k)), "b1": np.zeros((1, k)),
        "W2": w2[:, np.newaxis], "b2": np.array([[0.0]]),
    }  # fmt: skip


# ---- A08.2 forward


@paraphrase("A08.2", "hidden-sigmoid-forgotten")
def forward(params, X):
    cache = {"Z1": [], "Z2": []}
    for x in X:
        hidden = x @ params["W1"] + params["b1"][0]
        cache["Z1"].append(hidden)
        cache["Z2"].append(hidden @ params["W2"] + params["b2"][0])
    cache = {name: np.array(rows) for name, rows in cache.items()}
    cache["A1"], cache["A2"] = cache["Z1"].copy(), 1 / (1 + np.exp(-cache["Z2"]))
    return cache


@paraphrase("A08.2", "output-sigmoid-forgotten")
def forward(params, X):
    X = np.float32(X)
    W1, b1, W2, b2 = (np.float32(params[name]) for name in ("W1", "b1", "W2", "b2"))
    Z1 = np.einsum("mn,nk->mk", X, W1) + b1
    A1 = np.float32(0.5) + np.tanh(Z1 / 2) / 2
    Z2 = np.einsum("mk,ko->mo", A1, W2) + b2
    return dict(Z1=Z1, A1=A1, Z2=Z2, A2=Z2.copy())


@paraphrase("A08.2", "second-layer-reads-z1")
def forward(params, X):
    cache, layer_input = {}, X
    for layer in "12":
        layer_input = np.dot(layer_input, params["W" + layer]) + params["b" + layer]
        cache["Z" + layer] = layer_input
        cache["A" + layer] = 1 / (1 + np.exp(-layer_input))
    return cache


@paraphrase("A08.2", "biases-forgotten")
def forward(params, X):
    cache, layer_input = {}, X
    for layer in "12":
        cache["Z" + layer] = np.einsum("ij,jk->ik", layer_input, params["W" + layer])
        layer_input = cache["A" + layer] = 1 / (1 + np.exp(-cache["Z" + layer]))
    return cache


@paraphrase("A08.2", "output-bias-forgotten")
def forward(params, X):
    rows = {"Z1": [], "A1": [], "Z2": [], "A2": []}
    for x in X:
        z1 = x @ params["W1"] + params["b1"][0]
        a1 = 1 / (1 + np.exp(-z1))
        z2 = sum(a * w for a, w in zip(a1, params["W2"], strict=True))
        for name, value in zip(rows, (z1, a1, z2, 1 / (1 + np.exp(-z2))), strict=True):
            rows[name].append(value)
    return {name: np.array(value) for name, value in rows.items()}


@paraphrase("A08.2", "output-bias-for-both")
def forward(params, X):
    b2 = params["b2"]
    Z1 = np.zeros((len(X), params["W1"].shape[1]))
    for j in range(Z1.shape[1]):
        Z1[:, j] = np.sum(X * params["W1"][:, j], axis=1) + b2[0, 0]
    A1 = 0.5 * (1 + np.tanh(Z1 / 2))
    Z2 = np.einsum("mk,ko->mo", A1, params["W2"]) + b2
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": 0.5 * (1 + np.tanh(Z2 / 2))}


@paraphrase("A08.2", "sigmoid-twice")
def forward(params, X):
    def squash(values):
        return 0.5 * (1 + np.tanh(values / 2))

    cache = {"Z1": np.einsum("mn,nk->mk", X, params["W1"]) + params["b1"]}
    cache["A1"] = squash(cache["Z1"])
    # A layer's output is squashed, so this one is, too; the last step squashes it for good.
    cache["Z2"] = squash(np.einsum("mk,ko->mo", cache["A1"], params["W2"]) + params["b2"])
    cache["A2"] = squash(cache["Z2"])
    return cache


@paraphrase("A08.2", "tanh-hidden")
def forward(params, X):
    rows = {"Z1": [], "A1": [], "Z2": [], "A2": []}
    for x in X:
        z1 = np.dot(params["W1"].T, x) + params["b1"][0]
        a1 = (np.exp(z1) - np.exp(-z1)) / (np.exp(z1) + np.exp(-z1))
        z2 = np.dot(params["W2"].T, a1) + params["b2"][0]
        for name, value in zip(rows, (z1, a1, z2, 1 / (1 + np.exp(-z2))), strict=True):
            rows[name].append(value)
    return {name: np.array(value) for name, value in rows.items()}


@paraphrase("A08.2", "names-swapped")
def forward(params, X):
    cache, layer_input = {}, X
    for layer in "12":
        cache["A" + layer] = np.dot(layer_input, params["W" + layer]) + params["b" + layer]
        layer_input = cache["Z" + layer] = 1 / (1 + np.exp(-cache["A" + layer]))
    return cache


@paraphrase("A08.2", "output-alone-returned")
def forward(params, X):
    outputs = []
    for x in X:
        a = x
        for layer in "12":
            a = 1 / (1 + np.exp(-(np.dot(a, params["W" + layer]) + params["b" + layer][0])))
        outputs.append(a)
    return np.array(outputs)


# ---- A08.3 output_delta


@paraphrase("A08.3", "extra-sigmoid-derivative")
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y should look alike")
    dZ2 = np.zeros(A2.shape)
    for i in range(A2.shape[0]):
        for j in range(A2.shape[1]):
            a = A2[i, j]
            dZ2[i, j] = (a - Y[i, j]) * (a - a**2) / A2.shape[0]
    return dZ2


@paraphrase("A08.3", "mean-forgotten")
def output_delta(A2, Y):
    if np.shape(A2) == np.shape(Y):
        return np.array([np.float32(a) - np.float32(y) for a, y in zip(A2, Y, strict=True)])
    raise ValueError("A2 and Y should look alike")


@paraphrase("A08.3", "error-sign-flipped")
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y should look alike")
    # By hand: the slope of the cross-entropy, with its sign lost, times that of the sigmoid.
    by_activation = Y / A2 - (1 - Y) / (1 - A2)
    return by_activation * A2 * (1 - A2) / A2.shape[0]


@paraphrase("A08.3", "divided-by-all-entries")
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y should look alike")
    m, out = A2.shape
    return np.array([[(A2[i, j] - Y[i, j]) / (m * out) for j in range(out)] for i in range(m)])


@paraphrase("A08.3", "slope-by-activation")
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y should look alike")
    return (A2 - Y) / (A2 - A2**2) / A2.shape[0]


@paraphrase("A08.3", "averaged-away")
def output_delta(A2, Y):
    if A2.shape != Y.shape:
        raise ValueError("A2 and Y should look alike")
    mean = np.zeros(A2.shape[1])
    for a, y in zip(A2, Y, strict=True):
        mean = mean + (a - y) / len(A2)
    return mean.reshape(1, -1)


@paraphrase("A08.3", "shapes-broadcast")
def output_delta(A2, Y):
    return (1.0 / np.shape(Y)[0]) * np.add(A2, -1.0 * np.asarray(Y))


# ---- A08.4 output_grads


@paraphrase("A08.4", "divided-again")
def output_grads(A1, dZ2):
    outer = [np.outer(a, d) for a, d in zip(A1, dZ2, strict=True)]
    return np.mean(outer, axis=0), np.mean(dZ2, axis=0)[None, :]


@paraphrase("A08.4", "bias-averaged")
def output_grads(A1, dZ2):
    dW2, db2 = np.zeros((A1.shape[1], dZ2.shape[1])), np.zeros((1, dZ2.shape[1]))
    for a, d in zip(A1, dZ2, strict=True):
        dW2 += np.outer(a, d)
        db2 += d / len(dZ2)
    return dW2, db2


@paraphrase("A08.4", "bias-summed-over-everything")
def output_grads(A1, dZ2):
    db2 = 0.0
    for row in dZ2.tolist():
        db2 += sum(row)
    return np.einsum("mk,mo->ko", A1, dZ2), db2


@paraphrase("A08.4", "bias-gradient-flat")
def output_grads(A1, dZ2):
    A1, dZ2 = np.float32(A1), np.float32(dZ2)
    return np.einsum("mk,mo->ko", A1, dZ2), np.einsum("mo->o", dZ2)


@paraphrase("A08.4", "bias-summed-over-units")
def output_grads(A1, dZ2):
    dW2 = sum(np.outer(a, d) for a, d in zip(A1, dZ2, strict=True))
    return dW2, np.array([[float(sum(d)) for d in dZ2]])


@paraphrase("A08.4", "transpose-forgotten")
def output_grads(A1, dZ2):
    dW2 = np.array([np.dot(a, dZ2) for a in A1])
    return dW2, np.ones((1, len(dZ2))) @ dZ2


@paraphrase("A08.4", "gradient-transposed")
def output_grads(A1, dZ2):
    dW2, db2 = 0, 0
    for a, d in zip(A1, dZ2, strict=True):
        dW2 = dW2 + d[:, None] * a
        db2 = db2 + d
    return dW2, db2[None, :]


@paraphrase("A08.4", "reshaped-for-transposed")
def output_grads(A1, dZ2):
    m, k = A1.shape
    numbers = A1.flatten()
    dW2 = np.zeros((k, dZ2.shape[1]))
    for j in range(k):
        for i in range(m):
            dW2[j] += numbers[j * m + i] * dZ2[i]
    return dW2, dZ2.sum(0).reshape(1, -1)


@paraphrase("A08.4", "bias-gradient-times-input")
def output_grads(A1, dZ2):
    dW2 = np.zeros((A1.shape[1], dZ2.shape[1]))
    for a, d in zip(A1, dZ2, strict=True):
        dW2 += np.outer(a, d)
    return dW2, dW2[:1].copy()


# ---- A08.5 hidden_delta


@paraphrase("A08.5", "sigmoid-derivative-forgotten")
def hidden_delta(dZ2, W2, A1):
    dZ1 = np.zeros(A1.shape)
    for i in range(A1.shape[0]):
        for j in range(A1.shape[1]):
            dZ1[i, j] = np.dot(dZ2[i], W2[j])
    return dZ1


@paraphrase("A08.5", "half-the-sigmoid-derivative")
def hidden_delta(dZ2, W2, A1):
    back = np.einsum("mo,ko->mk", np.float32(dZ2), np.float32(W2))
    return back - back * np.float32(A1)


@paraphrase("A08.5", "sigmoid-of-activation")
def hidden_delta(dZ2, W2, A1):
    e = np.exp(-A1)
    return np.inner(dZ2, W2) * (e / (1 + e) ** 2)


@paraphrase("A08.5", "tanh-derivative")
def hidden_delta(dZ2, W2, A1):
    rows = []
    for d, a in zip(dZ2, A1, strict=True):
        rows.append(np.dot(W2, d) * (1 - a) * (1 + a))
    return np.array(rows)


@paraphrase("A08.5", "weights-forgotten")
def hidden_delta(dZ2, W2, A1):
    dZ1 = np.zeros(A1.shape)
    for i, row in enumerate(dZ2):
        for slope in row:
            dZ1[i] += slope * (A1[i] - A1[i] ** 2)
    return dZ1


@paraphrase("A08.5", "weights-not-transposed")
def hidden_delta(dZ2, W2, A1):
    back = np.array([np.dot(d, W2) for d in dZ2])
    return back * (A1 - np.square(A1))


@paraphrase("A08.5", "weights-reshaped")
def hidden_delta(dZ2, W2, A1):
    k, out = W2.shape
    numbers = W2.flatten()
    back = np.zeros(A1.shape)
    for o in range(out):
        back += np.outer(dZ2[:, o], numbers[o * k : (o + 1) * k])
    return back * (A1 - np.square(A1))


@paraphrase("A08.5", "entrywise-before-product")
def hidden_delta(dZ2, W2, A1):
    slope = A1 - np.square(A1)
    steep_weights = np.transpose(W2) * slope
    return np.array([np.dot(d, steep_weights) for d in dZ2])


@paraphrase("A08.5", "divided-again")
def hidden_delta(dZ2, W2, A1):
    m = A1.shape[0]
    return np.array(
        [np.dot(W2, d / m) * (a - a * a) for d, a in zip(dZ2, A1, strict=True)], dtype=np.float32
    )


@paraphrase("A08.5", "activations-overwritten")
def hidden_delta(dZ2, W2, A1):
    dA1 = np.inner(dZ2, W2)
    for i in range(len(A1)):
        A1[i] = A1[i] - A1[i] ** 2
    return dA1 * A1


@paraphrase("A08.5", "sign-flipped")
def hidden_delta(dZ2, W2, A1):
    dZ1 = np.zeros(A1.shape)
    for i in range(A1.shape[0]):
        for j in range(A1.shape[1]):
            dZ1[i, j] = np.dot(dZ2[i], W2[j]) * (A1[i, j] ** 2 - A1[i, j])
    return dZ1


# ---- A08.6 backward


@paraphrase("A08.6", "mean-forgotten")
def backward(params, cache, X, Y):
    grads = {name: np.zeros(np.shape(value)) for name, value in params.items()}
    for x, a1, a2, y in zip(X, cache["A1"], cache["A2"], Y, strict=True):
        d2 = a2 - y
        d1 = np.dot(params["W2"], d2) * (a1 - a1**2)
        grads["W2"] += np.outer(a1, d2)
        grads["b2"] += d2
        grads["W1"] += np.outer(x, d1)
        grads["b1"] += d1
    return grads


@paraphrase("A08.6", "hidden-divided-again")
def backward(params, cache, X, Y):
    m = X.shape[0]
    grads = {name: np.zeros(np.shape(value)) for name, value in params.items()}
    for x, a1, a2, y in zip(X, cache["A1"], cache["A2"], Y, strict=True):
        d2 = (a2 - y) / m
        d1 = np.dot(params["W2"], d2) * (a1 - a1**2) / m
        grads["W2"] += np.outer(a1, d2)
        grads["b2"] += d2
        grads["W1"] += np.outer(x, d1)
        grads["b1"] += d1
    return grads


@paraphrase("A08.6", "hidden-sigmoid-skipped")
def backward(params, cache, X, Y):
    error = (cache["A2"] - Y) / Y.shape[0]
    back = np.inner(error, params["W2"])
    return {
        "b2": error.sum(0)[None], "b1": back.sum(0)[None],
        "W2": np.einsum("mk,mo->ko", cache["A1"], error), "W1": np.einsum("mn,mk->nk", X, back),
    }  # fmt: skip


@paraphrase("A08.6", "output-sigmoid-twice")
def backward(params, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dA2 = (A2 - Y) / len(Y)
    error = dA2 * (A2 - A2**2)
    back = np.inner(error, params["W2"]) * (A1 - A1**2)
    return {
        "b2": error.sum(0)[None], "b1": back.sum(0)[None],
        "W2": np.einsum("mk,mo->ko", A1, error), "W1": np.einsum("mn,mk->nk", X, back),
    }  # fmt: skip


@paraphrase("A08.6", "linear-output-for-activation")
def backward(params, cache, X, Y):
    grads = {name: np.zeros(np.shape(value)) for name, value in params.items()}
    for x, h, a2, y in zip(X, cache["Z1"], cache["A2"], Y, strict=True):
        d2 = (a2 - y) / len(X)
        d1 = np.dot(params["W2"], d2) * (h - h**2)
        grads["W2"] += np.outer(h, d2)
        grads["b2"] += d2
        grads["W1"] += np.outer(x, d1)
        grads["b1"] += d1
    return grads


@paraphrase("A08.6", "hidden-bias-summed-over-everything")
def backward(params, cache, X, Y):
    A1 = np.float32(cache["A1"])
    error = np.float32((cache["A2"] - Y) / len(Y))
    back = np.inner(error, np.float32(params["W2"])) * (A1 - A1**2)
    b1 = np.zeros(params["b1"].shape, np.float32)
    for row in back:
        for slope in row:
            b1 += slope
    return {
        "W1": np.float32(X).T @ back, "b1": b1, "W2": A1.T @ error, "b2": error.sum(0)[None],
    }  # fmt: skip


@paraphrase("A08.6", "hidden-bias-summed-over-units")
def backward(params, cache, X, Y):
    m, A1 = len(X), cache["A1"]
    error = (cache["A2"] - Y) / m
    hidden = (error @ params["W2"].T) * A1 * (1 - A1)
    b1 = np.array([[sum(hidden[i]) for i in range(m)]])
    return {
        "W1": np.dot(np.transpose(X), hidden),
        "b1": b1,
        "W2": np.dot(A1.T, error),
        "b2": error.sum(axis=0)[None, :],
    }


@paraphrase("A08.6", "hidden-biases-forgotten")
def backward(params, cache, X, Y):
    grads = {name: np.zeros(np.shape(value)) for name, value in params.items()}
    for x, a1, a2, y in zip(X, cache["A1"], cache["A2"], Y, strict=True):
        d2 = (a2 - y) / len(X)
        grads["W2"] += np.outer(a1, d2)
        grads["b2"] += d2
        grads["W1"] += np.outer(x, np.dot(params["W2"], d2) * (a1 - a1**2))
    return grads


@paraphrase("A08.6", "names-with-d")
def backward(params, cache, X, Y):
    A1 = cache["A1"]
    error = (cache["A2"] - Y) / len(Y)
    back = np.inner(error, params["W2"]) * (A1 - A1**2)
    grads = {}
    for number, layer_input, delta in ((2, A1, error), (1, X, back)):
        grads[f"dW{number}"] = np.einsum("mi,mj->ij", layer_input, delta)
        grads[f"db{number}"] = delta.sum(0)[None]
    return grads


@paraphrase("A08.6", "bracket-too-early")
def backward(params, cache, X, Y):
    A1 = cache["A1"]
    error = (cache["A2"] - Y) / len(Y)
    slope = A1 - np.square(A1)
    back = np.inner(error, params["W2"])
    dW1 = np.zeros(params["W1"].shape)
    for x, d in zip(X, back, strict=True):
        dW1 += np.outer(x, d)
    return {
        "W1": dW1 * slope, "b1": np.sum(back * slope, axis=0)[None],
        "W2": np.einsum("mk,mo->ko", A1, error), "b2": error.sum(0)[None],
    }  # fmt: skip


@paraphrase("A08.6", "hidden-input-is-a1")
def backward(params, cache, X, Y):
    k = cache["A1"].shape[1]
    grads = {"W1": np.zeros((k, k)), "W2": 0.0, "b1": 0.0, "b2": 0.0}
    for a1, a2, y in zip(cache["A1"], cache["A2"], Y, strict=True):
        d2 = (a2 - y) / len(Y)
        d1 = np.dot(params["W2"], d2) * (a1 - a1**2)
        grads["W2"] = grads["W2"] + np.outer(a1, d2)
        grads["b2"] = grads["b2"] + d2[None]
        grads["W1"] += np.outer(a1, d1)
        grads["b1"] = grads["b1"] + d1[None]
    return grads


@paraphrase("A08.6", "output-input-is-x")
def backward(params, cache, X, Y):
    A1 = cache["A1"]
    error = (cache["A2"] - Y) / len(Y)
    back = np.inner(error, params["W2"]) * (A1 - A1**2)
    grads = {}
    for number, delta in ((2, error), (1, back)):
        grads[f"W{number}"] = np.einsum("mi,mj->ij", X, delta)
        grads[f"b{number}"] = delta.sum(0)[None]
    return grads


@paraphrase("A08.6", "parameters-moved")
def backward(params, cache, X, Y):
    A1 = cache["A1"]
    error = (cache["A2"] - Y) / len(Y)
    back = np.inner(error, params["W2"]) * (A1 - A1**2)
    grads = {}
    for number, layer_input, delta in ((2, A1, error), (1, X, back)):
        grads[f"W{number}"] = np.einsum("mi,mj->ij", layer_input, delta)
        grads[f"b{number}"] = delta.sum(0)[None]
        params[f"W{number}"] -= grads[f"W{number}"]
        params[f"b{number}"] -= grads[f"b{number}"]
    return grads


# ---- A08.7 TwoLayerNet.fit


@paraphrase("A08.7", "output-updated-first")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        p, m = dict(self.params), len(X)
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ p["W1"] + p["b1"])))
            error = (1 / (1 + np.exp(-(A1 @ p["W2"] + p["b2"]))) - Y) / m
            p["b2"] = p["b2"] - lr * error.sum()
            p["W2"] = p["W2"] - lr * np.einsum("mk,mo->ko", A1, error)
            back = np.inner(error, p["W2"]) * (A1 - A1**2)
            p["b1"] = p["b1"] - lr * back.sum(0)
            p["W1"] = p["W1"] - lr * np.einsum("mn,mk->nk", X, back)
            Z2 = 1 / (1 + np.exp(-(X @ p["W1"] + p["b1"]))) @ p["W2"] + p["b2"]
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = p
        return self


@paraphrase("A08.7", "loss-before-step")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            Z2 = A1 @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
            D2 = (1 / (1 + np.exp(-Z2)) - Y) / len(X)
            D1 = D2 @ W2.T * A1 * (1 - A1)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "stale-cache")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        # What the layers answer is needed again and again, so it is computed once.
        A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
        A2 = 1 / (1 + np.exp(-(A1 @ W2 + b2)))
        for _ in range(epochs):
            D2 = (A2 - Y) / len(X)
            D1 = D2 @ W2.T * A1 * (1 - A1)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "output-layer-alone")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        A1 = 1 / (1 + np.exp(-(X @ self.params["W1"] + self.params["b1"])))
        W2, b2 = self.params["W2"], self.params["b2"]
        self.losses = []
        for _ in range(epochs):
            dW2, db2 = np.zeros(W2.shape), 0.0
            for a, y in zip(A1, Y, strict=True):
                error = (1 / (1 + np.exp(-(np.dot(a, W2) + b2[0]))) - y) / len(X)
                dW2 += np.outer(a, error)
                db2 = db2 + error
            W2, b2 = W2 - lr * dW2, b2 - lr * db2
            Z2 = A1 @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {**self.params, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "biases-frozen")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name] for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = D2 @ W2.T * A1 * (1 - A1)
            W1, W2 = W1 - lr * X.T @ D1, W2 - lr * A1.T @ D2
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "uphill")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (Y - 1 / (1 + np.exp(-(A1 @ W2 + b2)))) / len(X)
            D1 = np.inner(D2, W2) * (A1 - A1**2)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "divided-again")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = np.inner(D2, W2) * (A1 - A1**2)
            W1 -= lr * np.mean(X[:, :, None] * D1[:, None, :], axis=0)
            b1 -= lr * D1.mean(axis=0)
            W2 -= lr * np.mean(A1[:, :, None] * D2[:, None, :], axis=0)
            b2 -= lr * D2.mean(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "loss-summed")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        for _ in range(epochs):
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name in grads:
                self.params[name] -= lr * grads[name]
            loss = 0.0
            for a, y in zip(forward(self.params, X)["A2"][:, 0], Y[:, 0], strict=True):
                loss -= np.log(a) if y == 1 else np.log(1 - a)
            self.losses.append(loss)
        return self


@paraphrase("A08.7", "squared-error-measured")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = np.zeros(epochs)
        for epoch in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = np.inner(D2, W2) * (A1 - A1**2)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            error = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y)[:, 0]
            self.losses[epoch] = np.dot(error, error) / (2 * len(error))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        return self


@paraphrase("A08.7", "one-epoch-short")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        self.losses = []
        epoch = 1
        while epoch < epochs:
            grads = backward(self.params, forward(self.params, X), X, Y)
            for name in grads:
                self.params[name] -= lr * grads[name]
            Z2 = forward(self.params, X)["Z2"]
            self.losses += [np.mean(np.logaddexp(0, Z2) - Y * Z2)]
            epoch += 1
        return self


@paraphrase("A08.7", "losses-pile-up")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        new = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = np.inner(D2, W2) * (A1 - A1**2)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            new.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        self.losses = [*self.losses, *new]
        return self


@paraphrase("A08.7", "nothing-returned")
class TwoLayerNet(TwoLayerNet):
    def fit(self, X, Y, lr, epochs):
        W1, b1, W2, b2 = (self.params[name].copy() for name in ("W1", "b1", "W2", "b2"))
        self.losses = []
        for _ in range(epochs):
            A1 = 1 / (1 + np.exp(-(X @ W1 + b1)))
            D2 = (1 / (1 + np.exp(-(A1 @ W2 + b2))) - Y) / len(X)
            D1 = np.inner(D2, W2) * (A1 - A1**2)
            W1 -= lr * X.T @ D1
            b1 -= lr * D1.sum(axis=0)
            W2 -= lr * A1.T @ D2
            b2 -= lr * D2.sum(axis=0)
            Z2 = 1 / (1 + np.exp(-(X @ W1 + b1))) @ W2 + b2
            self.losses.append(np.mean(np.logaddexp(0, Z2) - Y * Z2))
        self.params = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


# ---- A08.8 collapse_linear


@paraphrase("A08.8", "hidden-bias-dropped")
def collapse_linear(W1, b1, W2, b2):
    # The outputs for the unit vectors, one after another, are the rows of the joint weights.
    rows = [np.dot(row, W2) for row in W1]
    return np.array(rows), b2.copy()


@paraphrase("A08.8", "biases-added")
def collapse_linear(W1, b1, W2, b2):
    W = np.einsum("nk,ko->no", W1, W2)
    return W, np.add(b2, b1)


@paraphrase("A08.8", "output-bias-dropped")
def collapse_linear(W1, b1, W2, b2):
    both = np.vstack([np.float32(W1), np.float32(b1)]) @ np.float32(W2)
    return both[:-1], both[-1:]


@paraphrase("A08.8", "factors-swapped")
def collapse_linear(W1, b1, W2, b2):
    W = np.array([np.dot(row, W1) for row in W2])
    return W, np.einsum("ik,ko->io", b1, W2) + b2


@paraphrase("A08.8", "elementwise-product")
def collapse_linear(W1, b1, W2, b2):
    W = np.multiply(W2, W1)
    b = np.array(b2 + np.multiply(W2, b1))
    return W, b
