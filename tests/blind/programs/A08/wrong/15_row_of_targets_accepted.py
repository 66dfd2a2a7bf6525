"""
task: A08.3
promise: ValueError If the shapes of ``A2`` and ``Y`` differ, (m, 1) with (m,) or (1, m) included.
broken: Only the number of axes and of entries is compared, so a row (1, m) of targets passes.
name: sizes compared instead of shapes
"""
def output_delta(A2, Y):
    if np.ndim(A2) != np.ndim(Y) or np.size(A2) != np.size(Y):
        raise ValueError("A2 and Y do not fit")
    return (A2 - Y) / len(A2)

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    return attempt(m.output_delta, np.array([[0.9], [0.2], [0.5]]), np.array([[1., 0., 1.]]))
