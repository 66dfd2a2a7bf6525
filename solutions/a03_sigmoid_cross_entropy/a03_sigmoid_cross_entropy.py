# %% [markdown] id="intro"
# # A03 · Sigmoid and cross-entropy
#
# So far the answer was a number on a scale. Now it is one of two **classes**: an exam is passed
# or failed, a mail is spam or not, a face is real or generated, a tumour is malignant or benign.
# This is **binary classification**, and the method of this assignment, in spite of its name
# **logistic regression**, is a classifier.
#
# What tells the two tasks apart is what the answer *means*. Weight, height or the time to finish
# a job are quantities: 61 lies between 60 and 62, and being off by one is a small mistake.
# Classes have no such order. The slides name shoe sizes and head counts as examples of the
# discrete case; these come in steps, but they are still quantities, so don't take them for
# classes.
#
# The plan is that of A01, with a different prediction inside: a hypothesis (the sigmoid), a cost
# (cross-entropy), its slope (by the chain rule), and gradient descent, which A04 adds.
#
# **Symbols.** `z` is the output of the line, any number; `a` is what the sigmoid makes of it, a
# probability between 0 and 1; `y` is the label. The slides write $\hat y$ now for the one and now
# for the other: here $\hat y$ is reserved for A01's line. What looks like $\varnothing$ on some
# slides is the digit 0.

# %% id="imports"
import sys

import numpy as np
from a01_gradient_descent_line import predict

# %% [markdown] id="labels-text"
# ## 1. Labels as numbers
#
# A cost can't be computed from the word "pass". So one class is named the **positive** one and
# written 1, the other 0. Which is which is for us to say; it need not be the pleasant one. For a
# test on tumours "malignant" is the usual choice.
#
# The slides' example is six students with two features each: $(1,2), (2,3), (3,1)$ failed, and
# $(4,3), (5,3), (6,2)$ passed, so that $y = 0, 0, 0, 1, 1, 1$. They stay with us until A05.


# %% task="A03.1"
def encode_labels(labels, positive):
    """Return 1.0 for each label of the positive class and 0.0 for every other.

    The arguments are left as they were.

    Parameters
    ----------
    labels : list of str, or array of shape (m,)
        The labels: text or integers.
    positive : str or int
        The label that counts as 1. Only labels equal to it do.

    Returns
    -------
    float array of shape (m,)
        0.0 and 1.0, in the order of ``labels``.

    Raises
    ------
    ValueError
        If no label equals ``positive``: most likely it is misspelt.
    """
    ### BEGIN SOLUTION
    is_positive = np.asarray(labels) == positive
    if not np.any(is_positive):
        raise ValueError(f"none of the labels is {positive!r}")
    return is_positive.astype(float)
    ### END SOLUTION


# %% [markdown] id="odds-text"
# ## 2. Why a line won't do; odds and logit
#
# Why not fit A01's line to the zeros and ones, and call everything from $\hat y \ge 0.5$ on class
# 1? With the first feature of the six students this works: the line is $0.257\,x - 0.4$, and it
# crosses 0.5 at 3.5, just between the classes. But now a seventh student comes along, with $x =
# 30$, and passes. Nothing could be less surprising, and yet the line tips over, the crossing
# moves to 4.5, and the student with $x = 4$ is called a failure. Besides, at $x = 30$ the line
# says 1.15, which is no probability.
#
# A **perceptron**, the ancestor of the neuron, cuts the line's output with a hard step: 1 from
# the threshold on, 0 below. But a step is flat wherever it isn't broken, so its slope is 0 and
# gradient descent has nothing to go by. We need something smooth that stays between 0 and 1.
#
# The way there starts at the other end, with the probability $p$ of success. The **odds** compare
# it with the probability of failure; they run from 0 to $\infty$, slowly first and then steeply.
# Their logarithm, the **logit**, runs from $-\infty$ to $\infty$ and is 0 at $p = 0.5$:
#
# $$\text{odds} = \frac{p}{1 - p},
# \qquad
# \text{logit} = \log\frac{p}{1 - p}.$$
#
# The slides call $p/(1-p)$ the *odds ratio*, abbreviated OR. It is the odds; an odds *ratio*
# compares the odds of two groups. And the OR has nothing to do with the logic gate. The logarithm
# is the natural one, here and everywhere.


