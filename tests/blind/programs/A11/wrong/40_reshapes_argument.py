"""
task: A11.6
promise: "the arguments are left as they were"
broken: Flattens the caller's array of slopes itself by setting its shape.
name: argument reshaped in place
"""
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    X = np.asarray(X, dtype=float)
    K = np.asarray(K, dtype=float)
    dY = np.asarray(dY, dtype=float)
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    (top, bottom), (left, right) = pads_2d(H, W, kh, kw, stride, padding)
    padded = np.pad(X, ((0, 0), (top, bottom), (left, right), (0, 0)))
    rows = im2col(padded, kh, kw, stride)
    dY.shape = (N * dY.shape[1] * dY.shape[2], F)
    flat = dY
    dK = (rows.T @ flat).reshape(K.shape)
    db = flat.sum(axis=0)
    dpadded = col2im(flat @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + H, left : left + W, :]
    return dX, dK, db


# witness
def witness(m):
    dY = np.ones((1, 2, 2, 1))
    m.conv2d_backward(dY, (np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), 1, "valid"))
    return dY.shape
