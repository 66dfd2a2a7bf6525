"""
task: A11.2
promise: "With ``"same"``, oh is ``ceil(H / stride)`` and ow is ``ceil(W / stride)``."
broken: Hands the kernel's width over as its height and the other way round when it asks for the padding.
name: kh and kw exchanged in the padding
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kw, kh, stride, padding))
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
    return m.correlate2d(np.arange(12.0).reshape(3, 4), [[1, 2, 3]], 1, "same")