# %% task="A03.2"
def odds_and_logit(p):
    """Return the odds of a probability, and their natural logarithm.

    The arguments are left as they were.

    Parameters
    ----------
    p : float or array of any shape
        Probabilities, each above 0 and below 1.

    Returns
    -------
    odds : float or array
        ``p / (1 - p)``.
    logit : float or array
        The natural logarithm of the odds.

        A tuple of the two, each with the shape of ``p``.

    Raises
    ------
    ValueError
        If any entry of ``p`` is 0 or less, or 1 or more.
    """
    ### BEGIN SOLUTION
    p = np.asarray(p, dtype=float)
    if np.any((p <= 0) | (p >= 1)):
        raise ValueError("a probability must lie between 0 and 1, the ends excluded")
    odds = p / (1 - p)
    return odds, np.log(odds)
    ### END SOLUTION


# %% [markdown] id="sigmoid-text"
# ## 3. The sigmoid: the way back
#
# The line's output $z$ may be any number, and so may a logit. So let the line predict the
# *logit*, and go back from there to the probability. The function that does so is the
# **sigmoid**:
#
# $$z = \log\frac{a}{1 - a}
# \quad\Longleftrightarrow\quad
# a = \sigma(z) = \frac{e^z}{1 + e^z} = \frac{1}{1 + e^{-z}}.$$
#
# The **decision boundary** lies where $a = 0.5$, and that is where $z = 0$: not where $z = 0.5$.
# A point exactly on it counts as class 1.
#
# On paper the two fractions are the same. In a computer they aren't: at $z = 1000$ the first
# becomes $\infty/\infty$, which is `nan`, and the second is right. At $z = -1000$ the second
# computes $1/\infty = 0$; that is right as well, though NumPy warns of the overflow. Computing
# $e^{-|z|}$, which is never above 1, and choosing the fraction by the sign of $z$ avoids both.
#
# In mathematics $\sigma(z)$ is never exactly 0 or 1. With 64-bit numbers it is exactly 1 from $z
# \approx 36.74$ on. Keep that in mind for the next section.


# %% task="A03.3"
def sigmoid(z):
    """Return the sigmoid of each entry.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    z : float or array of any shape
        Any finite numbers, however large.

    Returns
    -------
    float or array
        ``1 / (1 + exp(-z))``, with the shape of ``z``: right to 1e-12 for every ``z``, never nan.
    """
    ### BEGIN SOLUTION
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)
    ### END SOLUTION


# %% [markdown] id="sigmoid-derivation" manual="A03.M1"
# ### In writing: where the sigmoid and its slope come from
#
# 1. Start from $\log\frac{a}{1-a} = z$ and solve for $a$, line by line, until you reach
#    $a = \frac{1}{1+e^{-z}}$.
# 2. Differentiate the result and show that $\frac{da}{dz} = a(1-a)$. How large can this slope be,
#    and where?
#
# A few lines each are enough. This cell is read by a person.

# %% [markdown] id="cost-text"
# ## 4. Cross-entropy
#
# How bad is a predicted probability $a$? If the label is 1, it should cost nothing at $a = 1$ and
# ever more toward $a = 0$; if the label is 0, the mirror image. The negative logarithm does
# exactly this:
#
# $$L = \begin{cases} -\log a & y = 1\\ -\log(1 - a) & y = 0\end{cases}
# \qquad\text{or in one line}\qquad
# L = -\bigl(y\log a + (1 - y)\log(1 - a)\bigr).$$
#
# Since one of $y$ and $1-y$ is 0, only one term is ever alive; but both are needed. This is the
# **cross-entropy**, also called the logistic loss.
#
# Why not keep half the squared error, $\tfrac12(\sigma(z) - y)^2$? The slides print it under a
# heading that promises a *convex* cost, one without side valleys, and it isn't convex: where the
# prediction is badly wrong it is nearly flat, and a walk downhill gets stuck there. Cross-entropy
# is convex. You will see both in the figures below. (The signs between the slides' cost curves
# that look like integrals are drawings of curves. No integral occurs anywhere.)
#
# One thing needs care. At $a = 0$ or $a = 1$ the formula asks for $\log 0$, and even where the
# other factor is 0, a computer makes $0\cdot\infty$ = `nan` of it. So $a$ is **clipped** to
# $[\varepsilon, 1 - \varepsilon]$ first. Adding $\varepsilon$ inside the logarithm instead would
# give a negative cost at $a = 1$.


