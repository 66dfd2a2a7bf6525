"""
task: A11.4
promise: ``oh = output_size(H, kh, stride)`` and ``ow = output_size(W, kw, stride)``
broken: The range of the corners ends before H - kh, so that the last row and column of windows is missing wherever it would end at the edge.
name: off by one: last windows left out
"""
def im2col(X, kh, kw, stride):
    X = np.asarray(X)
    N, H, W, C = X.shape
    rows = []
    for n in range(N):
        for top in range(0, H - kh, stride):
            for left in range(0, W - kw, stride):
                rows.append(X[n, top : top + kh, left : left + kw, :].reshape(-1))
    return np.array(rows).reshape(len(rows), kh * kw * C)


# witness
def witness(m):
    return [m.im2col(np.arange(16.0).reshape(1, 4, 4, 1), 2, 2, s) for s in (1, 2)]
