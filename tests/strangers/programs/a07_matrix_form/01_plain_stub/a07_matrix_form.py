# %% [markdown]
# # A07 · Logistic regression in matrix form
#
# The neuron of A04 looked at one row of numbers at a time. That is the clearest way to understand
# it, and the slowest way to run it: Python spends its time on the loop and hardly any on the
# arithmetic. Here the loop disappears. All samples stand in one matrix, one product predicts for
# all of them, one product gives the whole gradient, and what you get is the very same numbers,
# hundreds of times faster.
#
# Nothing new is learned by the model in this assignment. Something is learned by you: to think in
# **shapes**. From the next assignment on, every network is a chain of the two functions that you
# write in sections 2 and 4.
#
# **Symbols.** `X` $(m, n)$ holds one sample per row, `Y` $(m, 1)$ its targets, `W` $(n, k)$ one
# column of weights per unit, `b` $(1, k)$ one bias per unit. `Z` is the linear output, `A` the
# activation $\sigma(Z)$, and `err` is $A - Y$. The shape list of the slides has both $\hat y$ and
# $a$; its $\hat y$ is the linear output, our `Z`.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient

# %% [markdown]
# ## 1. From a sum to a product
#
# The linear output of one sample is a sum of products. NumPy offers three ways to write it:
#
# $$z = x_1w_1 + x_2w_2 + x_3w_3 + b.$$
#
# - multiply entry by entry, then add: `np.sum(x * w) + b`. For $(1,2,3)$ and $(4,5,6)$ the products
#   are $(4, 10, 18)$ and their sum is 32;
# - a **dot product**, which is both steps in one: `np.dot(x, w) + b`;
# - a **matrix product** of a row and a column: $(1,3)\cdot(3,1)\to(1,1)$, in Python `X @ W + b`.
#
# (The dot product of two plain vectors is a bare number; the matrix product is a matrix, even when
# it has a single entry.) The third way is the one that grows. In general
#
# $$(m, n)\cdot(n, k) = (m, k):$$
#
# the inner sizes must agree and vanish, the outer sizes remain. Say this rule to yourself before
# every `@` of this course. Some indices on the slides are misprinted (the vectors list $x_1$ twice,
# the second row of $XW$ repeats one feature), so trust the rule and not the picture.


# %% task="A07.1"
def matmul_shape(a, b):
    """Return the shape of a matrix product.

    Parameters
    ----------
    a, b : tuple of two int
        The **shapes** of the left and of the right matrix (not the matrices themselves).

    Returns
    -------
    tuple of two int
        The shape of the left matrix times the right one.

    Raises
    ------
    ValueError
        If the inner sizes differ, so that there is no product.
    """
    if a[1] != b[0]:
        raise ValueError("cannot multiply %s by %s" % (a, b))
    return a[0], b[1]


# %% [markdown]
# ## 2. Forward: all samples at once
#
# Row $i$ of $XW$ is sample $i$ times every column of $W$, so one product serves $m$ samples and $k$
# units:
#
# $$Z = XW + b, \qquad (m,n)\cdot(n,k) + (1,k) \to (m,k).$$
#
# The bias has a single row; NumPy repeats it for every sample (that is *broadcasting*, this time
# wanted). The slides do it with the breast cancer data: 569 patients, 30 measurements; after
# setting aside a fifth twice, 364 of them are left for training, and
# $(364, 30)\cdot(30, 1)\to(364, 1)$.
#
# **A trap.** The slides' method for one sample, `np.sum(x * w) + b`, must not be given a matrix: it
# raises no error and adds up *everything*. For the rows $(1,2,3)$, $(4,5,6)$ and $w=(1,0,-1)$ it
# answers $-4$ where the two samples have $-2$ and $-2$. And an `x` of shape `(3,)` times a `w` of
# shape `(3, 1)` is a $3\times3$ table whose sum is 90, where 32 is right.


# %% task="A07.2"
def forward(X, W, b):
    """Return the linear output of every sample and unit.

    Parameters
    ----------
    X : array of shape (m, n)
        One sample per row. This and the next two may hold integers.
    W : array of shape (n, k)
        One column of weights per unit.
    b : array of shape (1, k)
        One bias per unit.

    Returns
    -------
    array of shape (m, k)
        The matrix product of ``X`` and ``W``, plus ``b`` in every row.
    """
    return X @ W + b


