"""
task: A07.1
promise: Raises ValueError if the inner sizes differ, so that there is no product.
broken: It compares the columns of both matrices, so it refuses products that exist and allows some that don't.
name: wrong sizes compared
"""
def matmul_shape(a, b):
    if a[1] != b[1]:
        raise ValueError("the inner sizes differ")
    return a[0], b[1]

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    return [attempt(m.matmul_shape, (5, 3), (3, 2)), attempt(m.matmul_shape, (5, 3), (4, 3))]
