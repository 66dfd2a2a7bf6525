# %% [markdown]
# # A10 · Convolution in one dimension
#
# So far every unit looked at all inputs at once. A row of measurements, a sound or an image has an
# order, though: neighbours belong together, and what matters at one place (a jump, an edge) matters
# at every other place too. So we take a handful of weights, the **kernel**, and slide it along the
# input. At each stop it looks at a short **window**: multiply entry by entry, add, move on. The
# same few weights serve everywhere. That is a convolution, and this assignment builds it in one
# dimension, with everything that comes along: flipping, stride and padding.
#
# **Symbols.** `x` is the input with `n` entries, `w` the kernel with `k` entries, `s` the stride;
# all count from 0. The lecture's example goes through the whole lesson:
#
# $$x = (2, 8, 3, 7, 1, 2, 0, 4, 5), \qquad w = (2, 1, 5, 3), \qquad n = 9,\; k = 4.$$
#
# NumPy and SciPy have ready-made functions for all of this. Here they are off limits, since they
# would do each task in one line: `np.convolve`, `np.correlate`, `np.polymul`, the Fourier
# transforms, `scipy.signal` and `scipy.ndimage`. Slices, `np.sum`, `np.dot`, `@` and `np.pad` are
# fine.

# %%
import sys

import numpy as np

# %% [markdown]
# ## 1. Turning the kernel round
#
# The mathematician's convolution begins with a curious step: one of the two arrays, usually the
# kernel, is written back to front. $(2, 1, 5, 3)$ becomes $(3, 5, 1, 2)$.


# %% task="A10.1"
def flip(w):
    """Return a kernel back to front.

    Parameters
    ----------
    w : array of shape (k,)
        The kernel. It is left as it was.

    Returns
    -------
    array of shape (k,)
        Entry j is ``w[k - 1 - j]``.
    """
    return w[::-1]


# %% [markdown]
# ## 2. Convolution: flip, slide, multiply, add
#
# Lay the flipped kernel under the first four entries, multiply what stands one above the other, add
# up:
#
# $$3\cdot2 + 5\cdot8 + 1\cdot3 + 2\cdot7 = 63.$$
#
# One step to the right the window is $(8, 3, 7, 1)$ and the sum is 48. There are six windows in
# all:
#
# | window | 2 8 3 7 | 8 3 7 1 | 3 7 1 2 | 7 1 2 0 | 1 2 0 4 | 2 0 4 5 |
# | --- | --- | --- | --- | --- | --- | --- |
# | sum | 63 | 48 | 49 | 28 | 21 | 20 |
#
# As a formula, with the flip written into the index:
#
# $$y_i = \sum_{j=0}^{k-1} x_{i+j}\, w_{k-1-j}, \qquad i = 0, \dots, n - k.$$
#
# The lecture's listing says `range(6)`. That 6 is no constant of nature: a kernel of $k$ entries
# has $n - k + 1$ places in an input of $n$. (The listing also prints `[63]`, an array with one
# entry, because its kernel is a column; plain numbers are simpler.)
#
# Why flip at all? Because then the two arrays play equal roles: slid over each other from the first
# touch to the last, $x$ over $w$ gives what $w$ over $x$ gives. It is the rule by which polynomials
# are multiplied.


# %% task="A10.2"
def convolve_valid(x, w):
    """Return the convolution of two arrays where they overlap fully.

    The kernel is flipped, then slid over the input one step at a time; only windows that lie wholly
    inside the input count.

    Parameters
    ----------
    x : array of shape (n,)
        The input.
    w : array of shape (k,)
        The kernel, with at least one entry.

    Returns
    -------
    array of shape (n - k + 1,)
        Entry i is ``sum_j x[i + j] * w[k - 1 - j]``, with j from 0 to k - 1.

    Raises
    ------
    ValueError
        If the kernel is longer than the input.
    """
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    flipped = flip(w)
    return np.array([np.sum(x[i : i + k] * flipped) for i in range(n - k + 1)])


# %% [markdown]
# ## 3. Cross-correlation, and the stride
#
# Leave out the flip, and you have the **cross-correlation**:
#
# $$y_i = \sum_{j=0}^{k-1} x_{i\,s+j}\, w_j.$$
#
# On the example it gives $(48, 57, 24, 25, 16, 39)$ where the convolution gave
# $(63, 48, 49, 28, 21, 20)$. (A 48 stands in both lists, by chance, at different places. And a
# kernel that reads the same both ways, such as $(1, 2, 1)$, can't tell the two apart: never test
# with one.)
#
# "Convolutional" networks compute cross-correlations. They can afford to: a kernel that is
# *learned* would simply be learned the other way round. The name stayed nonetheless; the slides say
# *convolution* and call `correlate`. In this course a function that says `convolve` flips, and one
# that says `correlate` doesn't.
#
# The **stride** $s$ is the step from one window to the next; it is the $s$ in the formula. With
# $s = 2$ every second window is skipped, and $\lfloor (n-k)/s \rfloor + 1$ are left:
#
# | stride | result |
# | --- | --- |
# | 1 | 48 57 24 25 16 39 |
# | 2 | 48 24 16 |
# | 3 | 48 25 |
#
# The stride only moves the windows; inside a window, neighbours stay neighbours. Entries at the end
# that no further window reaches are left over.
#
# Don't be misled by the stride slide: it shows a call with `'same'` and its nine numbers once more,
# because SciPy's functions know no stride. A stride does change the result.


