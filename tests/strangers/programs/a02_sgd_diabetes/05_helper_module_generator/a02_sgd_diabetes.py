# %% [markdown]
# # A02 · Stochastic gradient descent on the diabetes data
#
# In A01 three made-up points moved a line. Now the data are real: 442 people with diabetes, their
# body mass index, and a number that says how far the disease had advanced a year later. Does the
# one tell us something about the other?
#
# The walk changes, too. In A01 every step looked at all samples. Here a step looks at **one**,
# moves the line, and goes on to the next. This is **stochastic gradient descent** (SGD) with a
# batch of one, and one pass over all samples is an **epoch**.
#
# **Symbols.** `x_i` and `y_i` are one sample; `rate` is the learning rate, which A01 called `lr`.
# Data come first, then parameters, then rates and counts, here and in all later assignments.
#
# **Don't paste the listings of the slides.** Four things break them. Underscores and indentation
# were lost on the way (`y hat` is not a name in Python). The first listing sets `W` and goes on with
# `w`, which in a fresh session is a `NameError`, and in a notebook worse: an old `w` is used
# without a word. In the second listing the variable `w_rate` is no rate at all but the input
# $x_i$. And that listing flips the sign of the error as well as the sign of the update; either
# sign can be made to work, but not one of each. We keep to one: the **error** is prediction minus
# target, and an update subtracts.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a01_gradient_descent_line import predict

from collections import defaultdict

import sgd_core

# %% [markdown]
# ## 1. The data
#
# The data come with scikit-learn, so nothing is downloaded. Its table has ten columns, of
# which we take one: column 2 (counted from 0), the body mass index. The library has already
# **centred and scaled** it: the values sum to 0 and their squares to 1, and so they lie between
# about −0.09 and 0.17. Keep this in mind, for it explains a good deal of what follows. The target
# is left as it was measured, 25 to 346.


# %% task="A02.1"
def load_bmi_target():
    """Return the body mass indices and the disease progression of scikit-learn's diabetes data.

    The inputs are column 2 (counted from 0) of the ``data`` that
    ``sklearn.datasets.load_diabetes()`` returns by default, centred and scaled as they are; the
    targets are its ``target``.

    Returns
    -------
    x : array of shape (442,), float64
        The inputs.
    y : array of shape (442,), float64
        The targets.

        A tuple of the two.
    """
    return sgd_core.load_column(2)


# %% [markdown]
# ## 2. One sample, one step
#
# For one sample the cost is $\tfrac12(\hat y_i - y_i)^2$, and you know its slopes from A01:
#
# $$e = w x_i + b - y_i,
# \qquad
# w \leftarrow w - \text{rate}\cdot e\,x_i,
# \qquad
# b \leftarrow b - \text{rate}\cdot e.$$
#
# Both updates use the **same** error $e$, computed before anything moves. If the prediction is
# made again between the two, `b` follows the slope of another point. On the diabetes data, where
# $x_i$ is tiny, the slip hides in the sixth digit; with larger inputs it is plain to see.


# %% task="A02.2"
def sgd_step(x_i, y_i, w, b, rate):
    """Return the line's parameters after one update from one sample.

    The step goes against the slopes of ``(w * x_i + b - y_i)**2 / 2``. Both slopes are taken at the
    parameters that came in, before either moves.

    Parameters
    ----------
    x_i, y_i : float
        Input and target of the sample. Integers are fine.
    w, b : float
        Slope and intercept before the update. Integers are fine.
    rate : float
        Learning rate.

    Returns
    -------
    w, b : float
        A tuple of the two, after the update.
    """
    return sgd_core.update((w, b), (x_i, y_i), rate)


# %% [markdown]
# ## 3. One epoch
#
# An **epoch** visits every sample once. Each step starts where the one before it ended, so 442
# samples make 442 updates. Here the rows are taken as they come; A05 will shuffle them.


# %% task="A02.3"
def sgd_epoch(x, y, w, b, rate):
    """Return the line's parameters after one pass over all samples.

    Each row makes one update, as in ``sgd_step``, which starts from the parameters that the row
    before it left behind. The rows are taken in the order given.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets. They are left as they were. Integers are fine.
    w, b : float
        Slope and intercept before the pass. Integers are fine.
    rate : float
        Learning rate.

    Returns
    -------
    w, b : float
        A tuple of the two, after m updates.
    """
    *_, last = sgd_core.walk((w, b), x, y, rate)
    return last


# %% [markdown]
# ## 4. Many epochs
#
# The first listing of the slides trains for one epoch at a rate of 0.01, from `w = b = 1`. If
# your slope comes out as 9.8 your code is right, and the line is still nearly flat: the least
# squares line, which you will compute below, has a slope of 949. One epoch is just not enough.
#
# The second listing announces 100 epochs and says `range(1, 100)`. That is 99. You would never
# find out by looking at the weights: at that listing's rate they stop changing altogether after
# 38 epochs, and 99 and 100 epochs agree to the last bit. So the function also returns how many
# **updates** it made, and where the line stood after every epoch.


