"""
task: A12.8
promise: "a row and a column left over are ignored"
broken: Rounds the sides up when a map has an odd side.
name: ceiling in pooling
"""
def lenet5_shapes(side=32, pad=0):
    conv1 = output_size(side, 5, pad=pad)
    pool1 = -(-conv1 // 2)
    conv2 = output_size(pool1, 5)
    pool2 = -(-conv2 // 2)
    conv3 = output_size(pool2, 5)
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
    return [[row[1] for row in m.lenet5_shapes(side)] for side in (33, 37)]
