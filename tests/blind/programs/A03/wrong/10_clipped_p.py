"""
task: A03.2
promise: odds: ``p / (1 - p)``; each above 0 and below 1
broken: p is clipped to [1e-6, 1 - 1e-6] first, which falsifies very small and very large probabilities
name: probability clipped
"""
def odds_and_logit(p):
    p = np.asarray(p, dtype=float)
    if np.any(p <= 0) or np.any(p >= 1):
        raise ValueError("every p must lie between 0 and 1")
    p = np.clip(p, 1e-6, 1 - 1e-6)
    odds = p / (1 - p)
    return odds, np.log(odds)

# witness
def witness(m):
    return np.asarray(m.odds_and_logit(np.array([1e-9, 0.5, 1 - 1e-9]))[1])
