"""Raises what hurts those who look at it."""


class Loud(Exception):
    def __str__(self):
        raise SystemExit("str")

    __repr__ = __str__


class Text(str):
    def __getitem__(self, key):
        return self

    def encode(self, *args):
        return 5


class Long(Exception):
    def __str__(self):
        return Text("x" * 10_000_000)


class Looping(Exception):
    def __str__(self):
        raise self


class Meta(type):
    __name__ = property(lambda self: 1 / 0)

    def mro(cls):
        return [cls, *type.mro(cls)[1:]]


class Nameless(Exception, metaclass=Meta):
    pass


class Claiming(Exception):
    __class__ = KeyboardInterrupt
    __traceback__ = property(lambda self: 1 / 0)
    __cause__ = property(lambda self: 1 / 0)


KINDS = [
    Loud(), Long(), Looping(), Nameless(), Claiming(), type("Outcome", (Exception,), {})(),
    type("x" * 10_000, (Exception,), {})(), type("\ud800\0", (BaseException,), {})("\ud800"), SystemExit(0),
    KeyboardInterrupt(), GeneratorExit(), StopIteration(5), ExceptionGroup("g", [ValueError()]), MemoryError(),
    UnicodeDecodeError("u", b"", 0, 1, "r"), Exception(*["x" * 1000] * 1000),
]  # fmt: skip


def predict(x):
    raise KINDS[int(x * 1000) % len(KINDS)]


def attack(target):
    raise KINDS[target["variant"]]
