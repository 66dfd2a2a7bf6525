"""
task: A08.2
promise: Weighted sums may be of any size, ±1000 included. / linear output ... of the hidden layer, Z1
broken: Weighted sums are cut off at ±500, also in the cache.
name: Z clipped in the cache
"""
def forward(params, X):
    Z1 = np.clip(X @ params["W1"] + params["b1"], -500, 500)
    A1 = sigmoid(Z1)
    Z2 = np.clip(A1 @ params["W2"] + params["b2"], -500, 500)
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}

# witness
def witness(m):
    p = {"W1": np.array([[1., -1.]]), "b1": np.zeros((1, 2)), "W2": np.array([[900.], [3.]]), "b2": np.array([[7.]])}
    cache = m.forward(p, np.array([[1000.], [-800.], [2.]]))
    return cache["Z1"], cache["Z2"]
