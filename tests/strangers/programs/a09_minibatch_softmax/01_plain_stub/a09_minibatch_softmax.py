# %% [markdown]
# # A09 · Mini-batches and softmax
#
# Up to here every network answered yes or no. This assignment lets it choose among many classes:
# car, plane or rocket; one of ten digits. Two things are new. The output layer gets one unit per
# class, and **softmax** turns their values into probabilities that add up to 1. And the training
# set is cut into **mini-batches**, so that the weights move many times in one pass over the data.
#
# **Symbols.** `m` samples, `n` features, `k` hidden units, `c` classes. A row of `Z` (m, c) holds
# one sample's **logits**, the values of the output units before any activation; the same row of
# `A` (m, c) its probabilities; the same row of `Y` (m, c) its target: 1 at the true class, else 0.
# Classes are numbered from 0. As everywhere in this course, a cost is a mean over the samples.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward

# %% [markdown]
# ## 1. Mini-batches
#
# Batch descent looks at all samples before it moves once; stochastic descent moves after every
# single one. **Mini-batch descent** lies between: shuffle, cut into pieces, move after each piece.
# When all pieces have been used once, an **epoch** is over, whatever their size, and the next epoch
# shuffles anew.
#
# The **batch size** is a hyper-parameter, to be tuned. Small batches behave like stochastic descent
# (many cheap, noisy steps), large ones like batch descent (few calm ones). Usual sizes are 16, 32
# and 64. A slide calls them multiples of 2; powers of 2 are meant, and even that is only a habit:
# 10 works as well. Nor need the size divide `m`: 364 rows in batches of 32 are eleven full batches
# and a last one of 12, and that short batch counts like any other.


# %% task="A09.1"
def minibatches(m, batch_size, rng=None):
    """Return the row numbers of one epoch's mini-batches.

    Parameters
    ----------
    m : int
        How many samples there are.
    batch_size : int
        How many rows make a batch, at least 1. The last batch holds what is left over and may be
        shorter; a ``batch_size`` above ``m`` gives one batch with all rows.
    rng : numpy.random.Generator, optional
        Shuffles the rows before they are cut, each time it is called; the only source of randomness.
        Without one, the rows stay in order.

    Returns
    -------
    list of int arrays
        One array of row numbers per batch. Each of ``0, …, m - 1`` stands in exactly one of them.
    """
    if rng is None:
        order = np.arange(m)
    else:
        order = rng.permutation(m)
    return [order[start : start + batch_size] for start in range(0, m, batch_size)]


# %% [markdown]
# ## 2. Back from a probability to a logit
#
# Three sigmoid units say car 0.9, plane 0.8, rocket 0.7. Which is it, and how surely? The numbers
# don't add up to 1, so they are no shares of anything. The lecture first undoes the sigmoid, to see
# how strongly each unit was driven:
#
# $$a = \frac1{1 + e^{-z}} \quad\Longrightarrow\quad z = -\log\Bigl(\frac1a - 1\Bigr).$$
#
# This is the logit of A03 in another form. It serves the example only: in a network there is **no
# sigmoid before softmax**, and nothing to undo. The output layer's `Z` goes straight in.


# %% task="A09.2"
def inverse_sigmoid(a):
    """Return the value whose sigmoid is ``a``.

    Parameters
    ----------
    a : float or array of any shape
        Numbers between 0 and 1.

    Returns
    -------
    float or array
        ``-log(1/a - 1)`` (natural logarithm), with the shape of ``a``.

    Raises
    ------
    ValueError
        If any entry is 0 or less, or 1 or more.
    """
    a = np.asarray(a, dtype=float)
    if np.any(a <= 0) or np.any(a >= 1):
        raise ValueError("a must lie strictly between 0 and 1")
    return -np.log(1 / a - 1)