# %% task="A10.3"
def correlate_valid(x, w, stride=1):
    """Return the cross-correlation of an input with a kernel, without padding.

    Parameters
    ----------
    x : array of shape (n,)
        The input.
    w : array of shape (k,)
        The kernel, with at least one entry. It isn't flipped.
    stride : int
        The step from one window to the next, at least 1.

    Returns
    -------
    array of shape (floor((n - k) / stride) + 1,)
        Entry i is ``sum_j x[i * stride + j] * w[j]``, with j from 0 to k - 1.

    Raises
    ------
    ValueError
        If the kernel is longer than the input.
    """
    n, k = len(x), len(w)
    if k > n:
        raise ValueError("the kernel is longer than the input")
    return np.array([np.dot(x[i : i + k], w) for i in range(0, n - k + 1, stride)])


# %% [markdown]
# ## 4. Padding: how many zeros, and where?
#
# Each correlation so far came out shorter than its input, and a long stack of layers would shrink
# it away. **Padding** puts zeros before and after the input, so that more windows fit. Three
# amounts have names:
#
# - **valid**: none. The result has $n - k + 1$ entries.
# - **full**: $k - 1$ zeros at either end, so that the kernel starts where it touches the input with
#   one entry only, and ends likewise. The result has $n + k - 1$ entries (12 in the example).
# - **same**: so many that, at stride 1, the result is as long as the input: $k - 1$ zeros *in all*.
#
# When $k$ is odd, `same` puts $(k-1)/2$ zeros at either end. When $k$ is **even**, one zero is left
# over, and it has to go somewhere. Here the lecture contradicts itself, because the functions it
# calls do:
#
# - its 1-D slide uses `scipy.signal.correlate`, which puts the odd zero **in front**: 2 zeros left,
#   1 right. The result is 34 51 48 57 24 25 16 39 29;
# - its 2-D slides use `correlate2d`, which puts it **at the end**, and so does Keras: 1 zero left,
#   2 right. The result is 51 48 57 24 25 16 39 29 13.
#
# Both are nine of the twelve numbers of `full`; they differ by a shift of one. We keep both, under
# two names. `same` is Keras's rule, and every layer of this course uses it. `same_scipy` is there
# to reproduce the 1-D slide: pad as for `full`, then keep the $n$ results in the middle, dropping
# $\lfloor (k-1)/2 \rfloor$ in front. What remains of the padding is $\lfloor k/2 \rfloor$ zeros on
# the left and $\lfloor (k-1)/2 \rfloor$ on the right.
#
# With a stride $s$, Keras's rule first decides how long the result is to be, and then pads just
# enough for it:
#
# $$\text{out} = \lceil n/s \rceil, \qquad
# \text{total} = \max\bigl((\text{out}-1)\,s + k - n,\; 0\bigr), \qquad
# \text{left} = \lfloor \text{total}/2 \rfloor, \quad \text{right} = \text{total} - \text{left}.$$
#
# So the padding of `same` **depends on the stride**. In the example: (1, 2) for strides 1 and 2,
# but (0, 1) for stride 3. And an input of 28 with a kernel of 3 and stride 2 gets (0, 1), not the
# (1, 1) that "half the kernel at either side" would suggest. Nor is it the same as padding for
# stride 1 and then keeping every $s$-th number.


# %% task="A10.4"
def pad_amounts(n, k, stride, mode):
    """Return how many zeros to put before and after an input.

    valid
        None.
    full
        ``k - 1`` at either end, whatever the stride.
    same
        Keras's rule. With ``out = ceil(n / stride)``, the zeros are
        ``max((out - 1)*stride + k - n, 0)`` in all: half of them on the left, rounded down, and the
        rest on the right.
    same_scipy
        ``k // 2`` on the left and ``(k - 1) // 2`` on the right, whatever the stride: what remains
        of the padding of ``full`` when the n results in its middle are kept.

    Parameters
    ----------
    n, k : int
        Lengths of the input and of the kernel, each at least 1. The kernel may be the longer one.
    stride : int
        The step from one window to the next, at least 1.
    mode : str
        ``"valid"``, ``"full"``, ``"same"`` or ``"same_scipy"``.

    Returns
    -------
    left, right : int
        A tuple of two numbers, none negative.

    Raises
    ------
    ValueError
        If ``mode`` is none of the four.
    """
    if mode == "valid":
        return 0, 0
    if mode == "full":
        return k - 1, k - 1
    if mode == "same":
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if mode == "same_scipy":
        return k // 2, (k - 1) // 2
    raise ValueError("unknown mode %r" % (mode,))


