"""
task: A12.7
promise: "the input ``A_0``, shape (64, width)"
broken: Draws as many rows as there are units instead of 64.
name: width rows instead of 64
"""
def gradient_norms(depth, width, activation, rng):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"unknown activation {activation!r}")
    spread = np.sqrt((2 if activation == "relu" else 1) / width)
    A = [rng.normal(0, 1, (width, width))]
    weights = [rng.normal(0, spread, (width, width)) for _ in range(depth)]
    dA = rng.normal(0, 1, (width, width))
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
    norms = [m.gradient_norms(1, 4, "tanh", np.random.default_rng(seed))[0] for seed in range(200)]
    return bool(np.mean(norms) > 13)
