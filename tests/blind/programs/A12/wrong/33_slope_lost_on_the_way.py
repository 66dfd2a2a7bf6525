"""
task: A12.7
promise: "This derivative is carried back through the stack"; ``A_l = f(A_(l-1) @ W_l)``
broken: Carries dA instead of dZ through the weights, so that the slopes of the upper layers are left out.
name: dA @ W.T instead of dZ @ W.T
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
        dA = dA @ weights[layer].T
    return norms


# witness
def witness(m):
    norms = m.gradient_norms(8, 30, "sigmoid", np.random.default_rng(0))
    return bool(norms[0] > 100 * norms[-1])
