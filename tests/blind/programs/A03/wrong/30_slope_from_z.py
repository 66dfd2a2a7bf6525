"""
task: A03.6
promise: Derivative of the activation with respect to the line's output (a(1-a) with a the activated value)
broken: the sigmoid's slope is computed as z(1 - z)
name: z put into a(1-a)
"""
def logistic_chain(x, y, w, b):
    x = np.array(x, dtype=float)
    y = np.asarray(y, dtype=float)
    z = predict(x, w, b)
    a = sigmoid(z)
    dL_da = -(y / a - (1 - y) / (1 - a))
    da_dz = z * (1 - z)
    dz_dw = x[()]
    dz_db = np.ones(x.shape)[()]
    return dL_da, da_dz, dz_dw, dz_db

# witness
def witness(m):
    return np.asarray(m.logistic_chain(np.array([1.0, -2.0]), np.array([1.0, 0.0]), 0.4, 0.3)[1])