# %% task="A03.4"
def binary_cross_entropy(a, y, eps=1e-12):
    """Return the cross-entropy of each predicted probability.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    a, y : float or array
        Predicted probabilities of class 1, from 0 to 1, the ends included; and labels, each 0 or 1.
        They are of the same shape, or either of them is a single number.
    eps : float
        ``a`` is clipped to ``[eps, 1 - eps]`` before anything else. At least 1e-15.

    Returns
    -------
    float or array
        ``-(y * log(a) + (1 - y) * log(1 - a))`` for each entry, with natural logarithms: the shape
        of whichever of the two is an array. Always finite.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
    """
    ### BEGIN SOLUTION
    a, y = np.asarray(a, dtype=float), np.asarray(y)
    if a.ndim and y.ndim and a.shape != y.shape:
        raise ValueError(f"a has shape {a.shape} but y has shape {y.shape}")
    a = np.clip(a, eps, 1 - eps)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))
    ### END SOLUTION


# %% [markdown] id="logits-text"
# ## 5. Cross-entropy from the logit
#
# Clipping keeps the cost finite, but not right: at $z = -800$ and $y = 1$ the cost is 800, and
# from a clipped $a$ it comes out as 27.6. The loss is in the round trip, first $e^z$ and then
# $\log$. Put the sigmoid into the formula and simplify *before* computing, and no logarithm of 0
# is left:
#
# $$L = \log(1 + e^{z}) - z\,y
#     = \max(z, 0) - z\,y + \log\bigl(1 + e^{-|z|}\bigr).$$
#
# The second form never overflows (`np.log1p(t)` computes $\log(1 + t)$). It is what every deep
# learning library does when a loss is said to take *logits*.
#
# Mind which of the two quantities you hold in hand. The cost of $z = 2$, $y = 1$ is 0.127. Take
# $z$ for a probability, and you get $-\log 2 = -0.693$, a negative cost; apply the sigmoid twice,
# and you get 0.347.


# %% task="A03.5"
def bce_with_logits(z, y):
    """Return the cross-entropy of each logit: that of ``a = sigmoid(z)``, without the detour.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    z, y : float or array
        Logits, any finite numbers, however large; and labels, each 0 or 1. They are of the same
        shape, or either of them is a single number.

    Returns
    -------
    float or array
        The cost of each entry: the shape of whichever of the two is an array. Right for every
        ``z``: nothing is clipped, and nothing is nan or infinite.

    Raises
    ------
    ValueError
        If both are arrays and their shapes differ, ``(m,)`` with ``(m, 1)`` or ``(1,)`` included.
    """
    ### BEGIN SOLUTION
    z, y = np.asarray(z), np.asarray(y)
    if z.ndim and y.ndim and z.shape != y.shape:
        raise ValueError(f"z has shape {z.shape} but y has shape {y.shape}")
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    ### END SOLUTION


# %% [markdown] id="convexity" manual="A03.M2"
# ### In writing: which of the two costs is convex?
#
# Take one sample with $x = 1$, $y = 1$ and $b = 0$, so that $z = w$. A function is convex where
# its second derivative is never negative.
#
# 1. Show that the second derivative of the cross-entropy with respect to $w$ is $a(1 - a)$, and
#    conclude.
# 2. Find the second derivative of $\tfrac12(a - 1)^2$ with respect to $w$. For which $w$ is it
#    negative? Give one value of $w$ as a counter-example, and say what this means for gradient
#    descent there.
#
# This cell is read by a person.

# %% [markdown] id="chain-text"
# ## 6. The chain, link by link
#
# For one feature, $z = wx + b$ and $a = \sigma(z)$, the chain from the loss back to the weight
# has one link more than in A01:
#
# $$\frac{\partial L}{\partial w}
#   = \underbrace{\frac{\partial L}{\partial a}}_{-\left(\frac{y}{a} - \frac{1-y}{1-a}\right)}\;
#     \underbrace{\frac{\partial a}{\partial z}}_{a(1-a)}\;
#     \underbrace{\frac{\partial z}{\partial w}}_{x},
# \qquad
# \frac{\partial z}{\partial b} = 1.$$
#
# The sigmoid's slope is $a(1-a)$ with $a$ the *activated* value: put neither $z$ nor $\sigma(a)$
# in there.