# %% task="A02.4"
def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):
    """Train the line for a number of epochs and return it with its history.

    Every epoch takes the rows in the order given and goes on where the last one ended.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets. They are left as they were. Integers are fine.
    w, b : float
        Slope and intercept to start from. Integers are fine.
    rate : float
        Learning rate.
    epochs : int
        How many passes to make; 0 is allowed.

    Returns
    -------
    dict
        ``"w"``, ``"b"`` : float, slope and intercept at the end (the start, for 0 epochs).
        ``"history"`` : array of shape (epochs, 2). Row k holds ``(w, b)`` after k + 1 epochs; the
        start has no row.
        ``"updates"`` : int, how many updates were made in all, one per sample and epoch.
    """
    fit = defaultdict(list)
    fit["w"], fit["b"] = float(w), float(b)
    fit["updates"] = 0
    for line in sgd_core.walk((w, b), x, y, rate, epochs):
        # the walk yields the start, too; after that a line per update
        fit["w"], fit["b"] = line
        if fit["updates"] % len(x) == 0 and fit["updates"] > 0:
            fit["history"].append(line)
        fit["updates"] += 1
    fit["updates"] -= 1
    fit["history"] = np.array(fit["history"], dtype=float).reshape(-1, 2)
    return fit


# %% [markdown]
# ## 5. Drawing the line
#
# Two points are enough to draw a line. The slides draw it from $x = -0.1$ to $x = 0.15$.


# %% task="A02.5"
def line_segment(w, b, x_left=-0.1, x_right=0.15):
    """Return the two end points of a piece of the line.

    Parameters
    ----------
    w, b : float
        Slope and intercept.
    x_left, x_right : float
        Where the piece begins and ends. Integers are fine.

    Returns
    -------
    array of shape (2, 2)
        Rows are points: ``(x, w * x + b)`` at ``x_left``, then at ``x_right``.
    """
    return np.array([(x, predict(x, w, b)) for x in (float(x_left), float(x_right))])


# %% [markdown]
# ## 6. Where the walk should end
#
# For a line there is no need to walk: the lowest point of the bowl can be written down. Set both
# slopes of the mean cost to zero and solve. With the means $\bar x$ and $\bar y$,
#
# $$w = \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2},
# \qquad
# b = \bar y - w\,\bar x.$$
#
# The slides don't have this formula, and a neural network will have none like it. It is here
# because it is the yardstick: without it nobody could say how good the trained line is. Write it
# out yourself; `polyfit`, `lstsq` and `linregress`, which do the whole task at once, are switched
# off.
#
# On the diabetes data $\bar x$ is 0, so a formula that forgets the means gives the right answer
# there. Try yours on other data.


# %% task="A02.6"
def least_squares_line(x, y):
    """Return the line with the smallest mean squared error.

    ``numpy.polyfit``, ``lstsq``, ``linregress`` and the like are not allowed.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs, not all equal, and targets. Integers are fine.

    Returns
    -------
    slope, intercept : float
        A tuple of the two.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    ((var_x, cov), _) = np.cov(x, y, bias=True)
    slope = cov / var_x
    return slope, np.mean(y - slope * x)


# %% [markdown]
# ## 7. How good is a line?
#
# The **mean squared error** is the number that people quote for a line. It is twice the mean cost
# of A01: the half, handy for the derivative, is left out.
#
# $$\mathrm{MSE} = \frac1m\sum_i(\hat y_i - y_i)^2.$$
#
# To judge it, compare it with the best that can be said without looking at $x$: predicting $\bar
# y$ for everybody. On the diabetes data that gives 5930, and the least squares line gives 3890.


# %% task="A02.7"
def mean_squared_error(y_hat, y):
    """Return the mean of the squared errors, without the half of the cost.

    Parameters
    ----------
    y_hat : float or array of shape (m,)
        Predictions; a single number is the prediction for every sample. Integers are fine.
    y : array of shape (m,)
        Targets. Integers are fine.

    Returns
    -------
    float
        The mean of ``(y_hat - y)**2`` over the m samples.

    Raises
    ------
    ValueError
        If ``y_hat`` is an array and its shape isn't that of ``y``, ``(m,)`` with ``(m, 1)``
        included.
    """
    sgd_core.refuse_other_shape(y_hat, y)
    errors = np.asarray(y_hat, dtype=float) - np.asarray(y, dtype=float)
    return np.mean(np.square(errors))


# %% [markdown]
# ## See it
#
# First the rate of listing 1, 0.01, for 1, 10, 100 and 1000 epochs. The line tilts slowly; the
# mean squared error falls from 5889 (hardly better than predicting the mean) through 5562 and 4172
# to 3891, one more than least squares.
#
# Then listing 2. It has no learning rate, which is the same as a rate of 1. One update multiplies
# the error on its own sample by
#
# $$1 - \text{rate}\,(1 + x_i^2),$$
#
# which at rate 1 is $-x_i^2$. Here $x_i^2 \le 0.029$, so every step makes the line fit its sample
# almost exactly, **and forget the others**. The line ends at a slope of 914 and an intercept of
# 123 instead of 949 and 152, however long it trains, and where it ends depends on which rows come
# last: shuffle them and another line comes out, at times one that is worse than predicting the
# mean. On inputs that aren't so small things are worse still: at $x_i = 2$ the factor is −4, and
# five updates turn an error of −2 into 2048. The rate is not a detail that one may leave out.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.epochs(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.shuffled(sys.modules[__name__])
