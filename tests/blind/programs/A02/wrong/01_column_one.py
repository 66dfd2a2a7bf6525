"""
task: A02.1
promise: The inputs are column 2 (counted from 0) of the ``data``
broken: Column 1 (the sex) is taken, the second one when counting from 1.
name: columns counted from 1
"""
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes()
    return diabetes.data[:, 1], diabetes.target

# witness
def witness(m):
    return m.load_bmi_target()[0][:5]
