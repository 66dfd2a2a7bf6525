"""
task: A06.2
promise: Not allowed here are functions that compute a norm by themselves: ``math.hypot`` and ``math.dist``.
broken: The norm is computed by math.hypot.
name: forbidden function used
"""
import math

def l2_norm(w):
    return float(math.hypot(*np.asarray(w, dtype=float).ravel()))


# witness
import math

def witness(m):
    kept, calls = math.hypot, []

    def spy(*args):
        calls.append(1)
        return kept(*args)

    math.hypot = spy
    try:
        m.l2_norm(np.array([3.0, -4.0]))
    finally:
        math.hypot = kept
    return len(calls)
