# %% [markdown]
# # A06 · L1 and L2 regularization
#
# A neuron that has learned its training rows by heart gives itself away by large weights: it needs
# them to bend to every single row. **Regularization** charges a fee for weights. What it then
# minimises is the loss *plus* a **penalty** that grows with the weights, and a weight stays large only
# if the data pay for it.
#
# Two fees are usual. **L1** charges the sum of the absolute values, **L2** the sum of the squares.
# Linear regression with an L1 penalty is called **lasso**, with an L2 penalty **ridge**; here we add
# the same penalties to the logistic neuron.
#
# **Symbols.** The slides write $\alpha$ for the learning rate, then $\alpha$ for the strength of the
# penalty and $\eta$ for the learning rate. Here `lr` is the learning rate, and `l1` and `l2` are
# the two strengths; 0 means no penalty. (The odd glyph in two headings of the slides is the L of L1.)

# %%
import sys
from functools import partial

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid
from a04_logistic_neuron import LogisticNeuron

# %% [markdown]
# ## 1. Two norms
#
# How large is a vector? The **L1 norm** is the length of the way along the axes, the **L2 norm** the
# length of the straight line:
#
# $$\|w\|_1 = \sum_j|w_j|, \qquad \|w\|_2 = \sqrt{\sum_j w_j^2}.$$
#
# For $w = (3, -4)$ they are 7 and 5. The slide leaves out the root and calls 25 the L2 norm; 25 is its
# square, and it is the square that the penalty uses. NumPy has a function for both norms; write
# them yourself here.


# %% task="A06.1"
def l1_norm(w):
    """Return the L1 norm of the weights.

    Parameters
    ----------
    w : array of any shape
        The weights.

    Returns
    -------
    float
        The sum of the absolute values of all entries.
    """
    return float(np.sum(np.abs(np.asarray(w, dtype=float))))


# %% task="A06.2"
def l2_norm(w):
    """Return the L2 norm of the weights.

    Parameters
    ----------
    w : array of any shape
        The weights.

    Returns
    -------
    float
        The square root of the sum of the squares of all entries.
    """
    return float(np.sqrt(np.sum(np.square(np.asarray(w, dtype=float)))))


# %% [markdown]
# ## 2. The loss and its penalty
#
# $$L = \frac1m\sum_i\mathrm{BCE}(a_i, y_i)
#   \;+\; \lambda_1\|w\|_1 \;+\; \tfrac12\lambda_2\|w\|_2^2$$
#
# where BCE is A03's cross-entropy, $\lambda_1$ is `l1` and $\lambda_2$ is `l2`. Four things to fix, since the slides
# leave them open or slip:
#
# - The data's part is a **mean**, the penalty stands beside it once. (The slides show one sample. With
#   a sum over $m$ samples the same strength would weigh $m$ times less.)
# - L2 takes the **square** of the norm, and a half that will cancel in the derivative. (The L2 slide
#   says that the *L1* norm is scaled: a copying slip.)
# - The **bias** is not charged. It only shifts the border, and a fee on it would make the answer
#   depend on where the origin happens to lie.
# - Features should be standardized first (A05). A feature measured in millimetres instead of metres
#   needs a weight a thousand times smaller, and would pay a thousand times less for the same work
#   (with L2, a million times less).


# %%
mean_free_bce = partial(binary_cross_entropy, eps=1e-12)


# %% task="A06.3"
def regularized_loss(a, y, w, l1=0.0, l2=0.0):
    """Return the mean cross-entropy of a batch plus the penalty on the weights.

    Parameters
    ----------
    a : float or array of shape (m,)
        Probabilities of class 1. The loss is finite also where they are exactly 0 or 1.
    y : float or array of shape (m,)
        Labels, 0 or 1.
    w : array of any shape
        The weights.
    l1, l2 : float
        Strengths of the penalties.

    Returns
    -------
    float
        The mean over the samples of the cross-entropy, plus ``l1`` times the L1 norm of ``w``, plus half
        of ``l2`` times the square of its L2 norm.

    Raises
    ------
    ValueError
        If ``a`` and ``y`` are arrays of different shapes, ``(m,)`` with ``(m, 1)`` included.
    """
    data = np.mean(mean_free_bce(a, y))
    return float(data + l1 * l1_norm(w) + l2 / 2 * l2_norm(w) ** 2)


