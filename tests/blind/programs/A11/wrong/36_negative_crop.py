"""
task: A11.6
promise: dX: "array of shape (N, H, W, C)"; "Slopes with respect to the images, without the padding."
broken: Cuts the padding off with negative ends, which returns nothing where there is no padding at that end.
name: crop with [p:-p] when p is 0
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
    dX = dpadded[:, top:-bottom, left:-right, :]
    return dX, dK, db


# witness
def witness(m):
    K = np.ones((2, 2, 1, 1))
    shapes = []
    for oh, word in ((2, "valid"), (3, "same")):
        shapes.append(np.shape(m.conv2d_backward(np.ones((1, oh, oh, 1)), (np.ones((1, 3, 3, 1)), K, 1, word))[0]))
    return shapes
