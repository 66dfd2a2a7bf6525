"""
task: A07.1
promise: Raises ValueError if the inner sizes differ, so that there is no product.
broken: An inner size of 1 is taken to fit every other, as in broadcasting; no error is raised there.
name: broadcasting rule used for a product
"""
def matmul_shape(a, b):
    inner = {a[1], b[0]} - {1}
    if len(inner) > 1:
        raise ValueError("inner sizes differ")
    return a[0], b[1]

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    return [attempt(m.matmul_shape, (4, 1), (3, 2)), attempt(m.matmul_shape, (4, 3), (1, 2)), list(m.matmul_shape((4, 1), (1, 2)))]
