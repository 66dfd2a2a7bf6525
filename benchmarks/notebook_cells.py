"""Runs the code cells of a notebook one after the other in one namespace, as a kernel does, and draws its figures.

Needs nothing but what a student has installed.

    python benchmarks/notebook_cells.py NOTEBOOK solved|stub

Of a solved notebook no cell may fail. Of a stub's, each cell that checks a task must say that its checks failed, and
the experiments may stop at what isn't written yet.
"""

import json
import sys
import traceback
from pathlib import Path
from types import ModuleType


def run(notebook: Path, *, solved: bool) -> int:
    """Run the cells in a ``__main__`` of their own; return how many went another way than they should."""
    main = sys.modules["__main__"] = ModuleType("__main__")
    cells = [
        cell
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    wrong = 0
    for number, cell in enumerate(cells, start=1):
        raised = None
        try:
            exec(compile("".join(cell["source"]), f"cell {number}", "exec"), vars(main))
        except Exception as error:
            raised = error
        allowed = _allowed(cell, solved=solved)
        if type(raised).__name__ not in allowed:
            wrong += 1
            print(f"cell {number}: expected {' or '.join(allowed)}", file=sys.stderr)
            if raised is not None:
                traceback.print_exception(raised)
    if "matplotlib.pyplot" in sys.modules:
        pyplot = sys.modules["matplotlib.pyplot"]
        for number in pyplot.get_fignums():
            pyplot.figure(number).canvas.draw()
    print(f"{len(cells)} cells, {wrong} wrong")
    return wrong


def _allowed(cell: dict, *, solved: bool) -> tuple[str, ...]:
    """Return the types of what a cell may end with."""
    finished = type(None).__name__
    if solved:
        return (finished,)
    if "check(" in "".join(cell["source"]):
        return ("ChecksFailed",)
    if "experiment" in cell["metadata"].get("tags", ()):
        # An experiment uses what an earlier one, which stopped, would have made.
        return (finished, "NotImplementedError", "NameError")
    return (finished,)


if __name__ == "__main__":
    _notebook = Path(sys.argv[1]).resolve()
    sys.path[0] = str(_notebook.parent)
    sys.exit(run(_notebook, solved=sys.argv[2] == "solved") > 0)
