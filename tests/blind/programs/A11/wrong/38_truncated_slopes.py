"""
task: A11.6
promise: "Integers are fine, ``uint8`` images included"; dX: "Slopes with respect to the images"
broken: Stores the slopes in an array of the type of the images, which cuts off the fractions when these are integers.
name: result allocated with the integer type of X
"""
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    given = np.asarray(X)
    X = given.astype(float)
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
    dX = np.zeros_like(given)
    dX[...] = dpadded[:, top : top + H, left : left + W, :]
    return dX, dK, db


# witness
def witness(m):
    return m.conv2d_backward(np.array([[[[0.5]]]]), (np.ones((1, 2, 2, 1), dtype=int), np.array([1, 2, 3, 4.0]).reshape(2, 2, 1, 1), 1, "valid"))[0]
