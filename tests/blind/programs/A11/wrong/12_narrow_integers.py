"""
task: A11.2
promise: "Integers are fine, ``uint8`` images included"
broken: Multiplies in the type of the arguments, so that products of uint8 numbers wrap around.
name: uint8 overflow: no conversion to float
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x)
    k = np.asarray(k)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = output_size(padded.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            y[i, j] = np.sum(padded[top : top + kh, left : left + kw] * k)
    return y


# witness
def witness(m):
    return m.correlate2d(np.full((2, 2), 200, dtype=np.uint8), np.full((2, 2), 2, dtype=np.uint8))
