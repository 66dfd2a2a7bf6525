"""Never comes back from letting go of an object."""


class Last:
    def __del__(self):
        while True:
            pass


def predict(x):
    return Last()
