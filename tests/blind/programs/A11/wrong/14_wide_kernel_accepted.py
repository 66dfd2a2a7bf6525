"""
task: A11.2
promise: Raises ValueError "if the kernel is higher or wider than the padded image"
broken: Checks the height alone; a kernel that is too wide gives an empty result.
name: width of the kernel not checked
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    padded = np.pad(x, pads_2d(x.shape[0], x.shape[1], kh, kw, stride, padding))
    oh = output_size(padded.shape[0], kh, stride)
    ow = max((padded.shape[1] - kw) // stride + 1, 0)
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            y[i, j] = np.sum(padded[top : top + kh, left : left + kw] * k)
    return y


# witness
def witness(m):
    answers = []
    for shape in ((3, 1), (1, 4)):
        try:
            m.correlate2d(np.ones((2, 3)), np.ones(shape))
            answers.append("an answer")
        except ValueError:
            answers.append("ValueError")
    return answers
