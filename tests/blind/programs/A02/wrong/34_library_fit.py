"""
task: A02.6
promise: Not allowed here are functions that fit a line by themselves, whichever package they come from: ``polyfit``, ...
broken: The line is fitted by polyfit.
name: forbidden function used
"""
def least_squares_line(x, y):
    slope, intercept = np.polyfit(np.asarray(x, dtype=float), np.asarray(y, dtype=float), 1)
    return slope, intercept

# witness
def witness(m):
    calls = []
    kept = np.polyfit

    def counted(*args, **kwargs):
        calls.append(1)
        return kept(*args, **kwargs)

    np.polyfit = counted
    try:
        m.least_squares_line(np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 4.0]))
    finally:
        np.polyfit = kept
    return len(calls)