# %% [markdown]
# ## 3. The gradient is a product, too
#
# For one weight, A03 and A04 gave the mean over the samples of the error times the input:
#
# $$\frac{\partial L}{\partial w_j} = \frac1m\sum_{i=1}^m x_{ij}\,e_i, \qquad e = a - y.$$
#
# The sum runs over the *samples*, the rows of `X`. Multiplying $X$ by the error is impossible,
# $(364,30)\cdot(364,1)$; the inner sizes differ. (One slide says "the product of X and E"; the
# next takes it back.) Laid on its side, $X^{\mathsf T}$ fits:
#
# $$\frac{\partial L}{\partial W} = \frac1m X^{\mathsf T}E,
# \qquad (30, 364)\cdot(364, 1)\to(30, 1).$$
#
# The result has the shape of `W`, as a gradient must. Note that a *transpose* moves the axes and a
# `reshape` doesn't: `X.reshape(30, 364)` has the right shape and the wrong numbers.
#
# Keep the error a column. An `err` of shape `(m,)` would give a gradient of shape `(n,)`, and
# `W - lr * dW` would quietly blow up to `(n, n)`; so your function refuses it.


# %% task="A07.3"
def weight_gradient(X, err):
    """Return the gradient of the mean logistic loss with respect to the weights.

    Parameters
    ----------
    X : array of shape (m, n)
        One sample per row; integers are fine.
    err : array of shape (m, k)
        The raw error A - Y of every sample and unit, not yet divided by anything; integers are
        fine.

    Returns
    -------
    array of shape (n, k)
        For every weight, the **mean** over the m samples of input times error.

    Raises
    ------
    ValueError
        If ``err`` is not a matrix with as many rows as ``X``; shape (m,) included.
    """
    if err.ndim != 2 or err.shape[0] != X.shape[0]:
        raise ValueError("err must have shape (m, k) with m = %d, got %s" % (X.shape[0], err.shape))
    return X.T @ err / X.shape[0]


# %% [markdown]
# ## 4. Backward through a matrix product
#
# In a network the output of one product feeds the next, so there is a third question besides the
# slopes with respect to $W$ and $b$: how does the loss change with the *input* $X$? Suppose that
# $dZ = \partial L/\partial Z$ has arrived from above. Then
#
# $$dX = dZ\,W^{\mathsf T}, \qquad dW = X^{\mathsf T} dZ, \qquad db = \sum_{i=1}^m dZ_i .$$
#
# The slides give only the second of the three, together with a rule of thumb: put the arriving
# error where the factor stood, transpose the factor that stays, keep the order. It works for $X$
# just as well. The bias is added to every row, so its slope collects every row: a sum down the
# columns.
#
# Where is the $\tfrac1m$? It belongs to the loss and therefore entered once, at the top of the chain:
# `dZ` **already carries it**. Here everything is a plain product or a plain sum. (In section 3
# the error came raw; that is why the $\tfrac1m$ stood there.)


# %% task="A07.4"
def linear_backward(X, W, dZ):
    """Return the gradients of a loss with respect to input, weights and bias of ``Z = X @ W + b``.

    The arrays given are left as they were.

    Parameters
    ----------
    X : array of shape (m, n)
        The input of the forward pass.
    W : array of shape (n, k)
        Its weights.
    dZ : array of shape (m, k)
        The gradient of the loss with respect to Z. It carries every factor of the loss, 1/m
        included; nothing is divided here.

    Returns
    -------
    dX : array of shape (m, n)
        Gradient with respect to the input.
    dW : array of shape (n, k)
        Gradient with respect to the weights.
    db : array of shape (1, k)
        Gradient with respect to the bias: ``dZ`` summed over the samples.

        A tuple of the three, in this order.
    """
    dX = dZ @ W.T
    dW = X.T @ dZ
    db = dZ.sum(axis=0, keepdims=True)
    return dX, dW, db


# %% [markdown]
# ### In writing: why the transpose?
#
# Let $z_{ij} = \sum_p x_{ip}w_{pj} + b_j$ and let $g_{ij} = \partial L/\partial z_{ij}$ be known.
# With the chain rule, written with indices and sums, derive $\partial L/\partial w_{pj}$,
# $\partial L/\partial x_{ip}$ and $\partial L/\partial b_j$, and show that the three are the entries
# of $X^{\mathsf T}G$, $G\,W^{\mathsf T}$ and of the column sums of $G$.
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 5. One update
#
# Forward, error, gradient, step: a full batch costs four lines now. With the penalties of A06 it
# reads
#
# $$W \leftarrow W - \alpha\Big[\tfrac1m X^{\mathsf T}(A - Y)
#   + \lambda_1\,\mathrm{sign}(W) + \lambda_2 W\Big],
# \qquad
# b \leftarrow b - \alpha\,\overline{(A - Y)},$$
#
# where the bar is the mean over the samples. The bias isn't penalised.
#
# **Don't copy the slide's update**, $W = W - X^{\mathsf T}E$. It has no learning rate and no
# $\tfrac1m$: on the breast cancer data the first such step lifts the loss from 0.69 to 33. The second
# figure below shows it. On the squared error of a line, where no sigmoid holds the error within
# bounds, five such steps carry a weight to $7.5\cdot10^{16}$.


