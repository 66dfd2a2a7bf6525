"""
task: A11.2
promise: Entry (i, j) is the sum over the window "whose top left corner is at row ``i * stride`` and column ``j * stride``"
broken: The stride only sets the size of the result; the windows still begin at (i, j).
name: stride forgotten in the window's corner
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = output_size(padded.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i, j
            y[i, j] = np.sum(padded[top : top + kh, left : left + kw] * k)
    return y


# witness
def witness(m):
    return m.correlate2d(np.arange(25.0).reshape(5, 5), [[1, 2], [3, 4]], stride=2)
