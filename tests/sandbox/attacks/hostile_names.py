"""Has attributes that can't be named, and a module that answers to every name."""


def __getattr__(name):
    return 0.0 if name == "predict" else object()
