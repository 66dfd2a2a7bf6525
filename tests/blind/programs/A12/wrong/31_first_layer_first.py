"""
task: A12.7
promise: "from the **last** layer (index 0) to the first"
broken: Returns the norms from the first layer to the last.
name: order of the layers reversed
"""
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation!r}")
    spread = np.sqrt((2 if activation == "relu" else 1) / width)
    A = [rng.normal(0, 1, (64, width))]
    weights = [rng.normal(0, spread, (width, width)) for _ in range(depth)]
    dA = rng.normal(0, 1, (64, width))
    for W in weights:
        Z = A[-1] @ W
        if activation == "sigmoid":
            A.append(sigmoid(Z))
        elif activation == "tanh":
            A.append(np.tanh(Z))
        else:
            A.append(np.maximum(Z, 0))
    norms = np.zeros(depth)
    for place, layer in enumerate(reversed(range(depth))):
        a = A[layer + 1]
        if activation == "sigmoid":
            slope = a * (1 - a)
        elif activation == "tanh":
            slope = 1 - a**2
        else:
            slope = a > 0
        dZ = dA * slope
        dW = A[layer].T @ dZ
        norms[place] = np.sqrt(np.sum(dW**2))
        dA = dZ @ weights[layer].T
    return norms[::-1]


# witness
def witness(m):
    norms = m.gradient_norms(8, 30, "sigmoid", np.random.default_rng(0))
    return bool(norms[0] > 10 * norms[-1])
