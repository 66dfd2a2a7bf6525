# %% [markdown]
# # A08 · A two-layer network
#
# A logistic unit draws one straight line. Some questions have no straight answer. The smallest is
# **XOR**, "one or the other, but not both": the corners $(0,1)$ and $(1,0)$ are class 1, the corners
# $(0,0)$ and $(1,1)$ are class 0. Try to separate them with one line! No logistic unit can, however
# long it is trained; its loss stays at $\ln 2$, the loss of a coin. (XOR isn't on the slides; it is
# our addition.)
#
# The way out is to let several units look at the input first and one more unit look at *them*. Each
# **hidden unit** draws a line of its own, and the **output unit** combines their answers. That is a
# network of two layers, and a deeper network repeats what you do here: forward through the layers,
# and backward again with the chain rule, which here has a name, **backpropagation**.
#
# The slides point to *playground.tensorflow.org*, where such networks can be watched while they
# learn. At the end your own network learns four data sets of the kind seen there.
#
# **Symbols.** `X` $(m,n)$ and `Y` $(m,1)$ as in A07. The hidden layer has $k$ units with weights `W1`
# $(n,k)$ and biases `b1` $(1,k)$; the output layer has `W2` $(k,1)$ and `b2` $(1,1)$. `Z1`, `Z2` are
# the linear outputs of the layers and `A1`, `A2` the sigmoids of them. The slides write $b_1, b_2$
# for the biases of two hidden units, then $b_2$ for the output's, and $z$ for the outputs of both
# layers. Here the number always says the layer.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import binary_cross_entropy, sigmoid

# %% [markdown]
# ## 1. Where to start
#
# The logistic unit started from zeros. Here that would be fatal. Hidden units with equal weights give
# equal outputs, receive equal gradients and take equal steps; they stay copies of each other for
# ever, and $k$ units are worth no more than one. The slides don't say how to start; the answer is
# **at random**. Random weights break the symmetry. The biases may be zero.
#
# Random numbers come from a *generator* that is handed in. The same seed gives the same start, so
# every run can be repeated.


# %% task="A08.1"
def init_params(n, k, rng, out=1):
    """Return random start parameters for a network of two layers.

    Parameters
    ----------
    n : int
        Number of features.
    k : int
        Number of hidden units.
    rng : numpy.random.Generator
        The only source of randomness: generators in equal states give equal parameters, generators
        in different states different ones.
    out : int
        Number of output units.

    Returns
    -------
    dict
        ``"W1"`` (n, k) and ``"W2"`` (k, out), all entries drawn independently from the standard
        normal distribution (mean 0, standard deviation 1); ``"b1"`` (1, k) and ``"b2"`` (1, out),
        zeros. Float arrays.
    """
    W1, W2 = np.zeros((n, k)), np.zeros((k, out))
    for p in range(n):
        for j in range(k):
            W1[p, j] = rng.normal()
    for j in range(k):
        for o in range(out):
            W2[j, o] = rng.normal(0.0, 1.0)
    return dict(W1=W1, b1=np.zeros((1, k)), W2=W2, b2=np.zeros((1, out)))


# %% [markdown]
# ## 2. Forward
#
# Take three inputs and two hidden units. Each unit has a weight for every input and a bias,
#
# $$z_1 = x_1w_{11} + x_2w_{21} + x_3w_{31} + b_1,
# \qquad
# z_2 = x_1w_{12} + x_2w_{22} + x_3w_{32} + b_2,$$
#
# which is A07's product, $(m,3)\cdot(3,2)\to(m,2)$. The sigmoids of these are the *inputs* of the
# output unit, $(m,2)\cdot(2,1)\to(m,1)$:
#
# $$Z_1 = XW_1 + b_1, \quad A_1 = \sigma(Z_1), \qquad
#   Z_2 = A_1W_2 + b_2, \quad A_2 = \sigma(Z_2).$$
#
# Everything on the way is kept in a **cache**, because the way back will need it.


