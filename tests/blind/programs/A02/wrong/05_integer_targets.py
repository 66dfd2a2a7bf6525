"""
task: A02.1
promise: y : float array of shape (442,)
broken: The targets, which happen to be whole numbers, come as an integer array.
name: integer array in place of floats
"""
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, 2], diabetes.target.astype(int)

# witness
def witness(m):
    return [np.asarray(one).dtype.kind for one in m.load_bmi_target()]
