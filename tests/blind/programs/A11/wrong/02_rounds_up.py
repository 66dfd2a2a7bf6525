"""
task: A11.1
promise: ``floor((n + 2*pad - f) / stride) + 1``
broken: Rounds the quotient up, so that a last window counts that doesn't fit.
name: ceiling instead of floor
"""
def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is longer than the padded side")
    return -(-room // stride) + 1


# witness
def witness(m):
    return [m.output_size(7, 3, s) for s in (1, 2, 3, 5)]
