"""
task: A10.5
promise: "Not allowed here are functions that slide and sum by themselves, ... and all of numpy.fft, scipy.fft, scipy.fftpack and scipy.signal."
broken: computes the sums by a Fourier transform
name: uses the forbidden Fourier transform
"""
def correlate(x, w, mode, stride=1):
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    n, k = len(x), len(w)
    left, right = pad_amounts(n, k, stride, mode)
    size = left + n + right
    if k > size:
        raise ValueError("the kernel is longer than the input")
    padded = np.pad(x, (left, right))
    product = np.fft.rfft(padded, size + k) * np.fft.rfft(w[::-1], size + k)
    return np.fft.irfft(product, size + k)[k - 1 : size : stride]

# witness
def witness(m):
    kept = np.fft.rfft
    called = []
    np.fft.rfft = lambda *a, **k: called.append(1) or kept(*a, **k)
    try:
        m.correlate(np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0]), "same")
    finally:
        np.fft.rfft = kept
    return len(called)
