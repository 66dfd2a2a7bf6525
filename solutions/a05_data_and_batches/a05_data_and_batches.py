# %% [markdown] id="intro"
# # A05 · Data and batches
#
# The neuron of A04 is the smallest **neural network**: an *input layer* that holds the features, one
# weight on each connection, and an *output layer* of a single unit that adds up and applies its
# **activation function**. A straight line is the same picture with no activation at all. Networks
# with more units and more layers follow from A08 on, and all of them are trained by the habits that
# you pick up here:
#
# - *how many samples* to look at before taking a step,
# - *which* data to learn from and which to keep away from the learner,
# - how to bring features of very different size onto **one scale**,
# - how to tell from two numbers whether the model learned too little or too much.
#
# **Symbols.** `X` of shape `(m, n)`, samples in rows; `y` of shape `(m,)`; `w` of shape `(n,)`; `b` a
# number; `rng` a NumPy random generator.

# %% id="imports"
import math
import sys

import numpy as np
from a03_sigmoid_cross_entropy import logistic_gradient

# %% [markdown] id="cost-text"
# ## 1. The cost of a batch
#
# One sample costs $\tfrac12(\hat y - y)^2$. Many samples cost the **mean** of that:
#
# $$J = \frac1{2m}\sum_{i=1}^m(\hat y_i - y_i)^2.$$
#
# The slides write $(0.25 + 1 + 2.25)$ beside this formula and stop. That is only the sum of the three
# squares, 3.5. The cost is $\frac{3.5}{2\cdot3} = 0.5833\dots$: neither 3.5, nor half of it, nor
# a third of it. (The three errors are those of A01's points at `w = 0.5`.)


# %% task="A05.1"
def half_mse(y_hat, y):
    """Return half the mean squared error.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    y_hat, y : float or array
        Predictions and targets: of the same shape, or either of them a single number.

    Returns
    -------
    float
        The sum of ``(y_hat - y)**2`` over all entries, divided by twice their number.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
    """
    ### BEGIN SOLUTION
    y_hat, y = np.asarray(y_hat), np.asarray(y)
    if y_hat.ndim and y.ndim and y_hat.shape != y.shape:
        raise ValueError(f"y_hat has shape {y_hat.shape} but y has shape {y.shape}")
    return np.mean((y_hat - y) ** 2) / 2
    ### END SOLUTION


# %% [markdown] id="descent-text"
# ## 2. Three kinds of gradient descent
#
# How many samples give the slope for one step? Take a table with these three rows,
#
# | | | | |
# | --- | --- | --- | --- |
# | 181 | 92 | 130 | 27 |
# | 172 | 56 | 125 | 30 |
# | 164 | 61 | 123 | 16 |
#
# and pretend that 361 more follow, 364 in all.
#
# | | samples for one step | cost of a step | steps per epoch |
# | --- | --- | --- | --- |
# | **stochastic** gradient descent | 1, drawn at random | $\tfrac12(\hat y - y)^2$ | 364 |
# | **mini-batch** gradient descent | a few, say 32, drawn at random | their mean | 12 |
# | **batch** gradient descent | all | the mean of all | 1 |
#
# One step on few samples is quick and inaccurate; one step on all is slow and exact. The second
# figure below draws the three walks. An **epoch** is one pass over all samples, whichever kind it is
# (the slide names it beside batch descent only).
#
# *At random* means **without repeats**: each sample comes exactly once per epoch, in a new order every
# time. So we don't draw samples, we shuffle the row numbers, and look up rows and labels with the same
# numbers. Shuffling `X` and `y` one after the other would tear every row from its label.
#
# NumPy's older function for this, `np.random.permutation`, draws from one hidden generator that the
# whole program shares. Here the generator is an argument: whoever calls decides about the randomness
# and can repeat it.


# %% task="A05.2"
def permuted_indices(m, rng):
    """Return the numbers 0 to m - 1 in random order, every order being equally likely.

    Parameters
    ----------
    m : int
        How many.
    rng : numpy.random.Generator
        The only source of randomness: generators in the same state give the same order.

    Returns
    -------
    int array of shape (m,)
        Each number exactly once.
    """
    ### BEGIN SOLUTION
    return rng.permutation(m)
    ### END SOLUTION


