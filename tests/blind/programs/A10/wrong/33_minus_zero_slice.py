"""
task: A10.5
promise: "One sum per window: floor((n + left + right - k) / stride) + 1 of them" (also where nothing is padded on the right)
broken: fills padded[left:-right], which is empty where right is 0, so the input is lost or an error arises
name: slice with -0
"""
def correlate(x, w, mode, stride=1):
    n = len(x)
    left, right = pad_amounts(n, len(w), stride, mode)
    padded = np.zeros(left + n + right)
    padded[left:-right] = x
    return correlate_valid(padded, w, stride)

# witness
def witness(m):
    try:
        return np.asarray(m.correlate(np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0]), "valid")).tolist()
    except ValueError:
        return "ValueError"
