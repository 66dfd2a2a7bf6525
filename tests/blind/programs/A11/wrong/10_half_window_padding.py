"""
task: A11.2
promise: padding: ``"same"`` (Keras's rule for rows and columns, as in ``pads_2d``)
broken: Puts half the window on each side, whatever the stride, more of it at the top and left.
name: k // 2 zeros on each side instead of Keras's rule
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding)
    if padding.lower() == "same":
        x = np.pad(x, ((kh // 2, (kh - 1) // 2), (kw // 2, (kw - 1) // 2)))
    oh = output_size(x.shape[0], kh, stride)
    ow = output_size(x.shape[1], kw, stride)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            y[i, j] = np.sum(x[top : top + kh, left : left + kw] * k)
    return y


# witness
def witness(m):
    return m.correlate2d([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2], [3, 4]], 1, "same")
