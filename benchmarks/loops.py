"""What a natural loop over an earlier function costs, against its vectorised twin: the whole submission, in one run.

Every program earns full marks, and the loops cost at most three times as much.

    python benchmarks/loops.py
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from accounting import cpu_seconds

from autograder.course import load_course

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
MOST = 3.0

# 64 rows of width 30 through 10 layers: more than 19,200 calls in one check of the suite alone.
SCALAR_SIGMOID = """
_whole = gradient_norms

def _each(Z):
    return np.array([[sigmoid(z) for z in row] for row in np.atleast_2d(Z)])

def gradient_norms(depth, width, activation, rng):
    if activation != "sigmoid":
        return _whole(depth, width, activation, rng)
    W = rng.normal(0, np.sqrt(1 / width), (depth, width, width))
    A = [rng.normal(size=(64, width))]
    for layer in range(depth):
        A.append(_each(A[layer] @ W[layer]))
    dA, norms = rng.normal(size=(64, width)), []
    for layer in reversed(range(depth)):
        dZ = dA * A[layer + 1] * (1 - A[layer + 1])
        norms.append(np.sqrt(np.sum((A[layer].T @ dZ) ** 2)))
        dA = dZ @ W[layer].T
    return np.array(norms)
"""

PER_SAMPLE_FIT = """
class PerSample(MultiClassNet):
    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        X, Y = np.asarray(X, float), np.asarray(Y, float)
        self.losses = []
        for _ in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                slopes = {name: np.zeros_like(value) for name, value in self.params.items()}
                for i in rows:
                    A1, Z2 = self.forward(X[i:i + 1])
                    dZ2 = softmax(Z2) - Y[i:i + 1]
                    dZ1 = (dZ2 @ self.params["W2"].T) * A1 * (1 - A1)
                    slopes["W2"] += A1.T @ dZ2
                    slopes["b2"] += dZ2
                    slopes["W1"] += X[i:i + 1].T @ dZ1
                    slopes["b1"] += dZ1
                for name, slope in slopes.items():
                    self.params[name] = self.params[name] - lr * slope / len(rows)
            self.losses.append(np.mean([
                cross_entropy(softmax(self.forward(X[i:i + 1])[1]), Y[i:i + 1]) for i in range(len(X))
            ]))
        return self

MultiClassNet = PerSample
"""

ROW_CROSS_ENTROPY = """
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    def mean_loss(Z, T):
        return float(np.mean([cross_entropy(softmax(Z[i:i + 1]), T[i:i + 1]) for i in range(len(Z))]))

    history = {"loss": [], "val_loss": [], "val_acc": []}
    for epoch in range(epochs):
        rate = lr if drop_after is None or epoch < drop_after else 0.1 * lr
        for rows in minibatches(len(X), batch_size, rng):
            Z = model.forward(X[rows])
            dZ = np.concatenate([softmax_ce_gradient(Z[i:i + 1], Y[rows][i:i + 1]) for i in range(len(Z))])
            model.backward(dZ / len(rows))
            for layer in model.layers:
                for name, slope in layer.grads.items():
                    layer.params[name] = layer.params[name] - rate * slope
        Z_val = model.forward(X_val)
        history["loss"].append(mean_loss(model.forward(X), Y))
        history["val_loss"].append(mean_loss(Z_val, Y_val))
        history["val_acc"].append(np.mean(Z_val.argmax(axis=1) == Y_val.argmax(axis=1)))
    return history
"""

CASES = [
    ("A12", "a scalar sigmoid for each entry", SCALAR_SIGMOID),
    ("A09", "one sample at a time", PER_SAMPLE_FIT),
    ("A13", "a cross-entropy for each row", ROW_CROSS_ENTROPY),
]


def graded(folder: Path, code: str, module: str, text: str) -> tuple[float, float]:
    """Grade a program in a process of its own; return its score and what that cost."""
    file = folder / f"{module}.py"
    file.write_text(text, encoding="utf-8")
    out = folder / "results"
    command = [sys.executable, "-m", "autograder", "grade", str(file), "-a", code]
    used = cpu_seconds([*command, "--out", str(out), "--no-report"], cwd=ROOT)
    [result] = out.glob("*/*.json")
    score = json.loads(result.read_text(encoding="utf-8"))["score"]
    result.unlink()
    return score, used


def main() -> int:
    """Print a table; return 1 where a bar is missed."""
    course = load_course(ROOT)
    missed = False
    print(
        f"{'':<5}{'a natural loop':<34}{'twin s':>8}{'loop s':>8}{'ratio':>7}   (CPU, medians of {RUNS})"
    )
    with tempfile.TemporaryDirectory() as name:
        for code, what, loop in CASES:
            assignment = course.assignment(code)
            twin = assignment.solution_file.read_text(encoding="utf-8")
            looped = f"{twin}\n\n# %%\n{loop}"
            folder = Path(name)
            pairs = [
                (
                    graded(folder, code, assignment.module, twin),
                    graded(folder, code, assignment.module, looped),
                )
                for _ in range(RUNS)
            ]
            fast, slow = (statistics.median(pair[i][1] for pair in pairs) for i in (0, 1))
            scores = {pair[1][0] for pair in pairs}
            missed |= scores != {100.0} or slow > MOST * fast
            print(
                f"{code:<5}{what:<34}{fast:8.2f}{slow:8.2f}{slow / fast:7.2f}   scores {sorted(scores)}",
                flush=True,
            )
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
