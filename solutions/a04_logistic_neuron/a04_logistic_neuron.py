# %% [markdown] id="intro"
# # A04 · The logistic neuron
#
# So far one number went in. A real question comes with several: the hours studied *and* the hours
# slept, thirty measurements of a tumour, 784 pixels. Each of them is a **feature**, and each gets a
# weight of its own.
#
# In 1957 Frank Rosenblatt built the **perceptron** after a nerve cell: it weighs its inputs, adds
# them up, and fires if the sum is large enough. Its output is a step, 0 or 1, and a step has no
# slope to walk down. Put the sigmoid of A03 in place of the step and you have the **logistic
# neuron**: it weighs and adds in the same way, answers with a probability, and can be trained by
# gradient descent. Every network of this course is made of such units.
#
# **Symbols.** `X` of shape `(m, n)` holds `m` samples in rows and `n` features in columns; `x` of
# shape `(n,)` is one of its rows. `z` is the weighted sum $w_1x_1 + \dots + w_nx_n + b$, a number on
# the whole line; `a` $= \sigma(z)$ is the **activation**, a probability. The slides use $\hat y$ for
# both. A probability that is taken for a `z`, or put through the sigmoid a second time, gives wrong
# numbers and no error message, so here the two names are kept apart.

# %% id="imports"
import sys

import numpy as np
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# %% [markdown] id="features-text"
# ## 1. A line with several features
#
# With two features the line becomes a plane, $\hat y = w_1x_1 + w_2x_2 + b$, with $n$ features a
# hyperplane. The chain rule of A01 doesn't notice: each weight is multiplied by its own feature, so
#
# $$\frac{\partial J}{\partial w_j} = \frac1m\sum_i(\hat y_i - y_i)\,x_{ij},
# \qquad
# \frac{\partial J}{\partial b} = \frac1m\sum_i(\hat y_i - y_i).$$
#
# The slides put this step into the chapter on logistic regression, but it is about squared error and
# a straight output: there is no sigmoid in it. They also print the model as $y =$ where $\hat y =$ is
# meant; $y$ is the target.


# %% task="A04.1"
def linear_gradient(X, y, w, b):
    """Return the slopes of the mean half squared error of a linear model with several features.

    The prediction for row i is ``w[0]*X[i, 0] + ... + w[n-1]*X[i, n-1] + b``; the cost is the mean
    over the rows of ``(prediction - y)**2 / 2``. Integers are fine, and the arguments are left as
    they were.

    Parameters
    ----------
    X : array of shape (m, n)
        Samples in rows, features in columns.
    y : array of shape (m,)
        Targets.
    w : array of shape (n,)
        Weights.
    b : float
        Bias.

    Returns
    -------
    dw : array of shape (n,)
        Slope of the cost with respect to each weight.
    db : float
        Slope of the cost with respect to the bias.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``y`` hasn't the shape (m,): a column of shape (m, 1) is refused, and so are a number and
        an array with another number of targets than m.
    """
    ### BEGIN SOLUTION
    X, y = np.asarray(X), np.asarray(y)
    if y.shape != (len(X),):
        raise ValueError(f"y has shape {y.shape}, but X has {len(X)} rows")
    dw, db = np.zeros(X.shape[1]), 0.0
    for x_i, y_i in zip(X, y, strict=True):
        error = np.sum(w * x_i) + b - y_i
        dw = dw + error * x_i
        db = db + error
    return dw / len(X), db / len(X)
    ### END SOLUTION


# %% [markdown] id="forpass-text"
# ## 2. The forward pass: weigh and add
#
# A neuron keeps its weights `w` and its bias `b` and does two things with a sample. In the **forward
# pass** it computes
#
# $$z = \sum_j w_jx_j + b.$$
#
# In NumPy that is `np.sum(w * x) + b`. It is right for *one* row only: given a table of two rows, the
# same line adds up everything in it and returns a single number, and given a column of shape
# `(n, 1)` it multiplies every weight by every feature. Nothing complains. Your `forpass` does.
#
# ## 3. The backward pass: share out the blame
#
# In A03 the sigmoid's slope cancelled against the cross-entropy's, and what was left of
# $\partial L/\partial z$ was the error $a - y$. From there one link of the chain leads to each
# parameter:
#
# $$\frac{\partial L}{\partial w_j} = \underbrace{(a - y)}_{\partial L/\partial z}\,x_j,
# \qquad
# \frac{\partial L}{\partial b} = (a - y).$$
#
# Set it beside the linear model. Different output, different cost, one form:
#
# | | output | cost of a sample | by $w_j$ | by $b$ |
# | --- | --- | --- | --- | --- |
# | linear regression | $\hat y = z$ | $\tfrac12(\hat y - y)^2$ | $(\hat y - y)\,x_j$ | $\hat y - y$ |
# | logistic neuron | $a = \sigma(z)$ | $-y\log a - (1-y)\log(1-a)$ | $(a - y)\,x_j$ | $a - y$ |

