import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import bce_with_logits, sigmoid
from a06_regularization import l1_gradient, l2_gradient


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
    left_rows, left_columns = a
    right_rows, right_columns = b
    if left_columns != right_rows:
        raise ValueError(f"inner sizes {left_columns} and {right_rows} differ")
    return (left_rows, right_columns)


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
    # plain Python numbers are a lot faster in loops than numpy's
    X, W, b = np.asarray(X), np.asarray(W), np.asarray(b)
    m, k = X.shape[0], W.shape[1]
    columns = [W[:, j].tolist() for j in range(k)]
    bias = b[0].tolist()
    Z = np.zeros((m, k))
    for i in range(m):
        row = X[i].tolist()
        for j in range(k):
            z = bias[j]
            for x, w in zip(row, columns[j]):
                z = z + x * w
            Z[i, j] = z
    return Z


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
    X, err = np.asarray(X), np.asarray(err)
    if len(err.shape) != 2:
        raise ValueError("err is not a matrix")
    if err.shape[0] != X.shape[0]:
        raise ValueError("X and err have different numbers of rows")
    m, n = X.shape
    k = err.shape[1]
    gradient = np.zeros((n, k))
    x_columns = [X[:, p].tolist() for p in range(n)]
    e_columns = [err[:, j].tolist() for j in range(k)]
    for p in range(n):
        for j in range(k):
            total = 0.0
            for x, e in zip(x_columns[p], e_columns[j]):
                total += x * e
            gradient[p, j] = total / m
    return gradient


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
    X, W, dZ = np.asarray(X), np.asarray(W), np.asarray(dZ)
    m, n = X.shape
    k = W.shape[1]
    dX, dW, db = np.zeros((m, n)), np.zeros((n, k)), np.zeros((1, k))
    for i in range(m):
        for j in range(k):
            g = float(dZ[i, j])
            db[0, j] += g
            for p in range(n):
                dX[i, p] += g * float(W[p, j])
                dW[p, j] += float(X[i, p]) * g
    return dX, dW, db


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
    if np.shape(Y) != (len(X), 1):
        raise ValueError("Y needs the shape (m, 1)")
    m = len(X)
    Z = forward(X, W, b)
    err = np.zeros((m, 1))
    for i in range(m):
        err[i, 0] = sigmoid(float(Z[i, 0])) - Y[i, 0]
    dW = weight_gradient(X, err)
    db = 0.0
    for i in range(m):
        db += err[i, 0] / m
    W_new = np.zeros((len(W), 1))
    for p in range(len(W)):
        w = float(W[p, 0])
        W_new[p, 0] = w - lr * (dW[p, 0] + l1_gradient(w, l1) + l2_gradient(w, l2))
    b_new = np.zeros((1, 1))
    b_new[0, 0] = b[0, 0] - lr * db
    return W_new, b_new


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
        for _ in range(epochs):
            self.W, self.b = batch_update(X, Y, self.W, self.b, lr)
            for data, targets, losses in ((X, Y, self.losses), (X_val, Y_val, self.val_losses)):
                Z = forward(data, self.W, self.b)
                total = 0.0
                for i in range(len(data)):
                    total += bce_with_logits(float(Z[i, 0]), float(targets[i, 0]))
                losses.append(total / len(data))
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


if __name__ == "__main__":
    import figures

    figures.loop_against_matrix(sys.modules[__name__])

if __name__ == "__main__":
    figures.learning_curves(sys.modules[__name__])