# %% [markdown] id="split-text"
# ## 3. Training, validation and test set
#
# A model is judged by data that it hasn't seen: the **test set**, kept apart. But whoever tries ten
# learning rates and keeps the one that does best *on the test set* has used it for learning, and its
# score is too good to be true. So a second set is kept apart for such choices, the **validation set**,
# and the test set is opened once, at the very end.
#
# Of $m$ rows, first $\lceil \text{test}\cdot m\rceil$ go to the test set; of those that remain,
# $\lceil \text{val}\cdot(\dots)\rceil$ go to the validation set; the rest is for training. The 569
# rows of the breast cancer data become 114, 91 and **364**: the number that the matrix chapter starts
# from.
#
# Rows are often sorted, by class or by date, so the split is random. And with few rows luck matters:
# if 4 of 47 patients have a rare disease, a random validation set may well contain none. A
# **stratified** split gives every class its share, rounded to whole rows. Shares of all classes have
# to add up to the size of the set: give each class the whole part of its quota, then give the rows
# still missing to the classes with the largest remainders.


# %% task="A05.3"
### BEGIN SOLUTION
def hold_out(indices, groups, count):
    """Return `count` of the indices, each group's share within one row of its quota, and the others."""
    members = groups[indices]
    quota = count * np.bincount(members) / len(indices)
    share = np.floor(quota).astype(int)
    share[np.argsort(share - quota)[: count - share.sum()]] += 1  # the largest remainders
    held = np.zeros(len(indices), dtype=bool)
    for group, size in enumerate(share):
        held[np.flatnonzero(members == group)[:size]] = True
    return indices[held], indices[~held]


### END SOLUTION
def three_way_split(X, y, val, test, rng, stratify=True):
    """Split rows and their labels at random into training, validation and test set.

    The test set gets ``ceil(test * m)`` of the m rows; the validation set gets ``ceil(val * r)`` of the
    r rows that remain; the others are the training set. Every row goes to exactly one set, together
    with its label. ``X`` and ``y`` are left as they were.

    Parameters
    ----------
    X : array of shape (m, n)
        Samples in rows.
    y : array of shape (m,)
        Their labels: class numbers 0 to c - 1, each at least once; with ``stratify=False`` any numbers.
    val, test : float
        Fractions, at least 0 and below 1; 0 leaves that set empty.
    rng : numpy.random.Generator
        The only source of randomness: generators in the same state give the same split.
    stratify : bool
        If True, the number of rows of each class in the test set differs by at most 1 from its quota,
        the set's size times the class's share of the m rows; likewise in the validation set, with the
        class's share of the r remaining rows. If False, rows are drawn without a look at the labels.

    Returns
    -------
    X_tr, X_va, X_te, y_tr, y_va, y_te : arrays
        A tuple of six. Within a set, rows come in any order.

    Raises
    ------
    ValueError
        If ``X`` and ``y`` differ in length.
    """
    ### BEGIN SOLUTION
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"X has {len(X)} rows, but y has {len(y)}")
    m = len(X)
    n_test = math.ceil(test * m)
    n_val = math.ceil(val * (m - n_test))
    groups = y if stratify else np.zeros(m, dtype=int)
    te, rest = hold_out(permuted_indices(m, rng), groups, n_test)
    va, tr = hold_out(rest, groups, n_val)
    return X[tr], X[va], X[te], y[tr], y[va], y[te]
    ### END SOLUTION