# %% task="A08.2"
def forward(params, X):
    """Return what both layers compute, with a sigmoid after each.

    Nothing that is given is changed.

    Parameters
    ----------
    params : dict
        ``"W1"`` (n, k), ``"b1"`` (1, k), ``"W2"`` (k, out), ``"b2"`` (1, out).
    X : array of shape (m, n)
        One sample per row; integers are fine.

    Returns
    -------
    dict
        The cache: linear output and activation of the hidden layer, ``"Z1"`` and ``"A1"`` (m, k), and
        of the output layer, ``"Z2"`` and ``"A2"`` (m, out).
    """
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    m, k, out = len(X), len(W2), len(b2[0])
    Z1, A1 = np.zeros((m, k)), np.zeros((m, k))
    Z2, A2 = np.zeros((m, out)), np.zeros((m, out))
    for i in range(m):
        for j in range(k):
            Z1[i, j] = sum(x * w for x, w in zip(X[i], W1[:, j])) + b1[0, j]
            A1[i, j] = sigmoid(Z1[i, j])
        for o in range(out):
            Z2[i, o] = sum(a * w for a, w in zip(A1[i], W2[:, o])) + b2[0, o]
            A2[i, o] = sigmoid(Z2[i, o])
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


# %% [markdown]
# ## 3. Backward: the error of the output layer
#
# The loss is the mean cross-entropy of the outputs. Behind a sigmoid its slope with
# respect to the linear output is as simple as in A03: prediction minus target. The mean adds the
# $\tfrac1m$:
#
# $$dZ_2 = \frac{\partial L}{\partial Z_2} = \frac1m(A_2 - Y).$$
#
# The derivative $A_2(1-A_2)$ of the output's sigmoid is already in there; the cross-entropy has
# cancelled it. Multiplying by it once more is the habit of those who come from the squared error.
#
# The slides' formulas lack the $\tfrac1m$ altogether. Ours carries it **here**, once, and then it
# flows back through every product by itself.


# %% task="A08.3"
def output_delta(A2, Y):
    """Return the gradient of the mean cross-entropy with respect to the output layer's ``Z2``.

    Parameters
    ----------
    A2 : array of shape (m, out)
        The network's outputs, sigmoids of ``Z2``.
    Y : array of shape (m, out)
        Targets, 0 or 1; integers are fine.

    Returns
    -------
    array of shape (m, out)
        For each entry output minus target, divided by the number of samples m.

    Raises
    ------
    ValueError
        If the shapes of ``A2`` and ``Y`` differ, (m, 1) with (m,) included.
    """
    if np.shape(A2) != np.shape(Y):
        raise ValueError("every output needs exactly one target")
    m, out = np.shape(A2)
    delta = np.zeros((m, out))
    for i in range(m):
        for o in range(out):
            delta[i, o] = (A2[i, o] - Y[i, o]) / m
    return delta


# %% [markdown]
# ## 4. The gradients of the output layer
#
# The output layer is a linear layer whose input is $A_1$, so A07 has done this already:
#
# $$dW_2 = A_1^{\mathsf T}\,dZ_2, \quad (k, m)\cdot(m, 1)\to(k, 1),
# \qquad
# db_2 = \sum_{i=1}^m (dZ_2)_i .$$
#
# On the slides it is `np.dot(A1.T, Err)`, without the mean; and the gradients of the biases don't
# occur at all in the chapters on matrices. They are the sums down the columns.


# %% task="A08.4"
def output_grads(A1, dZ2):
    """Return the gradients of the loss with respect to the weights and the bias of the output layer.

    Parameters
    ----------
    A1 : array of shape (m, k)
        The activations of the hidden layer, which are the output layer's input.
    dZ2 : array of shape (m, out)
        The gradient of the loss with respect to ``Z2``; 1/m is in it already.

    Returns
    -------
    dW2 : array of shape (k, out)
        Gradient with respect to the weights.
    db2 : array of shape (1, out)
        Gradient with respect to the bias: ``dZ2`` summed over the samples.

        A tuple of the two.
    """
    (m, k), (_, out) = np.shape(A1), np.shape(dZ2)
    dW2, db2 = np.zeros((k, out)), np.zeros((1, out))
    for i in range(m):
        for o in range(out):
            db2[0, o] += dZ2[i, o]
            for j in range(k):
                dW2[j, o] += A1[i, j] * dZ2[i, o]
    return dW2, db2


# %% [markdown]
# ## 5. The error of the hidden layer
#
# Nobody tells a hidden unit what it should have answered. But it can be asked how much the loss would
# change if it had answered a little more. Its answer reaches the loss through the output layer, and
# the chain rule goes the same way back: through the product, and then through the hidden sigmoid,
#
# $$dA_1 = dZ_2\,W_2^{\mathsf T}, \quad (m, 1)\cdot(1, k)\to(m, k),
# \qquad
# dZ_1 = dA_1 \odot A_1 \odot (1 - A_1),$$
#
# where $\odot$ multiplies entry by entry. This time the factor $A_1(1-A_1)$ stays, for no
# cross-entropy cancels it. It is the slope of the sigmoid written with its *output* $A_1$; putting
# $A_1$ through the sigmoid once more would be wrong.
#
# A network that leaves this factor out still learns, only worse, and nothing warns you. That is why
# gradients are checked and not just tried.