# %% [markdown]
# ## 3. Softmax
#
# Softmax makes every strength positive and then normalises:
#
# $$a_i = \frac{e^{z_i}}{\sum_{j=1}^{c} e^{z_j}}.$$
#
# For the logits of 0.9, 0.8, 0.7 it gives 59 %, 26 % and 15 %; for those of 0.5, 0.2, 0.1 it gives
# 73 %, 18 % and 8 %: though every unit is weaker there, the first stands out more. (The slide
# prints 74 %. It rounded the logits to two digits before the exponential; the exact value is
# 36/49 ≈ 0.7347. Its third logit is labelled $z_2$ by mistake.) The slide writes the sum for three
# classes; yours works for any number of them, row by row.
#
# One thing stands between the formula and a program: $e^{1000}$ is too large for a float, and
# `inf/inf` is `nan`. But adding one and the same number to all logits of a row changes nothing,
# since it multiplies numerator and denominator alike. Subtract **the row's own maximum**, and the
# largest exponential is $e^0 = 1$.


# %% task="A09.3"
def softmax(Z):
    """Return the softmax of each row of logits.

    Parameters
    ----------
    Z : array of shape (m, c) or (c,)
        Logits of any size, ±1000 included; a one-dimensional array counts as one row. Left as it
        was.

    Returns
    -------
    array with the shape of ``Z``
        ``exp(z_i) / sum_j exp(z_j)``, the sum running over the entries of one row. Every row adds
        up to 1, and none holds ``nan``.
    """
    Z = np.asarray(Z, dtype=float)
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


# %% [markdown]
# ## 4. One-hot targets
#
# A label such as 2 names a class; as a number it would claim that class 2 is twice class 1. So it
# becomes a row with a 1 at place 2 and zeros elsewhere. How many classes there are must be told: a
# small batch may lack the last one.


# %% task="A09.4"
def one_hot(labels, c):
    """Return one row per label, with a 1 at the label's place and zeros elsewhere.

    Parameters
    ----------
    labels : int array of shape (m,)
        Class numbers from 0 to ``c - 1``.
    c : int
        The number of classes.

    Returns
    -------
    float array of shape (m, c)
        The targets.

    Raises
    ------
    ValueError
        If a label is negative, or ``c`` or more.
    """
    if np.any(labels < 0) or np.any(labels >= c):
        raise ValueError("labels must be in 0..%d" % (c - 1))
    Y = np.zeros((len(labels), c))
    Y[np.arange(len(labels)), labels] = 1
    return Y


# %% [markdown]
# ### Given: a guard for targets
#
# Soon an elegant gradient will rest on one assumption: **the targets of a sample add up to 1**.
# Whole certainty (one-hot) and shared certainty such as (0.7, 0.3, 0) meet it; two classes marked
# at once, (1, 1, 0), don't. Nothing would crash. The gradient would just be wrong. So both
# functions below begin by calling this guard, which is finished.


# %%
def check_targets(outputs, Y):
    """Refuse targets that don't fit; given.

    Parameters
    ----------
    outputs : array of shape (m, c)
        Probabilities or logits.
    Y : array of shape (m, c)
        Targets.

    Raises
    ------
    ValueError
        If the shapes differ, or a row of ``Y`` is more than 1e-6 away from adding up to 1.
    """
    if np.shape(outputs) != np.shape(Y):
        raise ValueError(f"outputs have shape {np.shape(outputs)} but Y has {np.shape(Y)}")
    if np.any(np.abs(np.sum(Y, axis=-1) - 1) > 1e-6):
        raise ValueError("every row of Y must add up to 1")


# %% [markdown]
# ## 5. Cross-entropy
#
# $$L = -\sum_{j=1}^{c} y_j \log a_j.$$
#
# With a one-hot target a single term survives: minus the logarithm of the probability given to the
# **true** class. A sure and right answer costs nothing, a sure and wrong one any amount. (The slide
# sums "over c from 1 to c"; an index and its upper limit share a name there.) The cost of a batch
# is the mean over its rows.
#
# A check that practitioners make before any training: a network that knows nothing gives all of 10
# classes the same probability, so its cost should be about $\log 10 \approx 2.30$.