# %% [markdown]
# ## 3. The slope of the L1 penalty
#
# $|w|$ rises with slope 1 to the right of 0 and falls with slope −1 to the left:
#
# $$\frac{\partial}{\partial w_j}\,\lambda_1\|w\|_1 = \lambda_1\,\mathrm{sign}(w_j).$$
#
# The pull towards 0 is the same for a large weight and for a tiny one. At 0 itself the function has a
# corner and no derivative; every slope between −1 and 1 would do, and like NumPy's `sign` we take 0.
#
# ## 4. The slope of the L2 penalty
#
# The half and the 2 of the square cancel:
#
# $$\frac{\partial}{\partial w_j}\,\tfrac12\lambda_2\|w\|_2^2 = \lambda_2\,w_j.$$
#
# This pull is proportional to the weight: strong on large ones, next to nothing on tiny ones. Libraries
# differ about the half and about mean or sum. Keras's `L2(c)` charges $c\sum w^2$, so its `c` is our
# `l2`/2. In scikit-learn `LogisticRegression(C=…)` is ours with $C = 1/(\lambda_2m)$ (a hidden check compares
# your weights with its), `Ridge(alpha=…)` has $\alpha = m\lambda_2$, and `Lasso(alpha=…)` has $\alpha = \lambda_1$; the last two
# are the same penalties on the straight line of A01.


# %% task="A06.4"
def l1_gradient(w, strength):
    """Return the slope of the L1 penalty with respect to each weight.

    The penalty is ``strength`` times the L1 norm.

    Parameters
    ----------
    w : float or array of any shape
        The weights.
    strength : float
        The strength of the penalty.

    Returns
    -------
    float or array
        ``strength`` where a weight is positive, ``-strength`` where it is negative, 0 where it is 0; the
        shape of ``w``.
    """
    return strength * np.sign(np.asarray(w, dtype=float))


# %% task="A06.5"
def l2_gradient(w, strength):
    """Return the slope of the L2 penalty with respect to each weight.

    The penalty is half of ``strength`` times the square of the L2 norm.

    Parameters
    ----------
    w : float or array of any shape
        The weights.
    strength : float
        The strength of the penalty.

    Returns
    -------
    float or array
        The slopes, with the shape of ``w``.
    """
    return strength * np.asarray(w, dtype=float)


# %% [markdown]
# ## 5. The update, and the misprint that drives weights away
#
# A step goes against the **whole** slope, so the learning rate multiplies all of it:
#
# $$w \leftarrow w - \eta\left[\,\frac1m\sum_i(a_i - y_i)\,x_i
#   + \lambda_1\,\mathrm{sign}(w) + \lambda_2\,w\right],
# \qquad
# b \leftarrow b - \eta\,\frac1m\sum_i(a_i - y_i).$$
#
# The L1 slide gets the slope right and then prints the update as
# $w - \eta(a - y)x \mathbin{\color{red}+} \alpha\,\mathrm{sign}(w)$. Two faults in one line: the
# penalty has lost its learning rate, and it is *added*. That pushes every weight **away** from 0, by
# $\alpha$ a step. A check of the gradient finds nothing wrong, for the gradient is right. The first
# figure below shows what becomes of a weight.
#
# The L2 slide is right; it is only written with $y - a$ where the L1 slide has $a - y$. Here the error
# is always $a - y$.
#
# Your function takes one row, or a whole table. The trick is to let NumPy add along the last axis:
# `np.sum(w * x, axis=-1)` is one number for a row of shape `(n,)`, and one number per row for a
# table of shape `(m, n)`.


# %% task="A06.6"
def regularized_update(x, y, w, b, lr, l1=0.0, l2=0.0):
    """Return weights and bias of a logistic neuron after one step on the regularized loss.

    All slopes are taken at the given parameters, then weights and bias move at once, against their
    slopes, by ``lr`` times the slope. The bias has no penalty.

    Parameters
    ----------
    x : array of shape (n,) or (m, n)
        One sample, or a batch with samples in rows.
    y : float or array of shape (m,)
        Its label, 0 or 1, or one label for each row; the data's part of the loss is the mean over the
        rows.
    w : array of shape (n,)
        Weights. They are left as they were.
    b : float
        Bias.
    lr : float
        Learning rate.
    l1, l2 : float
        Strengths of the penalties of A06.4 and A06.5.

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
        If a batch's labels haven't the shape (m,): a column of shape (m, 1) is refused, and so is an
        array with another number of labels than m.
    """
    x, y, w = np.asarray(x, dtype=float), np.asarray(y, dtype=float), np.asarray(w, dtype=float)
    if y.shape != x.shape[:-1]:
        raise ValueError(f"labels of shape {y.shape} for samples of shape {x.shape}")
    rows, labels = np.atleast_2d(x), np.atleast_1d(y)
    error = sigmoid(np.sum(w * rows, axis=-1) + b) - labels
    dw = np.mean(error[:, np.newaxis] * rows, axis=0) + l1_gradient(w, l1) + l2_gradient(w, l2)
    return w - lr * dw, b - lr * np.mean(error)


