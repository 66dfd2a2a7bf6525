# %% [markdown]
# # A01 · Gradient descent on a line
#
# In the 1880s Francis Galton compared the heights of parents with those of their grown children. Very tall parents had tall
# children, but not quite as tall as themselves; very short parents had short children, but not quite as short. He called
# this *regression toward the mean*, and the name stuck to the method he used: drawing the line that best predicts one
# number from another. **Linear regression** is that line.
#
# In this assignment you build the whole machine around such a line: its prediction, the cost that says how bad it is, the
# slope of that cost, and the walk downhill that makes it better. Everything later in the course, up to a convolutional
# network, is this machine with a different prediction inside.
#
# **Symbols.** `x` is the input, `y` the target, `y_hat` ($\hat y$) the line's prediction, `w` the slope and `b` the
# intercept. Lower case means a number or a plain list of numbers; upper case will mean a matrix. The slides write both
# `w` and `W` for one and the same number; here it is always `w`.
#
# **How to read a docstring.** It is the contract between you and the checks: what it doesn't say isn't asked. Some things hold
# in every assignment and aren't repeated:
#
# - A *number* is one of Python's or of NumPy's, an array of shape `()` included. An array of shape `(1,)` is an array.
# - An *array* may lie in memory in any way: transposed, back to front, or as every other entry of a larger one.
# - A *tuple* may be a named tuple; a *list*, a *dict* or a *str* may be of a class derived from it.
# - Sizes such as `m` and `n` are at least 1, unless 0 is mentioned.
# - *Integers are fine* means the integers that Python and NumPy make by default. Small ones such as `uint8`, which wrap around at
#   256, are named where they come.
# - *The arguments are left as they were*: your function changes no array that it is given. What it returns may be an argument
#   itself, a view of one, or read-only, unless a new array is asked for. Results in single precision (`float32`) are taken with the
#   digits that they have.

# %%
import sys

import numpy as np

# %% [markdown]
# ## 1. A hypothesis: the line
#
# Which line is the right one? We don't know yet, so we start with a **hypothesis**: every pair $(w, b)$ is a candidate line
#
# $$\hat y = w x + b.$$


# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction for each input.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    x : float or array of shape (m,)
        The inputs.
    w, b : float
        Slope and intercept.

    Returns
    -------
    float or array of shape (m,)
        ``w * x + b``, with the shape of ``x``.
    """
    # TODO A01.1: put your code here instead of the next line.
    raise NotImplementedError("A01.1: write predict")


# %% [markdown]
# ## 2. A cost: how bad is the line?
#
# For one point, the **residual** is $\hat y - y$. Its square is never negative and grows quickly; the half in front is there
# to cancel a 2 in a moment:
#
# $$J(w, b) = \tfrac12(\hat y - y)^2.$$
#
# Seen as a function of $w$ alone, $J$ is a parabola; as a function of $w$ and $b$ it is a bowl. Looking for the best line
# means looking for the lowest point of the bowl.
#
# A trap to know from day one: NumPy *broadcasts*. An array of shape `(m,)` minus one of shape `(m, 1)` is not an error but a
# table of shape `(m, m)`. Your function refuses such a pair instead of returning nonsense.


# %% task="A01.2"
def half_squared_error(y_hat, y):
    """Return half the squared error of each prediction.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    y_hat, y : float or array
        Predictions and targets: of the same shape, or either of them a single number.

    Returns
    -------
    float or array
        ``(y_hat - y)**2 / 2`` for each entry: the shape of whichever of the two is an array.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
    """
    # TODO A01.2: put your code here instead of the next line.
    raise NotImplementedError("A01.2: write half_squared_error")


# %% [markdown]
# ## 3. The slope of the cost, by the chain rule
#
# Which way is downhill? Multiply out and differentiate, and after a page of algebra $\partial J/\partial w = x(\hat y - y)$
# appears. The **chain rule** gets there in one line, by asking two small questions instead of one big one:
#
# $$\frac{\partial J}{\partial w}
#   = \underbrace{\frac{\partial J}{\partial \hat y}}_{\hat y - y}\;
#     \underbrace{\frac{\partial \hat y}{\partial w}}_{x},
# \qquad
# \frac{\partial J}{\partial b}
#   = \underbrace{\frac{\partial J}{\partial \hat y}}_{\hat y - y}\;
#     \underbrace{\frac{\partial \hat y}{\partial b}}_{1}.$$
#
# Two lines of the slides are misprinted, so don't copy them: the derivative of $\tfrac12(\hat y-y)^2$ is $\hat y-y$ and not the
# half square itself (the two agree when the error is 0 or 2, which makes the slip hard to see), and it is
# $\partial\hat y/\partial b$, not $\partial\hat y/\partial w$, that equals 1.


# %% task="A01.3"
def chain_factors(x, y, w, b):
    """Return the three factors from which the chain rule builds both slopes of the cost.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    x, y : float or array of shape (m,)
        Inputs and targets: two numbers, or two arrays.
    w, b : float
        Slope and intercept.

    Returns
    -------
    dJ_dyhat : float or array of shape (m,)
        Derivative of the half squared error with respect to the prediction.
    dyhat_dw : float or array of shape (m,)
        Derivative of the prediction with respect to the slope.
    dyhat_db : float or array of shape (m,)
        Derivative of the prediction with respect to the intercept.

        A tuple of the three. Each has the shape of ``x``: numbers for a number, arrays for an array.
    """
    # TODO A01.3: put your code here instead of the next line.
    raise NotImplementedError("A01.3: write chain_factors")


# %% [markdown]
# ## 4. The gradient over all samples
#
# The cost of a data set is the **mean** of its samples' costs, so its slope is the mean of theirs. This course keeps to that
# everywhere: a cost is a mean, and the $\tfrac1m$ is part of the gradient.
#
# $$J(w, b) = \frac1m\sum_{i=1}^m \tfrac12(\hat y_i - y_i)^2,
# \qquad
# \frac{\partial J}{\partial w} = \frac1m\sum_i (\hat y_i - y_i)\,x_i,
# \qquad
# \frac{\partial J}{\partial b} = \frac1m\sum_i (\hat y_i - y_i).$$


# %% task="A01.4"
def gradient(x, y, w, b):
    """Return the slopes of the mean cost with respect to ``w`` and ``b``.

    The cost is the mean over the samples of ``(predict(x, w, b) - y)**2 / 2``. Integers are fine, and the arguments
    are left as they were.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets; or two numbers, which count as one sample.
    w, b : float
        Slope and intercept.

    Returns
    -------
    dw, db : float
        A tuple of two numbers.

    Raises
    ------
    ValueError
        If ``x`` and ``y`` have different shapes: ``(m,)`` with ``(m, 1)`` or ``(1,)``, or a number with an array.
    """
    # TODO A01.4: put your code here instead of the next line.
    raise NotImplementedError("A01.4: write gradient")


# %% [markdown]
# ## 5. Checking a gradient with numbers
#
# Everyone gets a derivative wrong sooner or later. The cure is to measure the slope: step a little to the right, a little to the
# left, and divide the rise by the run,
#
# $$\frac{\partial f}{\partial\theta_i} \approx \frac{f(\theta + h e_i) - f(\theta - h e_i)}{2h}.$$
#
# Stepping to **both** sides matters. One-sided differences are wrong by about $h$, centred ones by about $h^2$: with
# $h = 10^{-5}$ that is ten digits instead of five. You will use this function to check your own work throughout the course, and
# the autograder does the same to you.


# %% task="A01.5"
def numerical_gradient(f, theta, h=1e-5):
    """Return the gradient of a function, measured by centred differences.

    Entry i of the result is ``(f(theta + h*e_i) - f(theta - h*e_i)) / (2*h)``, where ``e_i`` is 1 at entry i and 0
    elsewhere. Integers are taken as floats, and the arguments are left as they were.

    Parameters
    ----------
    f : callable
        Takes a float array with the shape of ``theta`` (a number, if ``theta`` is one) and returns a number.
    theta : float or array of any shape
        Where to measure.
    h : float
        The step to either side.

    Returns
    -------
    float or array
        The slopes, with the shape of ``theta``, in double precision (``float64``).
    """
    # TODO A01.5: put your code here instead of the next line.
    raise NotImplementedError("A01.5: write numerical_gradient")


# %% [markdown]
# ## 6. Walking downhill
#
# **Gradient descent** starts anywhere, looks at the slope under its feet and takes a step against it, again and again:
#
# $$w \leftarrow w - \alpha\,\frac{\partial J}{\partial w},
# \qquad
# b \leftarrow b - \alpha\,\frac{\partial J}{\partial b}.$$
#
# The negative gradient gives the *direction* of steepest descent; how far to go is the business of the **learning rate** $\alpha$
# (`lr`). Both slopes are taken at the same point before either parameter moves. The walk stops at a minimum: in general only a
# *local* one, a dip lower than its surroundings. This bowl has a single dip, so here it is the global minimum.


# %% task="A01.6"
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    """Return the path of gradient descent on the mean cost.

    Both slopes are taken at the current point, then every parameter named in ``train`` moves at once; the others
    keep their start value. Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    x, y : array of shape (m,)
        Inputs and targets.
    w0, b0 : float
        Where to start.
    lr : float
        Learning rate.
    steps : int
        How many steps to take; 0 is allowed, and so are several thousand.
    train : tuple of str
        Which parameters move: ``("w",)``, ``("b",)`` or ``("w", "b")``.

    Returns
    -------
    array of shape (steps + 1, 2)
        Row k holds ``(w, b)`` after k steps; row 0 is the start.
    """
    # TODO A01.6: put your code here instead of the next line.
    raise NotImplementedError("A01.6: write descend")


# %% [markdown]
# ## 7. How large may the learning rate be?
#
# With `b` frozen the cost is a parabola in `w` with curvature $c = \frac1m\sum x_i^2$. One step multiplies the distance to the
# minimum by the factor $1 - \alpha c$:
#
# - between 0 and 1, `w` creeps toward the minimum from one side;
# - between −1 and 0, it jumps across and zig-zags in;
# - below −1, every jump is longer than the last, and the walk flies out of the bowl.
#
# The border is where the factor is exactly −1.


# %% task="A01.7"
def critical_lr(x):
    """Return the learning rate above which descent on ``w`` alone diverges.

    With ``b`` fixed, the mean cost is a parabola in ``w`` whose curvature is the mean of ``x**2``; the border is
    where one step turns the distance to the minimum into its exact opposite. Integers are fine, and the arguments
    are left as they were.

    Parameters
    ----------
    x : array of shape (m,)
        Inputs, not all zero.

    Returns
    -------
    float
        The critical learning rate.
    """
    # TODO A01.7: put your code here instead of the next line.
    raise NotImplementedError("A01.7: write critical_lr")


# %% [markdown]
# ## See it
#
# The slides show three learning rates, 0.01, 0.4 and 0.51, without saying on which data. The points (1, 1), (2, 2), (3, 3) with start
# `w = 0.5` fit what they show. Your functions draw the picture: 0.01 creeps, 0.4 zig-zags in, 0.51 flies out. The border
# is `critical_lr` = 3/7 ≈ 0.43.
#
# In the second figure `b` is trained as well, and the walk is seen from above, on the contour lines of the bowl. The bowl is longer
# than it is wide, its steepest curvature is larger than before, and so 0.4 **diverges too**: the limit has fallen to about 0.36.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.learning_rates(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.bowl(sys.modules[__name__])
