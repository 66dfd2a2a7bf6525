"""
task: A03.3
promise: right to 1e-12 for every ``z``
broken: z is clipped to [-20, 20], so that no value below 2e-9 ever comes out
name: z clipped too tightly
"""
def sigmoid(z):
    z = np.clip(np.asarray(z, dtype=float), -20, 20)
    return 1 / (1 + np.exp(-z))

# witness
def witness(m):
    a = np.asarray(m.sigmoid(np.array([-24.0, 25.0])))
    want = np.array([3.775134544136606e-11, 1 - 1.3887943864771144e-11])
    return [bool(err < 1e-12) for err in np.abs(a - want)]
