"""
task: A09.7
promise: "ValueError: If Z and Y have different shapes, or a row of Y is more than 1e-6 away from adding up to 1."
broken: never calls the guard, so unfit targets are accepted
name: forgets check_targets
"""
def softmax_ce_gradient(Z, Y):
    return (softmax(Z) - Y) / len(Z)

# witness
def witness(m):
    answers = []
    for Y in (np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 0.0]]), np.array([[1.0, 0.0, 0.0]])):
        try:
            m.softmax_ce_gradient(np.zeros((2, 3)), Y)
            answers.append("accepted")
        except ValueError:
            answers.append("ValueError")
    return answers
