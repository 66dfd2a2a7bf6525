"""
task: A11.5
promise: "The transpose of ``im2col``: where windows overlap, their entries are added up"
broken: Divides each pixel by the number of windows it lies in: an inverse, not a transpose.
name: mean instead of sum where windows overlap
"""
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.asarray(cols, dtype=float).reshape(N, oh, ow, kh, kw, C)
    images = np.zeros((N, H, W, C))
    counts = np.zeros((N, H, W, C))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            images[:, top : top + kh, left : left + kw, :] += windows[:, i, j]
            counts[:, top : top + kh, left : left + kw, :] += 1
    return images / np.maximum(counts, 1)


# witness
def witness(m):
    return m.col2im(np.ones((4, 4)), (1, 3, 3, 1), 2, 2, 1)
