"""Returns objects whose class lies about its own name and hash."""


class Meta(type):
    __qualname__ = property(lambda self: "x" * 10_000_000)
    __module__ = property(lambda self: 1 / 0)

    def __hash__(self):
        raise SystemExit

    def __eq__(self, other):
        return True


class Liar(metaclass=Meta):
    pass


def predict(x):
    return Liar()
