"""
task: A11.1
promise: Raises ValueError "If the window is longer than the padded side."
broken: Compares the window with the side without its padding, and so refuses windows that fit into the padded side.
name: check made before the padding is added
"""
def output_size(n, f, stride=1, pad=0):
    if f > n:
        raise ValueError("the window is longer than the side")
    return (n + 2 * pad - f) // stride + 1


# witness
def witness(m):
    try:
        return m.output_size(2, 4, 1, 1)
    except ValueError:
        return "ValueError"
