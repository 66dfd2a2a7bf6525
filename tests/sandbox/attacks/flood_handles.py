"""Returns objects by the hundred thousand, each of which the grader has to remember."""


class Thing:
    pass


kept = []


def predict(x):
    things = [Thing() for _ in range(15_000)]
    kept.extend(things)
    return things