# %% [markdown] id="scale-text"
# ## 4. Features on one scale
#
# Three apples, by sugar content and weight: (4, 540), (8, 700), (2, 480). In the weighted sum the
# weight drowns the sugar, and the slope with respect to its coefficient is a hundred times larger:
# a learning rate that is right for one is far too large or far too small for the other.
# **Standardization** brings every feature to mean 0 and standard deviation 1:
#
# $$z = \frac{x - \mu}{s}.$$
#
# $\mu$ and $s$ are taken per feature, along `axis=0`. The legend of the formula is unreadable on the
# slide; its code says which $s$ is meant: `np.std` divides by $m$, not by $m - 1$ (on the apples the
# first value is −0.267, not −0.218). A feature that never varies has $s = 0$; leave it at 0 by
# dividing by 1.
#
# **Which data give $\mu$ and $s$?** The training set, and only that. Validation and test rows are then
# moved and stretched by *the same* numbers. Two mistakes are common, and neither raises an error. Left
# as they are, the validation rows live on another scale than the one the weights were trained for.
# Standardized with *their own* mean and deviation, they no longer show that they differ from the
# training data, and a single new apple couldn't be judged at all. The slide's code scales the training
# set alone and leaves the rest to you. Two methods make it hard to get wrong: `fit` learns the numbers
# once, `transform` applies them to whatever comes.


# %% task="A05.4 A05.5"
class Standardizer:
    """Brings features to the scale of a training set: mean 0, standard deviation 1.

    Attributes
    ----------
    mean_, std_ : array of shape (n,)
        Mean and standard deviation of each feature of the training set; None before ``fit``.
        ``transform`` uses what stands here when it is called.
    """

    def __init__(self):
        self.mean_ = None
        self.std_ = None

    def fit(self, X):
        """Learn mean and standard deviation of each feature, in place of what was learned before.

        Integers are fine, and ``X`` is left as it was.

        Parameters
        ----------
        X : array of shape (m, n)
            The training set, samples in rows.

        Returns
        -------
        Standardizer
            The object itself, with ``mean_`` and ``std_`` of shape (n,). The standard deviation is that
            of the m rows (divided by m, not m - 1), and 1 for a feature whose values are all equal, also
            where rounding makes it 1e-17 and not 0, as with seven times 0.1.
        """
        ### BEGIN SOLUTION
        X = np.asarray(X)
        self.mean_ = np.mean(X, axis=0)
        self.std_ = np.std(X, axis=0)
        # Asked of the values: rounding can leave 1e-17 where the deviation of equal numbers should be 0.
        self.std_[np.ptp(X, axis=0) == 0] = 1.0
        return self
        ### END SOLUTION

    def transform(self, X):
        """Return data on the scale that ``fit`` has learned.

        Integers are fine. Nothing is learned from ``X``, and it is left as it was.

        Parameters
        ----------
        X : array of shape (k, n)
            Any data with the same features: training, validation or test rows, or a single row of
            shape (1, n).

        Returns
        -------
        array of shape (k, n)
            ``(X - mean_) / std_``, a new array.

        Raises
        ------
        RuntimeError
            If ``mean_`` is still None.
        ValueError
            If ``X`` is a table with another number of columns than n.
        """
        ### BEGIN SOLUTION
        if self.mean_ is None:
            raise RuntimeError("call fit with the training set first")
        if np.shape(X)[1:] != np.shape(self.mean_):
            raise ValueError(f"X has shape {np.shape(X)}, but fit saw {len(self.mean_)} features")
        return (X - self.mean_) / self.std_
        ### END SOLUTION


# %% [markdown] id="batch-text"
# ## 5. One step on a whole batch
#
# For the logistic neuron, too, the cost of a batch is the mean over its samples, and so is the slope:
#
# $$\frac{\partial L}{\partial w_j} = \frac1m\sum_i(a_i - y_i)\,x_{ij},
# \qquad
# \frac{\partial L}{\partial b} = \frac1m\sum_i(a_i - y_i).$$
#
# The parameters stay where they are until every row has been asked; then they move once. A loop over
# the rows with A03's `logistic_gradient` says exactly that. (A07 does it without a loop.) Given a few
# rows, the same function makes a mini-batch step; given one, a stochastic step.


