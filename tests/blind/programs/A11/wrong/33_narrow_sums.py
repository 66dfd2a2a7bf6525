"""
task: A11.5
promise: "Integers are fine"; "where windows overlap, their entries are added up"
broken: Adds up in the type of the rows, so that sums of small integers wrap around.
name: sums overflow in uint8
"""
def col2im(cols, shape, kh, kw, stride):
    N, H, W, C = shape
    oh = output_size(H, kh, stride)
    ow = output_size(W, kw, stride)
    windows = np.asarray(cols).reshape(N, oh, ow, kh, kw, C)
    images = np.zeros((N, H, W, C), dtype=windows.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            images[:, top : top + kh, left : left + kw, :] += windows[:, i, j]
    return images


# witness
def witness(m):
    return m.col2im(np.full((4, 4), 100, dtype=np.uint8), (1, 3, 3, 1), 2, 2, 1)