# %% [markdown]
# ## 5. All together: pad, then slide
#
# Now padding and stride meet. Put the zeros of `pad_amounts` around the input, then slide over the
# longer array as before. On the example:
#
# | mode | stride | result |
# | --- | --- | --- |
# | full | 1 | 6 34 51 48 57 24 25 16 39 29 13 10 |
# | same_scipy | 1 | 34 51 48 57 24 25 16 39 29 |
# | same_scipy | 2 | 34 48 24 16 29 |
# | same | 1 | 51 48 57 24 25 16 39 29 13 |
# | same | 2 | 51 57 25 39 13 |
# | same | 3 | 48 25 29 |
# | valid | 1 | 48 57 24 25 16 39 |


# %% task="A10.5"
def correlate(x, w, mode, stride=1):
    """Return the cross-correlation of an input, padded with zeros, with a kernel.

    The zeros of ``pad_amounts(n, k, stride, mode)`` are put before and after the input; then the
    kernel is slid over it as in ``correlate_valid``, without a flip.

    Parameters
    ----------
    x : array of shape (n,)
        The input. It is left as it was.
    w : array of shape (k,)
        The kernel, with at least one entry.
    mode : str
        ``"valid"``, ``"full"``, ``"same"`` or ``"same_scipy"``, as in ``pad_amounts``.
    stride : int
        The step from one window to the next, at least 1.

    Returns
    -------
    1-D array
        One sum per window: ``floor((n + left + right - k) / stride) + 1`` of them, or, for the two
        kinds of same, ``ceil(n / stride)``, which comes to the same.

    Raises
    ------
    ValueError
        If ``mode`` is none of the four, or if it is ``"valid"`` and the kernel is longer than the
        input.
    """
    left, right = pad_amounts(len(x), len(w), stride, mode)
    return correlate_valid(np.pad(x, (left, right)), w, stride)


# %% [markdown]
# ## 6. Who takes part how often?
#
# Padding isn't only about lengths. Without it, the first entry of the input lies in a single
# window, the second in two, and only those in the middle in all $k$: what happens at the ends
# hardly counts. Let us count, on the example:
#
# | mode | entry 0, 1, …, 8 takes part in so many windows |
# | --- | --- |
# | valid | 1 2 3 4 4 4 3 2 1 |
# | same_scipy | 3 4 4 4 4 4 4 3 2 |
# | same | 2 3 4 4 4 4 4 4 3 |
# | full | 4 4 4 4 4 4 4 4 4 |
#
# The lecture says that `full` makes it equal, and so it does: $k$ windows for everyone. `same` lies
# in between: better than `valid`, not quite equal.


# %% task="A10.6"
def participation(n, k, mode):
    """Return in how many windows each entry of an input lies, at stride 1.

    The windows are those of ``correlate`` with stride 1. The entries of the input are counted, the
    zeros of the padding aren't.

    Parameters
    ----------
    n, k : int
        Lengths of the input and of the kernel, each at least 1; with ``"valid"``, k is at most n.
    mode : str
        ``"valid"``, ``"full"``, ``"same"`` or ``"same_scipy"``, as in ``pad_amounts``.

    Returns
    -------
    int array of shape (n,)
        Entry i is the number of windows in which ``x[i]`` lies.
    """
    left, right = pad_amounts(n, k, 1, mode)
    counts = np.zeros(left + n + right, dtype=int)
    for start in range(left + n + right - k + 1):
        counts[start : start + k] += 1
    return counts[left : left + n]


# %% [markdown]
# ## See it
#
# The first figure draws the counts of section 6, the zeros of the padding as empty places at the
# ends. In `valid` the ends are neglected, `full` is level, and the two kinds of `same` lean to
# different sides.
#
# The second shows what a kernel is for. A noisy signal jumps up and, later, down. Nine equal
# weights that add up to 1 make a **moving average**: the noise shrinks, and the jumps become ramps.
# A kernel with negative weights in its first half and positive ones in its second compares right
# with left: an **edge detector**, near 0 where nothing happens, with a peak at each jump, upward or
# downward as the signal goes. (A true convolution, with its flip, would turn every peak over.)
#
# Look at the right end, too: the average sinks and the edge detector reports a jump that isn't
# there. Those are the zeros of the padding, which the kernel can't tell from a signal. In a
# network, kernels aren't thought up like these two. They are learned.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.participation_counts(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.smooth_and_edge(sys.modules[__name__])
