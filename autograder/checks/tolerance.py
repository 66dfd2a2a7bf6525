"""How close is close enough: every tolerance of the kit, each with its reason.

Measured over correct and wrong programs: correct float64 answers differ from the reference by at most 2e-14 of
the largest entry, correct float32 ones by 8e-6 of the root mean square (sums of 10,000 terms included), and the
mildest real mistake by 2e-3. What lies between is our margin.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Tolerance:
    """An entry is right when ``|got - want| <= relative * |want| + of_rms * rms(want) + absolute``."""

    relative: float
    of_rms: float
    absolute: float

    def allowed(self, want: np.ndarray) -> np.ndarray:
        """Return the error allowed at each entry of a float64 array, in the units of the entries."""
        finite = np.where(np.isfinite(want), want, 0.0)
        rms = float(np.sqrt(np.mean(np.square(finite)))) if finite.size else 0.0
        return self.relative * np.abs(finite) + self.of_rms * rms + self.absolute

    def for_float32(self) -> Tolerance:
        """Return what to allow an answer that was computed in single precision."""
        return Tolerance(max(self.relative, 1e-4), max(self.of_rms, 2e-5), max(self.absolute, 1e-7))


# Ordinary results. Per entry, so that a small entry beside a large one is checked too; the share of the rms lets
# programs pass that compute in single precision on the way and return double.
VALUE = Tolerance(relative=1e-5, of_rms=3e-6, absolute=1e-12)

# Gradients: the worst entry in units of the root mean square of its array. A norm over all entries would hide one
# wrong entry among many.
GRADIENT = Tolerance(relative=0.0, of_rms=1e-4, absolute=1e-12)

# Where the docstring promises precision, e.g. centred rather than forward differences. Not met by float32.
TIGHT = Tolerance(relative=1e-8, of_rms=1e-8, absolute=1e-12)

# Counts, labels, indices, copies.
EXACT = Tolerance(relative=0.0, of_rms=0.0, absolute=0.0)


def looks_float32(got: np.ndarray) -> bool:
    """Tell whether a result was computed in single precision: by dtype, or because every entry fits in it.

    Whole numbers and halves fit in both, so they don't count as evidence.
    """
    if got.dtype in (np.dtype(np.float32), np.dtype(np.float16)):
        return True
    if got.dtype != np.dtype(np.float64) or not got.size:
        return False
    finite = got[np.isfinite(got)]
    with np.errstate(all="ignore"):
        fits = finite == finite.astype(np.float32)
        telling = finite * 1024.0 % 1.0 != 0.0
    return bool(fits.all() and telling.any())
