"""
task: A03.2
promise: ValueError: If any entry of ``p`` is 0 or less, or 1 or more.
broken: it is refused only if every entry is out of range
name: np.all instead of np.any in the check
"""
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.all((p <= 0) | (p >= 1)):
        raise ValueError("every p must lie between 0 and 1")
    odds = p / (1 - p)
    return odds, np.log(odds)

# witness
def witness(m):
    try:
        m.odds_and_logit(np.array([0.5, 1.5, 0.2]))
        return "no error"
    except ValueError as e:
        return type(e).__name__
