"""
task: A03.2
promise: The natural logarithm of the odds.
broken: the logit is taken with the logarithm to base 10
name: log10 instead of natural log
"""
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.any(p <= 0) or np.any(p >= 1):
        raise ValueError("every p must lie between 0 and 1")
    odds = p / (1 - p)
    return odds, np.log10(odds)

# witness
def witness(m):
    return np.asarray(m.odds_and_logit(np.array([0.1, 0.6]))[1])
