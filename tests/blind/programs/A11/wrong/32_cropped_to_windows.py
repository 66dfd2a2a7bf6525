"""
task: A11.5
promise: "a pixel in no window is 0"; Returns "array of shape (N, H, W, C)"
broken: Returns only the part of the images that the windows reach.
name: left-over rows and columns cut off
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
            images[:, top : top + kh, left : left + kw, :] += windows[:, i, j]
    return images[:, : (oh - 1) * stride + kh, : (ow - 1) * stride + kw, :]


# witness
def witness(m):
    return [np.shape(m.col2im(np.ones((4, 4)), (1, 5, 5, 1), 2, 2, 2)), np.shape(m.col2im(np.ones((4, 4)), (1, 4, 4, 1), 2, 2, 2))]