# %% task="A05.6"
def full_batch_step(X, y, w, b, lr):
    """Return weights and bias of a logistic neuron after one step of batch gradient descent.

    The cost is the mean over the rows of the cross-entropy; all slopes are taken at the given
    parameters. Weighted sums may be of any size, ±1000 included. Integers are fine, and the
    arguments are left as they were.

    Parameters
    ----------
    X : array of shape (m, n)
        Samples in rows.
    y : array of shape (m,)
        Labels, 0 or 1.
    w : array of shape (n,)
        Weights.
    b : float
        Bias.
    lr : float
        Learning rate.

    Returns
    -------
    w : array of shape (n,)
        The new weights.
    b : float
        The new bias.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused, and so is an array with
        another number of labels than m.
    """
    ### BEGIN SOLUTION
    X, y = np.asarray(X), np.asarray(y)
    if y.shape != (len(X),):
        raise ValueError(f"y has shape {y.shape}, but X has {len(X)} rows")
    dw, db = np.zeros(X.shape[1]), 0.0
    for x_i, y_i in zip(X, y, strict=True):
        dw_i, db_i = logistic_gradient(x_i, y_i, w, b)
        dw = dw + dw_i / len(X)
        db = db + db_i / len(X)
    return w - lr * dw, b - lr * db
    ### END SOLUTION


# %% [markdown] id="verdict-text"
# ## 6. Too much or too little
#
# Two numbers tell how training went: the accuracy on the training set and on the validation set.
#
# - **Overfitting**: good on the training set, clearly worse on the validation set. The model has
#   learned its rows by heart. More data help, or a simpler model, or regularization (A06).
# - **Underfitting**: not even good on the training set. The two numbers are usually close, and both
#   are poor. Train longer, or give the model more to work with.
#
# The slides leave *good* and *worse* open; a program needs numbers. They depend on the task, so they
# are arguments.


# %% task="A05.7"
def fit_verdict(train_acc, val_acc, good, gap):
    """Say whether a model is overfitted, underfitted or fine.

    Parameters
    ----------
    train_acc, val_acc : float
        Accuracy on the training and on the validation set, between 0 and 1.
    good : float
        The least training accuracy that counts as good.
    gap : float
        By how much the validation accuracy may fall short of the training accuracy; 0 or more.

    Returns
    -------
    str
        ``"under"`` if the training accuracy is below ``good``, whatever the gap; else ``"over"`` if the
        training accuracy exceeds the validation accuracy by more than ``gap``; else ``"ok"``. A
        validation accuracy above the training accuracy is no overfitting.
    """
    ### BEGIN SOLUTION
    if train_acc < good:
        return "under"
    if train_acc - val_acc > gap:
        return "over"
    return "ok"
    ### END SOLUTION


# %% [markdown] id="experiment-text"
# ## See it
#
# **Raw against scaled.** The breast cancer data have 30 features whose deviations run from 0.003 to
# 565. Your split, your standardizer and your batch step train the same neuron twice, 200 steps at
# learning rate 0.1. On scaled data the loss glides down to 0.1. On raw data it jumps about between
# hundreds and tens of thousands: every step overshoots along the large features, and the small ones hardly
# count. It even gets about nine in ten patients right, which shows that accuracy alone can look
# fine while training is hopeless.
#
# **Three walks.** A neuron with one feature, so that its cost can be drawn as a map over $w$ and $b$.
# Each walk takes one epoch after another with your `permuted_indices` and `full_batch_step`, on 1, 8 or
# all 64 rows at a time.
#
# **Learning curves.** The same neuron on the same data in three situations: with a single weak feature,
# with all thirty, and with three weak features and sixty random ones, but only 40 rows to learn from.
# In the third, the training loss keeps falling while the validation loss turns and rises. The verdict
# above each is your `fit_verdict` of the final accuracies.

# %% tags=["experiment"] id="figure-scaling"
if __name__ == "__main__":
    import figures

    figures.raw_against_scaled(sys.modules[__name__])

# %% tags=["experiment"] id="figure-walks"
if __name__ == "__main__":
    figures.three_walks(sys.modules[__name__])

# %% tags=["experiment"] id="figure-curves"
if __name__ == "__main__":
    figures.learning_curves(sys.modules[__name__])
