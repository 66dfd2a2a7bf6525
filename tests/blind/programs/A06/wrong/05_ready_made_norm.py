"""
task: A06.1
promise: Not allowed here are functions that compute a norm by themselves, whichever package they come from: ``norm``
broken: The norm is computed by np.linalg.norm.
name: forbidden function used
"""
def l1_norm(w):
    return float(np.linalg.norm(np.asarray(w, dtype=float).ravel(), ord=1))


# witness
def witness(m):
    kept, calls = np.linalg.norm, []

    def spy(*args, **kwargs):
        calls.append(1)
        return kept(*args, **kwargs)

    np.linalg.norm = spy
    try:
        m.l1_norm(np.array([3.0, -4.0]))
    finally:
        np.linalg.norm = kept
    return len(calls)
