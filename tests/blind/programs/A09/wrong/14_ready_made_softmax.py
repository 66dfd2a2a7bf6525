"""
task: A09.3
promise: "Not allowed here: softmax and log_softmax of SciPy"
broken: calls SciPy's softmax
name: uses the forbidden ready-made function
"""
def softmax(Z):
    import scipy.special as special
    return special.softmax(np.asarray(Z, dtype=float), axis=-1)

# witness
def witness(m):
    import scipy.special
    kept = scipy.special.softmax
    called = []
    scipy.special.softmax = lambda *a, **k: called.append(1) or kept(*a, **k)
    try:
        m.softmax(np.array([[1.0, 2.0]]))
    finally:
        scipy.special.softmax = kept
    return len(called)
