"""
task: A08.2
promise: Weighted sums may be of any size, ±1000 included.
broken: It uses exp(z) / (1 + exp(z)), which is nan for large sums.
name: overflowing sigmoid
"""
def forward(params, X):
    Z1 = X @ params["W1"] + params["b1"]
    A1 = np.exp(Z1) / (1 + np.exp(Z1))
    Z2 = A1 @ params["W2"] + params["b2"]
    A2 = np.exp(Z2) / (1 + np.exp(Z2))
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}

# witness
def witness(m):
    p = {"W1": np.array([[1., -1.]]), "b1": np.zeros((1, 2)), "W2": np.array([[2.], [3.]]), "b2": np.array([[7.]])}
    cache = m.forward(p, np.array([[1000.], [-800.], [2.]]))
    return cache["A1"], cache["A2"]
