def output_size(n, f, stride=1, pad=0):
    room = n + 2 * pad - f
    if room < 0:
        raise ValueError("the window is longer than the padded side")
    return room // stride + 1