# %% task="A09.5"
def cross_entropy(A, Y, eps=1e-12):
    """Return the cross-entropy of probabilities, as a mean over the samples.

    Parameters
    ----------
    A : array of shape (m, c)
        Probabilities, one row per sample.
    Y : array of shape (m, c)
        Targets: rows that add up to 1, one-hot or shared.
    eps : float
        ``A`` is clipped to ``[eps, 1 - eps]`` before the logarithm, so that ``log(0)`` never
        arises.

    Returns
    -------
    float
        The mean over the m rows of ``-sum_j Y_ij * log(A_ij)``.

    Raises
    ------
    ValueError
        If ``A`` and ``Y`` have different shapes, or a row of ``Y`` is more than 1e-6 away from
        adding up to 1.
    """
    check_targets(A, Y)
    A = np.clip(A, eps, 1 - eps)
    return np.mean(-np.sum(Y * np.log(A), axis=1))


# %% [markdown]
# ## 6. The derivative of softmax
#
# With one output, a single number said how `a` follows `z`. Here every $a_i$ depends on **every**
# $z_j$, through the common denominator: raise one logit, and all the other probabilities shrink.
# The quotient rule gives a whole matrix of slopes, the **Jacobian**
#
# $$\frac{\partial a_i}{\partial z_j} =
#   \begin{cases} a_i(1 - a_i) & i = j\\ -a_i a_j & i \ne j. \end{cases}$$
#
# The diagonal looks like the sigmoid's $a(1-a)$. The rest is what is new, and each row adds up to
# 0, since the probabilities can only be passed around.


# %% task="A09.6"
def softmax_jacobian(a):
    """Return the slopes of softmax's outputs with respect to its logits, for one sample.

    Parameters
    ----------
    a : array of shape (c,)
        Probabilities: what softmax returned. Left as they were.

    Returns
    -------
    array of shape (c, c)
        Entry (i, j) is the derivative of ``a[i]`` with respect to the logit ``z[j]``.
    """
    return np.diag(a) - np.outer(a, a)


# %% [markdown]
# ## 7. Softmax and cross-entropy together
#
# The chain rule sums over all the ways in which a logit reaches the loss. Almost everything
# cancels (you show it below), and what is left is the form that linear and logistic regression
# already had, prediction minus target:
#
# $$\frac{\partial L}{\partial z} = a - y \quad\text{(one sample)},
# \qquad
# \frac{\partial J}{\partial Z} = \frac1m\,(A - Y) \quad\text{(the mean of a batch)}.$$
#
# The slides show the error of the true class for probabilities 0.1, 0.5 and 0.9: −0.9, −0.5 and
# −0.1. That is one entry of three. The other classes have errors too, $+a_j$ each: they are pushed
# down while the true class is pushed up. And the slides speak of one sample; the $\frac1m$ is for
# you to add.


# %% task="A09.7"
def softmax_ce_gradient(Z, Y):
    """Return the gradient of softmax and cross-entropy together, with respect to the logits.

    Parameters
    ----------
    Z : array of shape (m, c)
        Logits of any size (not probabilities), one row per sample.
    Y : array of shape (m, c)
        Targets: rows that add up to 1, one-hot or shared. ``Z`` and ``Y`` are left as they were.

    Returns
    -------
    array of shape (m, c)
        The derivative with respect to ``Z`` of the mean over the m rows of the cross-entropy of
        ``softmax(Z)``; the 1/m is part of it.

    Raises
    ------
    ValueError
        If ``Z`` and ``Y`` have different shapes, or a row of ``Y`` is more than 1e-6 away from
        adding up to 1.
    """
    check_targets(Z, Y)
    return (softmax(Z) - Y) / len(Z)


# %% [markdown]
# ### In writing: where does it all cancel?
#
# Take three classes and one sample. Start from $\partial L/\partial a_j = -y_j/a_j$ and the slopes
# of section 6, and write $\partial L/\partial z_1$ as a sum over the three outputs through which
# $z_1$ acts. Simplify to $a_1 - y_1$. Name the line in which you use $y_1 + y_2 + y_3 = 1$, and say
# what stands in place of $a_1 - y_1$ when the targets are $(1, 1, 0)$.
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 8. A network for many classes
#
# Put it together: the two-layer network of A08, with a sigmoid hidden layer, but with `c` output
# units and softmax on top. Its forward pass is given. `fit` is mini-batch descent:
#
# $$dZ_2 = \tfrac1B(A - Y), \qquad
# dZ_1 = (dZ_2 W_2^{\mathsf T}) \odot A_1 \odot (1 - A_1),$$
#
# then $dW = (\text{the layer's input})^{\mathsf T} dZ$ and $db$ = the column sums of $dZ$, as in
# A07 and A08. Three things are easy to get wrong and hard to see, because the network learns all
# the same: $B$ is the size of **this** batch, also of a short last one; every slope is taken
# **before** any weight moves; and a batch's gradients owe nothing to the batch before it.


