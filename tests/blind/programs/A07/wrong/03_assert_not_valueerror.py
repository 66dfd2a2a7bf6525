"""
task: A07.1
promise: Raises ValueError if the inner sizes differ
broken: A mismatch raises AssertionError, because it is checked with assert.
name: assert in place of ValueError
"""
def matmul_shape(a, b):
    assert a[1] == b[0], "inner sizes differ"
    return a[0], b[1]

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    return attempt(m.matmul_shape, (364, 30), (364, 1))