# %% [markdown] id="derivation" manual="A04.M1"
# ### In writing: why the two rows of the table look alike
#
# 1. Derive $\partial L/\partial w_j = (a - y)\,x_j$ for a neuron with $n$ features, from
#    $L = -y\log a - (1-y)\log(1-a)$, $a = \sigma(z)$ and $z = \sum_j w_jx_j + b$. Name each factor of
#    the chain.
# 2. Do the same for the half squared error of the activation, $L = \tfrac12(a - y)^2$. Which factor
#    remains that cancelled before?
# 3. A neuron answers $a = 0.001$ for a sample with $y = 1$. Compare the two slopes with respect to
#    $b$. Which neuron corrects its mistake, and which hardly moves?

# %% [markdown] id="fit-text"
# ## 4. Training, sample by sample
#
# **Stochastic gradient descent** looks at one sample, computes $z$, $a$ and the error $a - y$, moves
# all weights and the bias, and goes on to the next sample with the new parameters. One pass over all
# samples is an **epoch**. Weights and bias start at zero: for a single neuron that is a fine start,
# because each weight has a slope of its own.
#
# Along the way the neuron notes how it is doing: before each update it measures the sample's
# cross-entropy, and after the epoch it keeps their mean. This is the cheapest of all learning curves.
# (From A05 on the loss is measured over the whole set *after* each epoch.)
#
# Two traps. Labels often come as a column `(m, 1)`: `a - y` is then a small array instead of a
# number, and before long so is `b`. Flatten them once at the door. And $\log a$ is $-\infty$ when the
# sigmoid rounds to 0, so take the loss from A03, where you have guarded it.
#
# `fit` may call `forpass` and `backprop`, or write the four lines out; each method is graded on its
# own. Written out, a slip in one of them costs you once.
#
# ## 5. From probability to class
#
# To decide, cut the probability at a **threshold**: class 1 if $a \ge 0.5$, else class 0. The border
# belongs to class 1. `np.round` looks like a shortcut and isn't one: it rounds 0.5 to the *even*
# neighbour, 0. Note what the cut means for $z$: $a = 0.5$ is $z = 0$, not $z = 0.5$.
#
# The class below is given as a frame; write its four methods.


# %% task="A04.2 A04.3 A04.4 A04.5"
class LogisticNeuron:
    """A neuron that answers with the probability of class 1.

    ``forpass`` and ``predict`` use the ``w`` and ``b`` that stand here when they are called.

    Attributes
    ----------
    w : array of shape (n,)
        The weights, one for each feature; None before they are trained or set.
    b : float
        The bias.
    losses : list of float
        The mean loss of each epoch of the last training.
    """

    def __init__(self):
        self.w = None
        self.b = 0.0
        self.losses = []

    def forpass(self, x):
        """Return the weighted sum of one sample.

        Integers are fine, and ``x`` is left as it was.

        Parameters
        ----------
        x : array of shape (n,)
            The features of one sample.

        Returns
        -------
        float
            ``w[0]*x[0] + ... + w[n-1]*x[n-1] + b``, before any sigmoid.

        Raises
        ------
        ValueError
            If ``x`` hasn't the shape of ``w``; a table of rows is refused, (1, n) and (n, 1) included,
            and so is a number.
        """
        ### BEGIN SOLUTION
        if np.shape(x) != np.shape(self.w):
            raise ValueError(f"x has shape {np.shape(x)}, but w has shape {np.shape(self.w)}")
        return np.sum(self.w * x) + self.b
        ### END SOLUTION

    def backprop(self, x, err):
        """Return the slopes of one sample's loss with respect to the weights and the bias.

        Integers are fine. Nothing is changed here: neither the neuron nor ``x``.

        Parameters
        ----------
        x : array of shape (n,)
            The features of the sample.
        err : float
            The sample's error ``a - y``.

        Returns
        -------
        dw : array of shape (n,)
            Slope with respect to each weight.
        db : float
            Slope with respect to the bias.

            A tuple of the two.
        """
        ### BEGIN SOLUTION
        return err * np.asarray(x), err
        ### END SOLUTION

    def fit(self, X, y, lr, epochs, order=None):
        """Train by stochastic gradient descent, one sample at a time, starting from zeros.

        Every call starts anew: all weights 0, bias 0, no losses. For each sample, both slopes of its
        cross-entropy are taken at the current parameters; then weights and bias move against theirs
        by ``lr`` times the slope, and the next sample meets the new parameters. Features may be of any
        size, so that a sigmoid rounds to 0 or 1. Integers are fine, and the arguments are left as
        they were.

        Parameters
        ----------
        X : array of shape (m, n)
            Samples in rows.
        y : array of shape (m,) or (m, 1)
            Labels, 0 or 1. Both shapes give the same result.
        lr : float
            Learning rate.
        epochs : int
            How often to pass over all samples; 0 is allowed.
        order : list or array of m row numbers, optional
            The order in which the samples are visited, each once, the same in every epoch. By default
            the order of the rows.

        Returns
        -------
        LogisticNeuron
            The neuron itself, with ``w`` of shape (n,), ``b`` a number, and ``losses`` of length
            ``epochs``: entry e is the mean over the samples of the cross-entropy that each had in
            epoch e just before its own update. It is finite even where the sigmoid has rounded to
            exactly 0 or 1: clipped as in A03.4 there, or exact as in A03.5.

        Raises
        ------
        ValueError
            If ``y`` holds another number of labels than ``X`` has rows.
        """
        ### BEGIN SOLUTION
        X, y = np.asarray(X), np.asarray(y)
        if y.shape not in ((len(X),), (len(X), 1)):
            raise ValueError(f"y has shape {y.shape}, but X has {len(X)} rows")
        y = y.reshape(-1)
        self.w, self.b, self.losses = np.zeros(X.shape[1]), 0.0, []
        for _ in range(epochs):
            loss = 0.0
            for i in range(len(X)) if order is None else order:
                z = np.sum(self.w * X[i]) + self.b
                a = sigmoid(z)
                loss += binary_cross_entropy(a, y[i])
                err = a - y[i]
                self.w = self.w - lr * err * X[i]
                self.b = self.b - lr * err
            self.losses.append(loss / len(X))
        return self
        ### END SOLUTION

    def predict(self, X, threshold=0.5):
        """Return the class of each sample.

        Weighted sums may be of any size, ±1000 included. Integers are fine, and ``X`` is left as it
        was.

        Parameters
        ----------
        X : array of shape (m, n)
            Samples in rows.
        threshold : float
            The least probability that counts as class 1; strictly between 0 and 1.

        Returns
        -------
        int array of shape (m,)
            1 where the probability of class 1 is ``threshold`` or more, else 0.
        """
        ### BEGIN SOLUTION
        z = np.sum(self.w * np.asarray(X), axis=1) + self.b
        return (sigmoid(z) >= threshold).astype(int)
        ### END SOLUTION


