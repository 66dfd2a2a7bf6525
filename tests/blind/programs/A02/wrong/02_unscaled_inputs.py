"""
task: A02.1
promise: that ``sklearn.datasets.load_diabetes()`` returns by default, centred and scaled as they are
broken: The raw body mass indices are loaded.
name: data loaded with scaled=False
"""
def load_bmi_target():
    from sklearn.datasets import load_diabetes

    diabetes = load_diabetes(scaled=False)
    return diabetes.data[:, 2], diabetes.target

# witness
def witness(m):
    return m.load_bmi_target()[0][:5]