# %% task="A03.6"
def logistic_chain(x, y, w, b):
    """Return the four factors from which the chain rule builds the slopes of the cross-entropy.

    The unit has one feature: ``z = w * x + b`` and ``a = sigmoid(z)``. Integers are fine, and the
    arguments are left as they were.

    Parameters
    ----------
    x : float or array of shape (m,)
        Inputs.
    y : float or array of shape (m,)
        Labels, each 0 or 1, with the shape of ``x``.
    w, b : float
        Weight and bias; ``z`` stays between -10 and 10, so that ``a`` is well away from 0 and 1.

    Returns
    -------
    dL_da : float or array of shape (m,)
        Derivative of the cross-entropy with respect to the activation.
    da_dz : float or array of shape (m,)
        Derivative of the activation with respect to the line's output.
    dz_dw : float or array of shape (m,)
        Derivative of the line's output with respect to the weight.
    dz_db : float or array of shape (m,)
        Derivative of the line's output with respect to the bias.

        A tuple of the four. Each has the shape of ``x``: numbers for a number, arrays for an array.
    """
    ### BEGIN SOLUTION
    x, y = np.asarray(x, dtype=float), np.asarray(y)
    a = sigmoid(predict(x, w, b))
    dL_da = -(y / a - (1 - y) / (1 - a))
    da_dz = a * (1 - a)
    dz_dw = x
    dz_db = np.ones_like(x)
    return dL_da, da_dz, dz_dw, dz_db
    ### END SOLUTION


# %% [markdown] id="gradient-text"
# ## 7. The gradient of one sample
#
# Multiply the first two links and something good happens. The denominators cancel:
#
# $$\frac{\partial L}{\partial z} = \left(-\frac{y}{a} + \frac{1-y}{1-a}\right) a(1-a)
#   = -y(1-a) + (1-y)\,a = a - y.$$
#
# With $n$ features, $z = \sum_i w_i x_i + b$ is one number, and so
#
# $$\frac{\partial L}{\partial w_i} = (a - y)\,x_i,
# \qquad
# \frac{\partial L}{\partial b} = a - y.$$
#
# This is A01's gradient with $a$ in the place of $\hat y$: prediction minus target, times input.
# The factor $a(1-a)$ is gone, and don't put it back. It would be there for the squared error, and
# it is what makes that cost flat where the prediction is badly wrong.
#
# Cancel on paper and not in the program: where $a$ rounds to exactly 1, the product of the single
# links is $\infty\cdot 0$ = `nan`, and $a - y$ is simply right.


# %% task="A03.7"
def logistic_gradient(x, y, w, b):
    """Return the slopes of one sample's cross-entropy with respect to the weights and the bias.

    The unit computes ``z``, the sum of ``w * x`` plus ``b``, and ``a = sigmoid(z)``. The slopes are
    right for every ``z``, also where ``a`` rounds to 0 or 1. Integers are fine, and the
    arguments are left as they were.

    Parameters
    ----------
    x : array of shape (n,)
        The features of the sample.
    y : float
        Its label, 0 or 1.
    w : array of shape (n,)
        The weights.
    b : float
        The bias.

    Returns
    -------
    dw : array of shape (n,)
        Derivative with respect to each weight.
    db : float
        Derivative with respect to the bias.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``x`` and ``w`` have different shapes: ``(n,)`` with ``(n, 1)`` or ``(1,)`` or a number.
    """
    ### BEGIN SOLUTION
    x, w = np.asarray(x), np.asarray(w)
    if x.shape != w.shape:
        raise ValueError(f"x has shape {x.shape} but w has shape {w.shape}")
    a = sigmoid(np.sum(w * x) + b)
    return (a - y) * x, a - y
    ### END SOLUTION


# %% [markdown] id="experiment-text"
# ## See it
#
# The first sheet shows what you have built: odds and logit over the probability, the sigmoid over
# its logit (turn the logit's picture on its side and it is there), and the two halves of the
# cross-entropy.
#
# The second figure puts the two costs side by side, over the weight $w$ of a unit without bias, on
# eight points whose classes overlap a little. Where a curve bends the wrong way it is drawn in red.
# Half the squared error does so nearly everywhere; far out on both sides it levels out, and its slope
# there says hardly anything about the way back. Cross-entropy bends upward everywhere, and it stays
# steep where much is predicted wrongly.

# %% tags=["experiment"] id="figure-sheet"
if __name__ == "__main__":
    import figures

    figures.sheet(sys.modules[__name__])

# %% tags=["experiment"] id="figure-bowls"
if __name__ == "__main__":
    figures.bowls(sys.modules[__name__])
