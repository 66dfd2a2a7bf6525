"""
task: A12.8
promise: "Each kernel goes over all channels of its input and has one bias."
broken: Counts 25 weights for each kernel, as if its input had one channel.
name: channels of the input forgotten
"""
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = output_size(conv1, 2, stride=2)
    conv2 = output_size(pool1, 5)
    pool2 = output_size(conv2, 2, stride=2)
    conv3 = output_size(pool2, 5)
    return [
        ("conv1", (conv1, conv1, 6), (5 * 5 * 1 + 1) * 6),
        ("pool1", (pool1, pool1, 6), 0),
        ("conv2", (conv2, conv2, 16), (5 * 5 + 1) * 16),
        ("pool2", (pool2, pool2, 16), 0),
        ("conv3", (conv3, conv3, 120), (5 * 5 + 1) * 120),
        ("fc1", (84,), (conv3 * conv3 * 120 + 1) * 84),
        ("fc2", (10,), (84 + 1) * 10),
    ]


# witness
def witness(m):
    return [row[2] for row in m.lenet5_shapes()]