# %% [markdown] id="boundary-text"
# ## 6. The decision boundary
#
# Where does the neuron change its mind? Where $a = \tfrac12$, and that is where
#
# $$w_1x_1 + w_2x_2 + b = 0.$$
#
# With two features this is a straight line, which you can solve for $x_2$ and draw. The sigmoid bends
# the probability, not the border: however steep it is, one neuron separates by a line (with $n$
# features, by a hyperplane). A08 begins with what a line can't separate.


# %% task="A04.6"
def decision_boundary(x1, w, b):
    """Return the second feature of the points on the decision boundary, given the first.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    x1 : float or array of any shape
        Values of the first feature.
    w : array of shape (2,)
        The weights of a neuron with two features.
    b : float
        Its bias.

    Returns
    -------
    float or array
        ``x2`` such that ``w[0]*x1 + w[1]*x2 + b = 0``, with the shape of ``x1``.

    Raises
    ------
    ValueError
        If ``w[1]`` is 0: the boundary is upright then, and no ``x2`` belongs to ``x1``.
    """
    ### BEGIN SOLUTION
    if w[1] == 0:
        raise ValueError("w[1] is 0: the boundary is parallel to the second axis")
    return -(w[0] * np.asarray(x1) + b) / w[1]
    ### END SOLUTION


# %% [markdown] id="experiment-text"
# ## See it
#
# The lecture's six exams: the features of each row (call them hours studied and hours slept), and
# whether it was passed. Your neuron learns them by `fit`; the line is your `decision_boundary`. After
# 1 pass it gets 3 of 6 right, after 10 passes 5, after 100 all of them. There is nothing left to win,
# and yet the weights keep growing: the classes can be separated, so a larger `w` always makes the
# answers a little surer and the loss a little smaller. There is **no best** `w`. Train such data for
# a fixed number of passes, never "until it converges".
#
# The second figure asks why the sigmoid is needed at all. Fit a straight line to the labels by
# `linear_gradient` and cut it at ½: that works, until one more student studies for 30 hours and, of
# course, passes. The line bends down to reach that far point, the cut slides from 3.5 to 4.5, and the
# student with 4 hours now fails. The line also promises the far one a "probability" of 1.15. The
# neuron answers 0.999… there, has no error left to correct, and keeps its border.

# %% tags=["experiment"] id="figure-boundary"
if __name__ == "__main__":
    import figures

    figures.boundaries(sys.modules[__name__])

# %% tags=["experiment"] id="figure-far-point"
if __name__ == "__main__":
    figures.far_point(sys.modules[__name__])
