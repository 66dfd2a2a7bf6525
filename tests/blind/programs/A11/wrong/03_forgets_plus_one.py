"""
task: A11.1
promise: ``floor((n + 2*pad - f) / stride) + 1``
broken: Leaves out the first place.
name: off by one: + 1 forgotten
"""
def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is longer than the padded side")
    return room // stride


# witness
def witness(m):
    return [m.output_size(7, 3), m.output_size(32, 5, 1, 2)]
