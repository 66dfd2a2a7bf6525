"""
task: A02.1
promise: x : the inputs, y : the targets. A tuple of the two.
broken: The targets come first and the inputs second.
name: x and y returned in the wrong order
"""
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    x, y = load_diabetes(return_X_y=True)
    return y, x[:, 2]

# witness
def witness(m):
    first, second = m.load_bmi_target()
    return first[:3], second[:3]
