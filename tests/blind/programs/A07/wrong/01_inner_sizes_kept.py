"""
task: A07.1
promise: The shape of the left matrix times the right one. / the inner sizes must agree and vanish, the outer sizes remain
broken: It returns the two inner sizes instead of the outer ones.
name: keeps the inner sizes
"""
def matmul_shape(a, b):
    if a[1] != b[0]:
        raise ValueError("the inner sizes differ")
    return a[1], b[0]

# witness
def witness(m):
    return list(m.matmul_shape((5, 3), (3, 2)))
