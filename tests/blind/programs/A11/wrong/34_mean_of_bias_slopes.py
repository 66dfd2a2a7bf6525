"""
task: A11.6
promise: db: "Slopes with respect to the biases, summed over all images and places."
broken: Takes the mean over images and places.
name: mean instead of sum for db
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
    db = flat.mean(axis=0)
    dpadded = col2im(flat @ K.reshape(-1, F).T, padded.shape, kh, kw, stride)
    dX = dpadded[:, top : top + H, left : left + W, :]
    return dX, dK, db


# witness
def witness(m):
    return m.conv2d_backward(np.ones((1, 2, 2, 1)), (np.ones((1, 3, 3, 1)), np.ones((2, 2, 1, 1)), 1, "valid"))[2]
