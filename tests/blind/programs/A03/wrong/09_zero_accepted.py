"""
task: A03.2
promise: ValueError: If any entry of ``p`` is 0 or less, or 1 or more.
broken: p = 0 exactly is let through and gives odds 0 and logit -inf
name: < instead of <= at the lower border
"""
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.any(p < 0) or np.any(p >= 1):
        raise ValueError("every p must lie between 0 and 1")
    odds = p / (1 - p)
    return odds, np.log(odds)

# witness
def witness(m):
    try:
        m.odds_and_logit(np.array([0.5, 0.0]))
        return "no error"
    except ValueError as e:
        return type(e).__name__
