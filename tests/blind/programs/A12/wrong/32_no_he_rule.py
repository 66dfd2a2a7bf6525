"""
task: A12.7
promise: weights with standard deviation "``sqrt(2/width)`` for relu (He)"
broken: Draws the weights with sqrt(1/width) for relu as well.
name: He's factor 2 forgotten
"""
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation!r}")
    spread = np.sqrt(1 / width)
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
    return norms


# witness
def witness(m):
    norms = [m.gradient_norms(9, 40, "relu", np.random.default_rng(seed)) for seed in range(40)]
    return bool(np.mean(norms) > 120)