# %% task="A09.8"
class MultiClassNet:
    """A network with one sigmoid hidden layer and a softmax output.

    Parameters
    ----------
    params : dict of arrays
        The start: ``W1`` (n, k), ``b1`` (1, k), ``W2`` (k, c), ``b2`` (1, c). It is copied.

    Attributes
    ----------
    params : dict of arrays
        The current parameters.
    losses : list of float
        Of the last call of ``fit``: the mean cross-entropy over all samples after each epoch.
    """

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def forward(self, X):
        """Return the hidden activations (m, k) and the logits (m, c) of the rows of X; given."""
        A1 = sigmoid(linear_forward(X, self.params["W1"], self.params["b1"]))
        return A1, linear_forward(A1, self.params["W2"], self.params["b2"])

    def fit(self, X, Y, lr, batch_size, epochs, rng=None):
        """Train with mini-batch descent, starting from the current parameters.

        Each epoch takes its batches from a new call of ``minibatches(m, batch_size, rng)``, in the
        order of that list. Each batch makes one step: the gradients of the mean loss of its own
        rows, all taken at the current parameters; then every parameter moves by ``-lr`` times its
        gradient.

        Parameters
        ----------
        X : array of shape (m, n)
            Inputs.
        Y : array of shape (m, c)
            Targets, one-hot.
        lr : float
            Learning rate.
        batch_size : int
            Rows per batch; the last batch of an epoch may be shorter.
        epochs : int
            Passes over the data.
        rng : numpy.random.Generator, optional
            Shuffles each epoch anew. Without one, the rows stay in order.

        Returns
        -------
        MultiClassNet
            The network itself, with ``losses`` of length ``epochs``. ``X`` and ``Y`` are left as
            they were.
        """
        self.losses = []
        for epoch in range(epochs):
            for rows in minibatches(len(X), batch_size, rng):
                A1, Z2 = self.forward(X[rows])
                dZ2 = softmax_ce_gradient(Z2, Y[rows])
                dA1, dW2, db2 = linear_backward(A1, self.params["W2"], dZ2)
                dZ1 = dA1 * A1 * (1 - A1)
                _, dW1, db1 = linear_backward(X[rows], self.params["W1"], dZ1)
                self.params["W1"] -= lr * dW1
                self.params["b1"] -= lr * db1
                self.params["W2"] -= lr * dW2
                self.params["b2"] -= lr * db2
            self.losses.append(cross_entropy(softmax(self.forward(X)[1]), Y))
        return self

    def predict(self, X):
        """Return the most probable class of each row.

        Parameters
        ----------
        X : array of shape (m, n)
            Inputs. Left as they were.

        Returns
        -------
        int array of shape (m,)
            The number, from 0, of the class with the largest probability.
        """
        return np.argmax(self.forward(X)[1], axis=1)


# %% [markdown]
# ## See it
#
# First the lecture's two examples: what the three sigmoid units say, and what softmax makes of it.
# Below them the error $a - y$ for a true class at 0.1, 0.5 and 0.9, with all of its entries; each
# set of bars adds up to 0.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.softmax_examples(sys.modules[__name__])

# %% [markdown]
# Then real data: 1,797 handwritten digits of 8 by 8 pixels. On the left, your network with 100
# hidden units, trained ten epochs at one and the same learning rate with five batch sizes. Per
# epoch small batches win easily, for they take many more steps. On the right, the same losses
# against the number of **steps**: there the curves lie on each other. A step on 16 rows does as
# much as one on 64, at a quarter of the work.
#
# The title says what share of the test digits is read rightly, by your network and by softmax
# regression, which has no hidden layer at all. On this small, tidy data set it does as well.

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.digits(sys.modules[__name__])
