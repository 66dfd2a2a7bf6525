"""What stands in for packages that nothing graded depends on: plotting, progress bars, widgets, Colab's helpers.

Used on both sides: a worker imports these, and the policy has nothing against them. Runs with the standard library
alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

PLOTTING = (
    *("matplotlib", "mpl_toolkits", "seaborn", "plotly", "bokeh", "koreanize_matplotlib"),
    *("IPython", "ipywidgets", "google"),  # google.colab
)
PROGRESS = ("tqdm", "rich", "alive_progress", "progressbar", "fastprogress")
# Hooks that let notebooks be imported, which is done here anyway.
HOOKS = ("import_ipynb", "nbimporter")
# What the kit puts beside a notebook.
KIT = ("figures", "autograder")
STUBBED = (*PLOTTING, *PROGRESS, *HOOKS, *KIT)


class Nothing:
    """Stands for anything of a plotting library: every use of it gives another one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        # A class may inherit from what stands for a class: a package that is really there does (scikit-learn, of rich).
        # A new one each time: no class inherits from the same one twice.
        return (type("Stub", (Nothing,), {}),)

    def __call__(self, *args: Any, **kwargs: Any) -> Nothing:
        return self

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Nothing:
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        # ``figure, axes = plt.subplots()`` unpacks two.
        return iter((self, self))

    def __enter__(self) -> Nothing:
        return self

    def __exit__(self, *error: object) -> None:
        pass


class Bar(Nothing):
    """A progress bar: iterating over it is iterating over what it was given."""

    def __init__(self, iterable: Iterable[Any] | None = None) -> None:
        self._iterable = () if iterable is None else iterable

    def __call__(self, iterable: Iterable[Any] | None = None, *args: Any, **kwargs: Any) -> Bar:
        return Bar(iterable)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._iterable)

    def __len__(self) -> int:
        return len(self._iterable)  # type: ignore[arg-type]

    def __bool__(self) -> bool:
        return True

    def track(self, sequence: Iterable[Any], *args: Any, **kwargs: Any) -> Bar:
        """Stand for the method of rich's ``Progress``."""
        return Bar(sequence)


def _over(combine: Callable[..., Iterable[Any]]) -> Callable[..., Bar]:
    def bar(*args: Any, **kwargs: Any) -> Bar:
        return Bar(combine(*args))

    return bar


NOTHING = Nothing()
# What progress packages call their functions; everything else of theirs is nothing.
BARS: dict[str, Any] = {
    **dict.fromkeys(("tqdm", "tqdm_notebook", "tqdm_gui", "track", "alive_it"), Bar()),
    **dict.fromkeys(
        ("progressbar", "ProgressBar", "progress_bar", "master_bar", "Progress"), Bar()
    ),
    **dict.fromkeys(("trange", "tnrange"), _over(range)),
    "tenumerate": _over(enumerate),
    "tzip": _over(zip),
    "tmap": _over(map),
}


def attribute(module: str, name: str) -> Any:
    """Return what an attribute of a stubbed module is."""
    if name.startswith("__"):
        raise AttributeError(name)
    if module.partition(".")[0] in PROGRESS:
        return BARS.get(name, NOTHING)
    return NOTHING
