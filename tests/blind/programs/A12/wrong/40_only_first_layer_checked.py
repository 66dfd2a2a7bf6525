"""
task: A12.8
promise: Raises ValueError "If the image is too small for some layer."
broken: Checks the first convolution only; the later sides may become 0 or negative.
name: promised ValueError missing for later layers
"""
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = conv1 // 2
    conv2 = pool1 - 4
    pool2 = conv2 // 2
    conv3 = pool2 - 4
    return [
        ("conv1", (conv1, conv1, 6), (5 * 5 * 1 + 1) * 6),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), (5 * 5 * 6 + 1) * 16),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), (5 * 5 * 16 + 1) * 120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), (84 + 1) * 10),
    ]


# witness
def witness(m):
    answers = []
    for side, pad in ((28, 0), (31, 0), (3, 0), (28, 2)):
        try:
            m.lenet5_shapes(side, pad)
            answers.append("an answer")
        except ValueError:
            answers.append("ValueError")
    return answers