# %% task="A07.5"
def batch_update(X, Y, W, b, lr, l1=0.0, l2=0.0):
    """Return weights and bias after one step of full-batch descent on the mean logistic loss.

    The loss is the mean cross-entropy of ``sigmoid(X @ W + b)`` plus ``l1 * sum(|W|)`` plus
    ``l2 / 2 * sum(W**2)``; sign(0) counts as 0. Both gradients are taken at the given ``W`` and
    ``b``. The arrays given may hold integers, and are left as they were.

    Parameters
    ----------
    X : array of shape (m, n)
        One sample per row.
    Y : array of shape (m, 1)
        Targets, 0 or 1.
    W : array of shape (n, 1)
        Weights.
    b : array of shape (1, 1)
        Bias; not penalised.
    lr : float
        Learning rate.
    l1, l2 : float
        Strengths of the two penalties.

    Returns
    -------
    W : array of shape (n, 1)
        The new weights.
    b : array of shape (1, 1)
        The new bias.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``Y`` doesn't have shape (m, 1); shape (m,) included.
    """
    if Y.shape != (X.shape[0], 1):
        raise ValueError("Y must be a column, got shape %s" % (Y.shape,))
    err = sigmoid(forward(X, W, b)) - Y
    dW = weight_gradient(X, err) + l1_gradient(W, l1) + l2_gradient(W, l2)
    db = np.mean(err)
    return W - lr * dW, b - lr * db


# %% [markdown]
# ## 6. Training, with an eye on unseen data
#
# With a full batch one update is one **epoch**: every sample has been used once. After each epoch
# the loss is measured on the training set and on the validation set of A05. The two curves together
# tell what neither tells alone: as long as both fall, the model learns something general; when the
# second one turns up while the first goes on falling, it has begun to learn its training set by
# heart.
#
# The validation set is *only looked at*. It is scaled with the training set's mean and deviation
# (the `Standardizer` of A05), and no gradient is ever taken on it.


# %% task="A07.6"
class BatchLogistic:
    """Logistic regression in matrix form, trained by full-batch descent without penalties.

    Attributes
    ----------
    W : array of shape (n, 1)
        Weights.
    b : array of shape (1, 1)
        Bias.
    losses, val_losses : list of float
        Mean cross-entropy over the whole training and validation set after each epoch.
    """

    def __init__(self):
        self.W = None
        self.b = None
        self.losses = []
        self.val_losses = []

    def fit(self, X, Y, X_val, Y_val, lr, epochs):
        """Train for a number of epochs, starting from zeros, and return the model itself.

        Every call starts anew: ``W`` of shape (n, 1) and ``b`` of shape (1, 1) at zeros, both lists
        of losses empty. An epoch is one step of full-batch descent on ``X`` and ``Y``; after it the
        loss of either set is measured with the new parameters and appended to its list. The arrays
        given are left as they were.

        Parameters
        ----------
        X, Y : arrays of shape (m, n) and (m, 1)
            Training set.
        X_val, Y_val : arrays of shape (v, n) and (v, 1)
            Validation set, already scaled; it has no influence on ``W`` and ``b``.
        lr : float
            Learning rate.
        epochs : int
            How many epochs; 0 is allowed.

        Returns
        -------
        BatchLogistic
            The model itself (``self``).
        """
        self.W = np.zeros((X.shape[1], 1))
        self.b = np.zeros((1, 1))
        self.losses = []
        self.val_losses = []
        for epoch in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            self.losses.append(np.mean(bce_with_logits(forward(X, self.W, self.b), Y)))
            self.val_losses.append(np.mean(bce_with_logits(forward(X_val, self.W, self.b), Y_val)))
        return self

    def predict(self, X):
        """Return the predicted class of each sample: 1 where its probability is at least one half.

        Parameters
        ----------
        X : array of shape (m, n)
            One sample per row.

        Returns
        -------
        array of shape (m, 1), int
            0 or 1.
        """
        return (forward(X, self.W, self.b) >= 0).astype(int)


# %% [markdown]
# ## See it
#
# The first figure pits `weight_gradient` against a loop over the samples, for more and more samples.
# The numbers agree to the last digits; the times don't, and the gap grows with $m$.
#
# The second figure trains on the breast cancer data, scaled, with `lr = 0.1`. On the left, training
# and validation loss go down side by side, with nearly 98 % of the validation set right in the end.
# On the right, your update (0.69, 0.52, 0.43, 0.38, …) runs against the slide's
# $W = W - X^{\mathsf T}E$ (0.69, 33, 14, 7, …): the same direction, with a step some thousands of
# times too long.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.loop_against_matrix(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.learning_curves(sys.modules[__name__])