# %% task="A08.5"
def hidden_delta(dZ2, W2, A1):
    """Return the gradient of the loss with respect to the linear output of the hidden layer.

    The arrays given are left as they were.

    Parameters
    ----------
    dZ2 : array of shape (m, out)
        The gradient of the loss with respect to ``Z2``; 1/m is in it already.
    W2 : array of shape (k, out)
        The weights of the output layer.
    A1 : array of shape (m, k)
        The activations of the hidden layer, sigmoids of ``Z1``.

    Returns
    -------
    array of shape (m, k)
        The gradient with respect to ``Z1``.
    """
    (m, k), out = np.shape(A1), np.shape(dZ2)[1]
    dZ1 = np.zeros((m, k))
    for i in range(m):
        for j in range(k):
            slope = 0.0
            for o in range(out):
                slope += dZ2[i, o] * W2[j, o]
            dZ1[i, j] = slope * A1[i, j] * (1 - A1[i, j])
    return dZ1


# %% [markdown]
# ### In writing: one weight of the hidden layer
#
# Take one sample, $n$ inputs, $k$ hidden units, one output, and the loss
# $L = -\big(y\log a_2 + (1-y)\log(1-a_2)\big)$. Follow the chain from $L$ back to the weight $w_{pj}$ of
# the hidden layer, which leads from input $p$ to hidden unit $j$: write down each factor of
# $\partial L/\partial w_{pj}$, name the step of the forward pass that it belongs to, and multiply them. Then show
# that for $m$ samples, with the mean loss, the results together are the matrix
# $X^{\mathsf T}\big[\tfrac1m(A_2-Y)W_2^{\mathsf T}\odot A_1\odot(1-A_1)\big]$.
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 6. Backpropagation
#
# Put together, from the output to the input:
#
# $$dZ_2 \;\to\; dW_2, db_2 \;\to\; dZ_1 \;\to\; dW_1 = X^{\mathsf T}dZ_1, \quad db_1 = \sum_i (dZ_1)_i .$$
#
# The slides write the last weights' gradient in one line,
# $X^{\mathsf T}\big((A_2-Y)\,W_2^{\mathsf T}\odot A_1\odot(1-A_1)\big)$. Two things to know when reading it. The
# factors of the chain rule stand in the order in which the matrices fit, not in the order of the chain. And $\odot$
# comes *after* the product on its left and *inside* the outer one, so in Python
# the brackets are `X.T @ ((dZ2 @ W2.T) * A1 * (1 - A1))`. Every gradient has the shape of its parameter,
# $(n,m)\cdot(m,k)\to(n,k)$.


# %% task="A08.6"
def backward(params, cache, X, Y):
    """Return the gradients of the mean cross-entropy with respect to all parameters.

    Nothing is updated here, and nothing that is given is changed.

    Parameters
    ----------
    params : dict
        ``"W1"`` (n, k), ``"b1"`` (1, k), ``"W2"`` (k, out), ``"b2"`` (1, out).
    cache : dict
        What ``forward(params, X)`` returned: ``"Z1"``, ``"A1"``, ``"Z2"``, ``"A2"``.
    X : array of shape (m, n)
        One sample per row.
    Y : array of shape (m, out)
        Targets, 0 or 1.

    Returns
    -------
    dict
        The gradients under the names of the parameters, ``"W1"``, ``"b1"``, ``"W2"``, ``"b2"``, each with the
        shape of its parameter.
    """
    dZ2 = output_delta(cache["A2"], Y)
    dW2, db2 = output_grads(cache["A1"], dZ2)
    dZ1 = hidden_delta(dZ2, params["W2"], cache["A1"])
    # the first layer is a layer like the second, its input is X
    dW1, db1 = output_grads(X, dZ1)
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


# %% [markdown]
# ## 7. Training
#
# Forward, backward, step, and again. All gradients are taken before any parameter moves: whoever
# updates $W_2$ first and then sends the error back through the *new* $W_2$ no longer follows the
# gradient.
#
# The cache belongs to the parameters it was computed with. After a step it is out of date, so a new
# forward pass is needed; it gives the loss of this epoch and serves the next epoch as well.


