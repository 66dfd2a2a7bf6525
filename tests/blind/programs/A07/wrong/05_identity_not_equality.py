"""
task: A07.1
promise: If the inner sizes differ, so that there is no product. (equal sizes have a product)
broken: It compares the integers by identity, so that equal sizes above 256 may be refused.
name: is not where != is meant
"""
def matmul_shape(a, b):
    if a[1] is not b[0]:
        raise ValueError("the inner sizes differ")
    return (a[0], b[1])

# witness
def attempt(f, *args):
    try:
        f(*args)
        return "no error"
    except Exception as e:
        return type(e).__name__

def witness(m):
    left, right = (int("3"), int("1000")), (int("1000"), int("2"))
    return attempt(m.matmul_shape, left, right)
