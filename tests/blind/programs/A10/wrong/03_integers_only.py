"""
task: A10.1
promise: "Entry j is w[k - 1 - j]." ("Integers are fine", not required)
broken: fills an integer array, so that 0.5 becomes 0
name: integer result cuts off the decimals
"""
def flip(w):
    new = np.zeros(len(w), dtype=int)
    for j in range(len(w)):
        new[j] = w[len(w) - 1 - j]
    return new

# witness
def witness(m):
    return m.flip(np.array([0.5, 1.25, -2.5]))
