"""
task: A03.6
promise: Derivative of the cross-entropy with respect to the activation.
broken: the term of label 0 has the wrong sign
name: sign error for y = 0
"""
def logistic_chain(x, y, w, b):
    x = np.array(x, dtype=float)
    y = np.asarray(y, dtype=float)
    z = predict(x, w, b)
    a = sigmoid(z)
    dL_da = -(y / a + (1 - y) / (1 - a))
    da_dz = a * (1 - a)
    dz_dw = x[()]
    dz_db = np.ones(x.shape)[()]
    return dL_da, da_dz, dz_dw, dz_db

# witness
def witness(m):
    return np.asarray(m.logistic_chain(np.array([1.0, -2.0]), np.array([1.0, 0.0]), 0.4, 0.3)[0])
