"""Returns containers that hold themselves, or change while they are read."""

turn = []


def predict(x):
    turn.append(x)
    loop = [[], {}, ()]
    loop[0].append(loop)
    loop[1]["self"] = loop
    return loop