# %% [markdown]
# ### In writing: two ways to shrink
#
# Take a weight $w > 0$ whose data pull in neither direction, $\frac1m\sum(a_i - y_i)x_i = 0$.
#
# 1. Write its update with the L2 penalty alone. By which factor does each step multiply $w$? What is $w$
#    after $k$ steps, and when does it reach 0?
# 2. Write its update with the L1 penalty alone. By how much does each step change $w$? What happens
#    when it comes near 0?
# 3. Do 2. with the update as the slide prints it. What is $w$ after $k$ steps?
# 4. A neuron has thirty features, of which five matter. Which penalty would you choose to find out
#    which, and why?
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 6. Training
#
# The class trains on the full batch: `steps` times your update, from zeros, and after each step the
# regularized loss of the whole training set. Change the update and the loss **together**: a neuron that
# walks down one function and reports another can't be debugged. `predict` is given.


# %% task="A06.7"
class RegularizedNeuron(LogisticNeuron):
    """A logistic neuron trained with L1 and L2 penalties on the full batch.

    Attributes
    ----------
    w : array of shape (n,)
        The weights; None before training.
    b : float
        The bias.
    losses : list of float
        The regularized loss after each step of the last training.
    """

    def __init__(self):
        super().__init__()

    def fit(self, X, y, lr, steps, l1=0.0, l2=0.0):
        """Train by full-batch gradient descent, starting from zeros.

        Every call starts anew: all weights 0, bias 0, no losses. Each step is ``regularized_update`` on
        the whole batch.

        Parameters
        ----------
        X : array of shape (m, n)
            Samples in rows.
        y : array of shape (m,)
            Labels, 0 or 1.
        lr : float
            Learning rate.
        steps : int
            How many steps to take; 0 is allowed.
        l1, l2 : float
            Strengths of the penalties.

        Returns
        -------
        RegularizedNeuron
            The neuron itself, with ``w`` of shape (n,), ``b`` a number, and ``losses`` of length
            ``steps``: entry k is ``regularized_loss`` over all samples, penalty included, after step
            k + 1. ``X`` and ``y`` are left as they were.

        Raises
        ------
        ValueError
            If ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused, and so is an array with
            another number of labels than m.
        """
        X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        if y.shape != (len(X),):
            raise ValueError(f"y must have the shape ({len(X)},), not {y.shape}")
        # Zero epochs of A04's training: weights and bias at 0, no losses.
        super().fit(X, y, lr, 0)
        for _ in range(steps):
            self.w, self.b = regularized_update(X, y, self.w, self.b, lr, l1, l2)
            a = sigmoid(np.sum(self.w * X, axis=1) + self.b)
            self.losses.append(regularized_loss(a, y, self.w, l1, l2))
        return self

    def predict(self, X):
        """Return the class of each sample: 1 where its probability is one half or more, else 0.

        Parameters
        ----------
        X : array of shape (m, n)
            Samples in rows.

        Returns
        -------
        int array of shape (m,)
            The classes.
        """
        return (np.sum(self.w * X, axis=1) + self.b >= 0).astype(int)


# %% [markdown]
# ## See it
#
# **The penalties and the misprint.** On the left both penalties of one weight, in the middle their
# slopes: the L1 pull has one size, the L2 pull fades. On the right a weight that no data hold, starting
# at 0.0015. With your update it walks to 0 and hops about there, by half a step to either
# side. With the update as printed it runs away, to 1.0015 after 100 steps.
#
# **Stronger and stronger.** The breast cancer data once more, 2000 steps with learning rate 0.1. Without a
# penalty the absolute values of the thirty weights add up to 18.03. L1 brings that down to 6.80 at strength 0.01
# and 1.95 at 0.1: first 15, then 20 of the weights are all but gone, and a few carry the work. L2 shrinks
# the whole crowd: the norm goes from 3.76 to 2.29 and 1.10, and hardly any weight vanishes. The validation
# accuracy stays between 0.945 and 0.989 throughout: the small models are about as good as the large one.
#
# L1 is famous for weights of *exactly* 0, but look closely: none of yours is. Plain steps jump across 0
# again and again. Libraries that solve the lasso replace the step by a *soft threshold*, which pulls every
# weight towards 0 by $\eta\lambda_1$ and stops it there.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.penalties(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.strengths(sys.modules[__name__])
