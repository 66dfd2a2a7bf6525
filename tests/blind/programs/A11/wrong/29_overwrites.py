"""
task: A11.5
promise: "where windows overlap, their entries are added up"
broken: Assigns each window, so that the last one wins.
name: = instead of +=
"""
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.asarray(cols, dtype=float).reshape(N, oh, ow, kh, kw, C)
    images = np.zeros((N, H, W, C))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            images[:, top : top + kh, left : left + kw, :] = windows[:, i, j]
    return images


# witness
def witness(m):
    return m.col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 2, 1)
