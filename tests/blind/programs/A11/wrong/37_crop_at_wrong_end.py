"""
task: A11.6
promise: dX: "Slopes with respect to the images, without the padding."
broken: Begins the cut at the number of zeros at the bottom and right, one too far where the padding is uneven.
name: crop begins at the wrong pad
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
    flat = dY.reshape(-1, F)
    dK = (rows.T @ flat).reshape(K.shape)
    db = flat.sum(axis=0)
    dpadded = col2im(flat @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, dpadded.shape[1] - H - top :, dpadded.shape[2] - W - left :, :][:, :H, :W, :]
    return dX, dK, db


# witness
def witness(m):
    return m.conv2d_backward(np.arange(1.0, 10).reshape(1, 3, 3, 1), (np.ones((1, 3, 3, 1)), np.arange(1.0, 5).reshape(2, 2, 1, 1), 1, "same"))[0]
