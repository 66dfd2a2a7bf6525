"""
task: A03.2
promise: The arguments are left as they were.
broken: the caller's array is turned into the odds
name: argument mutated by /=
"""
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.any(p <= 0) or np.any(p >= 1):
        raise ValueError("every p must lie between 0 and 1")
    if p.ndim == 0:
        return p / (1 - p), np.log(p / (1 - p))
    p /= 1 - p
    return p, np.log(p)

# witness
def witness(m):
    p = np.array([0.25, 0.75])
    m.odds_and_logit(p)
    return p
