"""
task: A11.5
promise: cols: "One window per row, in the order of ``im2col``"
broken: Reads each row as channel after channel.
name: row read in the wrong axis order
"""
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.asarray(cols, dtype=float).reshape(N, oh, ow, C, kh, kw).transpose(0, 1, 2, 4, 5, 3)
    images = np.zeros((N, H, W, C))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            images[:, top : top + kh, left : left + kw, :] += windows[:, i, j]
    return images


# witness
def witness(m):
    return m.col2im(np.arange(8.0).reshape(1, 8), (1, 2, 2, 2), 2, 2, 1)