# %% task="A08.7"
class TwoLayerNet:
    """A network of two layers with one output unit, trained by full-batch descent.

    Attributes
    ----------
    params : dict
        ``"W1"`` (n, k), ``"b1"`` (1, k), ``"W2"`` (k, 1), ``"b2"`` (1, 1), copied from what the constructor is
        given.
    losses : list of float
        Mean cross-entropy over the whole training set after each epoch of the last call of ``fit``.
    """

    def __init__(self, params):
        self.params = {name: np.array(value, dtype=float) for name, value in params.items()}
        self.losses = []

    def fit(self, X, Y, lr, epochs):
        """Train for a number of epochs, starting from the current ``params``, and return the model itself.

        An epoch is one step of full-batch descent on the mean cross-entropy: all gradients are taken
        at the same parameters, then all parameters move. After it the loss is measured with the new
        parameters. A second call goes on where the first one stopped; ``losses`` starts empty in
        every call. ``X`` and ``Y`` are left as they were.

        Parameters
        ----------
        X : array of shape (m, n)
            One sample per row.
        Y : array of shape (m, 1)
            Targets, 0 or 1.
        lr : float
            Learning rate.
        epochs : int
            How many epochs.

        Returns
        -------
        TwoLayerNet
            The model itself (``self``).
        """
        self.losses = []
        cache = forward(self.params, X)
        for _ in range(epochs):
            grads = backward(self.params, cache, X, Y)
            for name, grad in grads.items():
                self.params[name] = self.params[name] - lr * grad
            cache = forward(self.params, X)
            costs = [binary_cross_entropy(a, y) for a, y in zip(cache["A2"][:, 0], Y[:, 0])]
            self.losses.append(sum(costs) / len(costs))
        return self

    def predict(self, X):
        """Return the predicted class of each sample: 1 where the output is at least one half.

        Parameters
        ----------
        X : array of shape (m, n)
            One sample per row.

        Returns
        -------
        array of shape (m, 1), int
            0 or 1.
        """
        return (forward(self.params, X)["A2"] >= 0.5).astype(int)


# %% [markdown]
# ## 8. Why there is a sigmoid in the middle
#
# Leave the sigmoid of the hidden layer out, and the second layer sees nothing but weighted sums of
# weighted sums:
#
# $$(XW_1 + b_1)W_2 + b_2 = X\,W + b .$$
#
# For every pair of linear layers there is a single one, with some $W$ and $b$, that does the same; a
# hundred linear layers are worth one. Multiply out and find it. It is the **non-linear** function between
# the layers that makes a network more than a line.


# %% task="A08.8"
def collapse_linear(W1, b1, W2, b2):
    """Return the single linear layer that equals two linear layers with nothing between them.

    Parameters
    ----------
    W1, b1 : arrays of shape (n, k) and (1, k)
        The first layer, ``X @ W1 + b1``.
    W2, b2 : arrays of shape (k, out) and (1, out)
        The second layer, fed with the output of the first.

    Returns
    -------
    W : array of shape (n, out)
        Weights of the single layer.
    b : array of shape (1, out)
        Its bias: ``X @ W + b`` is what both layers together give, for every ``X``.

        A tuple of the two.
    """
    (n, k), out = np.shape(W1), np.shape(W2)[1]
    W, b = np.zeros((n, out)), np.zeros((1, out))
    for o in range(out):
        b[0, o] = b2[0, o]
        for j in range(k):
            b[0, o] += b1[0, j] * W2[j, o]
            for p in range(n):
                W[p, o] += W1[p, j] * W2[j, o]
    return W, b


# %% [markdown]
# ## See it
#
# The first figure is XOR. One logistic unit stays at $\ln 2 \approx 0.69$ for ever. A network of four
# hidden units, with `lr = 1`, lingers on the same height for a while and then falls, from each of the
# random starts; the one that starts from zeros never leaves. On the right is what a trained network
# makes of the plane: the two corners of one class lie in a band, the other two on either side of it.
#
# The second figure is our small playground: circles, moons, XOR as a cloud of points, and a spiral, each with its
# boundary as your network draws it. Change the number of hidden units in `figures.py` and watch: with one unit
# the boundary is a line, with two or three it is bent, and the spiral wants more.
