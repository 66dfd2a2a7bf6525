"""
task: A03.6
promise: Integers are fine
broken: with integer inputs the factors are stored in integer arrays and cut off
name: zeros_like of an integer array
"""
def logistic_chain(x, y, w, b):
    if np.ndim(x) == 0:
        a = sigmoid(predict(x, w, b))
        return -(y / a - (1 - y) / (1 - a)), a * (1 - a), x, 1.0
    dL_da, da_dz, dz_dw, dz_db = (np.zeros_like(x) for _ in range(4))
    for i in range(len(x)):
        a = sigmoid(predict(float(x[i]), w, b))
        dL_da[i] = -1 / a if y[i] == 1 else 1 / (1 - a)
        da_dz[i] = a * (1 - a)
        dz_dw[i] = x[i]
        dz_db[i] = 1
    return dL_da, da_dz, dz_dw, dz_db

# witness
def witness(m):
    return [np.asarray(f) for f in m.logistic_chain(np.array([1, -2, 3]), np.array([1, 0, 0]), 0.4, 0.3)]
