"""
task: A02.1
promise: x : float array of shape (442,)
broken: The inputs come as a table with one column, of shape (442, 1).
name: inputs of shape (442, 1)
"""
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, [2]], diabetes.target

# witness
def witness(m):
    return [np.shape(one) for one in m.load_bmi_target()]
