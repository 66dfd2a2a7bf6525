"""
task: A11.1
promise: ``floor((n + 2*pad - f) / stride) + 1``; pad: "Zeros on **each** of the two ends of the side"
broken: Counts the zeros of one end only.
name: padding counted once instead of twice
"""
def output_size(n, f, stride=1, pad=0):
    room = n + pad - f
    if room < 0:
        raise ValueError("the window is longer than the padded side")
    return room // stride + 1


# witness
def witness(m):
    return [m.output_size(7, 3, 1, 1), m.output_size(10, 3, 2, 3)]
