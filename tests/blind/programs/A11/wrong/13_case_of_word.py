"""
task: A11.2
promise: padding: ``"valid"`` ... or ``"same"`` ..., "in any letter case"
broken: Knows the two words in small letters only.
name: padding compared without lower()
"""
def correlate2d(x, k, stride=1, padding="valid"):
    x = np.asarray(x, dtype=float)
    k = np.asarray(k, dtype=float)
    kh, kw = k.shape
    if padding not in ("valid", "same"):
        raise ValueError("padding must be valid or same")
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
    answers = []
    for word in ("same", "SAME", "Valid"):
        try:
            answers.append(str(np.shape(m.correlate2d(np.ones((3, 3)), np.ones((2, 2)), 1, word))))
        except ValueError:
            answers.append("ValueError")
    return answers
