# %% [markdown]
# # A13 · A convolutional network
#
# All the parts are on the table: a linear layer and its backward pass (A07), softmax and mini-batches
# (A09), convolution (A11), pooling and ReLU (A12). In this last assignment you put them together.
# The lecture closes with one network, in four lines:
#
# 1. a grey image of 28 × 28 goes through ten kernels of 3 × 3,
# 2. max pooling by 2 × 2 leaves 14 × 14 × 10,
# 3. flattened, they feed 100 units,
# 4. softmax over ten classes.
#
# Its heading says "implementation with TensorFlow", yet no code follows, nor are the data, the
# activation of the hidden layers, the loss, the optimizer or the number of epochs named. We decide:
# handwritten digits, ReLU, cross-entropy, plain mini-batch descent. And no TensorFlow: every
# number comes out of functions that you have written yourself.
#
# **Symbols.** A batch of images is `X` (N, H, W, C), as in A11; a batch of rows is (m, n). `dY` is
# the derivative of the loss with respect to a layer's output, `dX` with respect to its input. The
# loss is a mean over the batch; its 1/m enters once, in `softmax_ce_gradient`, and no layer divides
# again.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a05_data_and_batches import three_way_split
from a07_matrix_form import forward as linear_forward
from a07_matrix_form import linear_backward
from a09_minibatch_softmax import cross_entropy, minibatches, softmax, softmax_ce_gradient
from a11_convolution_2d import conv2d_backward, conv2d_forward
from a12_pooling_activations import ReLU as Rectifier
from a12_pooling_activations import max_pool_backward, max_pool_forward

# %% [markdown]
# ## 1. The data
#
# The slides mean pictures of 28 × 28 with ten classes, as the famous MNIST set has them. scikit-learn
# brings 1797 real digits of 8 × 8 pixels with values from 0 to 16, and no download is needed.
# Enlarged by 3.5 they are 28 × 28.
#
# Enlarging means inventing pixels in between. `scipy.ndimage.zoom` has a setting `order`: with
# `order=1` a new pixel lies on the straight line between its neighbours and so stays between them.
# The default, `order=3`, draws smooth curves that overshoot: from values between 0 and 16 it makes
# values between −6 and 20. Also note that there are three axes, and only two of them are to be
# enlarged.
#
# Images are then split as in A05: a test set that is looked at once, a validation set that tells
# when to stop, and the rest for training.


# %% task="A13.1"
def load_digits28(rng, val=0.2, test=0.2):
    """Return scikit-learn's handwritten digits as images of 28 by 28 pixels, split into three sets.

    The 1797 images of ``sklearn.datasets.load_digits()`` are enlarged 3.5 times in height and width
    with ``scipy.ndimage.zoom`` at ``order=1`` (its other settings as they are by default), and
    divided by 16. Then they are split as by ``three_way_split(X, y, val, test, rng)`` of A05,
    stratified by label: ``ceil(test * 1797)`` images for testing, ``ceil(val * r)`` of the r that
    remain for validation. Within a set, images come in any order.

    Parameters
    ----------
    rng : numpy.random.Generator
        The only source of randomness: generators in the same state give the same split, different
        ones different splits.
    val, test : float
        Fractions, above 0 and below 1.

    Returns
    -------
    X_tr, X_va, X_te : float arrays of shape (N, 28, 28, 1)
        The images of the three sets, with values from 0 to 1. Nothing is subtracted.
    y_tr, y_va, y_te : int arrays of shape (N,)
        Their labels, 0 to 9.

        A tuple of the six.
    """
    # TODO A13.1: put your code here instead of the next line.
    raise NotImplementedError("A13.1: write load_digits28")


# %% [markdown]
# ### Given: centring
#
# A network learns faster from numbers around 0. The mean brightness is measured on the training set
# **alone** and subtracted from all three sets, for the reason you know from A05.


# %%
def center(train, *others):
    """Return the arrays, each less the mean over all entries of the first one; given."""
    mean = np.mean(train)
    return tuple(X - mean for X in (train, *others))


# %% [markdown]
# ## 2. Layers
#
# A deep network would be unreadable as one long function. So each step becomes a **layer**, an
# object with two methods. `forward` takes the layer's input and returns its output, remembering what
# it will need later. `backward` takes `dY`, leaves the slopes of the layer's own parameters in
# `grads`, and returns `dX`, which is the `dY` of the layer below. Parameters lie in a dict `params`,
# and `grads` has the same keys; both are empty where nothing is learned.
#
# Four layers are given. Three of them only hold on to what your work of A11 and A12 needs; ReLU is your
# layer of A12 itself.
# **Flatten** turns each image into one row, in the order row, column, channel, and its `backward`
# restores the shape. It keeps the first axis: a batch of N images becomes N rows, not one. That is
# the passage from the convolutional part to the *fully connected* part.


# %%
class Conv2D:
    """A convolutional layer around A11's functions; given.

    Parameters are ``K`` (kh, kw, C, F) and ``b`` (F,), copied.
    """

    def __init__(self, K, b, stride=1, padding="valid"):
        self.params = {"K": np.array(K, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.stride, self.padding = stride, padding

    def forward(self, x):
        """Return the feature maps (N, oh, ow, F) of images (N, H, W, C)."""
        K, b = self.params["K"], self.params["b"]
        Y, self.cache = conv2d_forward(x, K, b, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """Return the derivative with respect to the input; leave those of ``K`` and ``b`` in ``grads``."""
        dX, dK, db = conv2d_backward(dY, self.cache)
        self.grads = {"K": dK, "b": db}
        return dX

    def output_shape(self, shape):
        """Return the shape (oh, ow, F) that an image of shape (H, W, C) gets."""
        kh, kw, _, filters = self.params["K"].shape
        return (*windows(shape, (kh, kw), self.stride, self.padding), filters)


class MaxPool2D:
    """A max pooling layer around A12's functions; given."""

    def __init__(self, size=2, stride=None, padding="valid"):
        self.params = {}
        self.grads = {}
        self.size, self.stride, self.padding = size, stride or size, padding

    def forward(self, x):
        """Return the maxima (N, oh, ow, C) of images (N, H, W, C)."""
        Y, self.cache = max_pool_forward(x, self.size, self.stride, self.padding)
        return Y

    def backward(self, dY):
        """Return the derivative with respect to the input."""
        return max_pool_backward(dY, self.cache)

    def output_shape(self, shape):
        """Return the shape (oh, ow, C) that an image of shape (H, W, C) gets."""
        return (*windows(shape, (self.size, self.size), self.stride, self.padding), shape[2])


class ReLU(Rectifier):
    """A12's layer, which also tells the shape of its output; given."""

    def output_shape(self, shape):
        """Return the shape unchanged."""
        return tuple(shape)


class Flatten:
    """A layer that writes each image as one row; given."""

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        """Return images (N, H, W, C) as rows (N, H * W * C), in C order."""
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dY):
        """Return the rows as images again."""
        return dY.reshape(self.shape)

    def output_shape(self, shape):
        """Return the length of a row, as a tuple of one."""
        return (int(np.prod(shape)),)


def windows(shape, window, stride, padding):
    """Return how many windows fit along the height and the width of an image; given."""
    if padding.lower() == "same":
        return tuple(-(-side // stride) for side in shape[:2])
    return tuple((n - k) // stride + 1 for n, k in zip(shape[:2], window, strict=True))


# %% [markdown]
# The **fully connected layer** is yours. Its mathematics is A07's,
#
# $$Y = XW + b, \qquad dX = dY\,W^{\mathsf T}, \quad dW = X^{\mathsf T}dY, \quad
# db = \sum_{\text{rows}} dY,$$
#
# and you may call A07's functions. What is new is the bookkeeping: `forward` must remember its input
# for `backward`.


# %% task="A13.2"
class Dense:
    """A fully connected layer.

    Parameters
    ----------
    W : array of shape (n, k)
        Weights. Copied.
    b : array of shape (1, k)
        Biases. Copied.

    Attributes
    ----------
    params : dict
        ``"W"`` (n, k) and ``"b"`` (1, k). The methods use what stands here when they are called.
    grads : dict
        Empty at first; after ``backward``, the slopes with respect to ``"W"`` and ``"b"``, with the
        shapes of the parameters.
    """

    def __init__(self, W, b):
        self.params = {"W": np.array(W, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}

    def forward(self, x):
        """Return the layer's output.

        Integers are fine, and ``x`` is left as it was.

        Parameters
        ----------
        x : array of shape (m, n)
            One sample per row.

        Returns
        -------
        array of shape (m, k)
            The matrix product of ``x`` and W, plus b in every row.
        """
        # TODO A13.2: put your code here instead of the next line.
        raise NotImplementedError("A13.2: write Dense.forward")

    def backward(self, dY):
        """Return the slopes with respect to the last ``forward``'s input; put W's and b's into ``grads``.

        The slopes in ``grads`` take the place of those that an earlier call has left. Integers are fine;
        ``params`` and ``dY`` are left as they were.

        Parameters
        ----------
        dY : array of shape (m, k)
            Derivative of the loss with respect to the output; it carries every factor of the loss.

        Returns
        -------
        array of shape (m, n)
            Derivative with respect to the input. Afterwards ``grads["W"]`` and ``grads["b"]`` hold
            the derivatives with respect to the parameters, **summed** over the samples.
        """
        # TODO A13.2: put your code here instead of the next line.
        raise NotImplementedError("A13.2: write Dense.backward")

    def output_shape(self, shape):
        """Return the number of units, as a tuple of one; given."""
        return (self.params["W"].shape[1],)


# %% [markdown]
# ## 3. Layers in sequence
#
# A network is a list of layers. Forward, the output of each is the input of the next. Backward, the
# chain rule walks the same list **from its end**, handing each layer's `dX` to the one before:
#
# $$x \to f_1 \to f_2 \to \dots \to f_L \to \text{logits},
# \qquad
# dx \leftarrow f_1' \leftarrow f_2' \leftarrow \dots \leftarrow f_L' \leftarrow d\,\text{logits}.$$
#
# That is backpropagation in two loops, for any network you will ever build this way. The last layer
# gives logits: no ReLU and no softmax stands behind it, since the loss brings its own softmax.


# %% task="A13.3"
class Sequential:
    """A network that applies its layers one after the other.

    Parameters
    ----------
    layers : list
        Objects with methods ``forward(x)`` and ``backward(dY)``, first the one next to the input; at
        least one.

    Attributes
    ----------
    layers : list
        These objects.
    """

    def __init__(self, layers):
        self.layers = list(layers)

    def forward(self, x):
        """Return the last layer's output.

        Each layer's ``forward`` is called once, however many layers there are. Integers are fine, and ``x``
        is left as it was.

        Parameters
        ----------
        x : array
            Input of the first layer.

        Returns
        -------
        array
            What the last layer returned.
        """
        # TODO A13.3: put your code here instead of the next line.
        raise NotImplementedError("A13.3: write Sequential.forward")

    def backward(self, dY):
        """Return the derivative of the loss with respect to the network's input.

        Each layer's ``backward`` is called once, with what the layer behind it returned; so afterwards
        the ``grads`` of every layer hold its slopes. Integers are fine, and ``dY`` is left as it was.

        Parameters
        ----------
        dY : array
            Derivative of the loss with respect to the output of the last ``forward``.

        Returns
        -------
        array
            What the first layer returned.
        """
        # TODO A13.3: put your code here instead of the next line.
        raise NotImplementedError("A13.3: write Sequential.backward")


# %% [markdown]
# ## 4. Where to start
#
# Ten kernels that start alike stay alike, so weights start at random. How large? If every weight is
# too small, the signal fades from layer to layer; too large, and it explodes. **Glorot's rule**
# draws each weight uniformly between $-\ell$ and $\ell$ with
#
# $$\ell = \sqrt{\frac{6}{\text{fan}_{in} + \text{fan}_{out}}}.$$
#
# $\text{fan}_{in}$ counts the inputs that are added up for one output, $\text{fan}_{out}$ the
# outputs that one input reaches. For a dense layer these are n and k. For a convolution, one output
# sees a window of $k_hk_w$ pixels in C channels, and one pixel takes part in $k_hk_w$ windows for F
# filters. (The slides list `kernel_initializer` among the arguments of `Conv2D` without saying that
# this is its default.)


# %% task="A13.8"
def glorot_uniform(shape, rng):
    """Return random start weights by Glorot's rule.

    Every entry is drawn independently and uniformly between ``-limit`` and ``limit``, where ``limit``
    is ``sqrt(6 / (fan_in + fan_out))``.

    Parameters
    ----------
    shape : tuple
        ``(n, k)`` for a dense layer: fan_in is n, fan_out is k. ``(kh, kw, C, F)`` for a
        convolutional layer: fan_in is ``kh*kw*C``, fan_out is ``kh*kw*F``.
    rng : numpy.random.Generator
        The only source of randomness: generators in the same state give the same weights, different
        ones different weights.

    Returns
    -------
    float array of shape ``shape``
        The weights.
    """
    # TODO A13.8: put your code here instead of the next line.
    raise NotImplementedError("A13.8: write glorot_uniform")


# %% [markdown]
# ## 5. The lecture's network
#
# | layer | output | parameters |
# | --- | --- | --- |
# | convolution, ten kernels of 3 × 3, **same** | 28 × 28 × 10 | 10 · (3 · 3 · 1 + 1) = 100 |
# | ReLU | 28 × 28 × 10 | |
# | max pooling 2 × 2 | 14 × 14 × 10 | |
# | flatten | 1960 | |
# | dense, 100 units | 100 | 1960 · 100 + 100 = 196,100 |
# | ReLU | 100 | |
# | dense, 10 units (logits) | 10 | 100 · 10 + 10 = 1010 |
#
# **Mind the padding.** The slide's 14 × 14 × 10 needs `padding="same"`, and the slide doesn't say
# so. Keras's default is `valid`: 28 shrinks to 26, pooling leaves 13, and flatten gives 13 · 13 · 10
# = 1690 numbers, so that a dense layer built for 1960 fails. The whole network has 197,210
# parameters with `same` and 170,210 with `valid`. And see where they are: the convolution, which
# does the seeing, has 100 of them.


# %% task="A13.4"
def build_lecture_cnn(rng, padding="same"):
    """Return the lecture's network for grey images of 28 by 28 pixels and ten classes.

    Its layers are, in this order: ``Conv2D`` with ten kernels of 3 by 3, stride 1 and the given
    padding; ``ReLU``; ``MaxPool2D`` of size 2; ``Flatten``; ``Dense`` with 100 units; ``ReLU``;
    ``Dense`` with 10 units, whose outputs are the logits.

    Parameters
    ----------
    rng : numpy.random.Generator
        The only source of randomness. All weights are drawn from it by ``glorot_uniform``, each
        layer anew; generators in the same state give the same network, different ones different
        networks.
    padding : str
        ``"same"`` or ``"valid"``, for the convolution. The first dense layer has as many inputs as
        come out of ``Flatten``.

    Returns
    -------
    Sequential
        The network, its parameters float arrays. All biases are 0: shape (10,) in the convolution,
        (1, 100) and (1, 10) in the dense layers.
    """
    # TODO A13.4: put your code here instead of the next line.
    raise NotImplementedError("A13.4: write build_lecture_cnn")


# %% [markdown]
# ## 6. Counting
#
# Before training any network, look at its table of shapes and parameters; most mistakes in building
# one show there. Every layer knows what it makes of a shape: `layer.output_shape(shape)`, without the
# batch axis.


# %% task="A13.5"
def summary(model, input_shape):
    """Return name, output shape and number of parameters of each layer of a network.

    The network is left as it was.

    Parameters
    ----------
    model : Sequential
        The network.
    input_shape : tuple
        The shape of one input, without the batch axis, such as (28, 28, 1).

    Returns
    -------
    list of tuple
        ``(name, shape, parameters)`` for each layer, in order: the name of its class
        (``"Conv2D"``), the shape of its output without the batch axis as a tuple of ints, and how
        many numbers its ``params`` hold, 0 where there are none.
    """
    # TODO A13.5: put your code here instead of the next line.
    raise NotImplementedError("A13.5: write summary")


# %% [markdown]
# ### Given: a yardstick
#
# Is the network any good? Good compared with what? `Templates` is a network of a single layer: one
# picture per class is laid over the image, and the sum of the products is the class's logit. It is
# the softmax regression of A09, with 7850 parameters. Any claim for the larger network has to be
# measured against it. It learns with the same function, since it has the same methods, and a
# `layers` that holds nothing but itself.


# %%
class Templates:
    """Softmax regression on images, as a network of one layer; given.

    Parameters are the pictures ``T`` (c, H, W, C) and the biases ``b`` (c,), copied.
    """

    def __init__(self, T, b):
        self.params = {"T": np.array(T, dtype=float), "b": np.array(b, dtype=float)}
        self.grads = {}
        self.layers = [self]

    def forward(self, x):
        """Return the logits (N, c) of images (N, H, W, C)."""
        self.x = x
        return np.tensordot(x, self.params["T"], axes=((1, 2, 3), (1, 2, 3))) + self.params["b"]

    def backward(self, dY):
        """Return the derivative with respect to the input; leave those of ``T`` and ``b`` in ``grads``."""
        self.grads = {"T": np.tensordot(dY, self.x, axes=(0, 0)), "b": np.sum(dY, axis=0)}
        return np.tensordot(dY, self.params["T"], axes=1)

    def output_shape(self, shape):
        """Return the number of classes, as a tuple of one."""
        return (len(self.params["b"]),)


# %% [markdown]
# ## 7. Training
#
# The loop is A09's, and it doesn't care which layers the network has: for each mini-batch go
# forward, take the slope of the loss at the logits, go backward, then move every parameter of every
# layer:
#
# $$\theta \leftarrow \theta - \alpha\,\frac{\partial J}{\partial\theta}.$$
#
# One thing is new. With a fixed learning rate this network jumps about at the end of training; in
# one of our runs the accuracy went from 0.97 to 0.83 and back within two epochs. Large steps are good
# for getting near the minimum and bad for arriving, so the rate is **dropped** to a tenth for the
# last epochs. (The slides name no optimizer at all.)


# %% task="A13.6"
def train(model, X, Y, X_val, Y_val, lr, batch_size, epochs, rng, drop_after=None):
    """Train a network with mini-batch descent on softmax and cross-entropy.

    Each epoch takes its batches from a new call of ``minibatches(len(X), batch_size, rng)``, in the
    order of that list. Each batch makes one step: the gradients of the mean loss of its own rows, all
    taken at the current parameters; then every entry of every layer's ``params`` moves by minus the
    learning rate times its slope. The model's parameters when this function is called are the start.
    Integers are fine as data, logits may be of any size, ±1000 included, and the data are left as they
    were.

    Parameters
    ----------
    model : Sequential or Templates
        An object with ``forward(X)``, which returns logits, ``backward(dZ)``, and ``layers``, a list
        of objects with ``params`` and ``grads``. It is trained in place.
    X : array of shape (N, H, W, C)
        Training images.
    Y : array of shape (N, c)
        Their targets, one-hot.
    X_val, Y_val : arrays of shape (V, H, W, C) and (V, c)
        Validation set; it has no influence on the parameters.
    lr : float
        Learning rate.
    batch_size : int
        Rows per batch; the last batch of an epoch may be shorter.
    epochs : int
        Passes over the data; 0 is allowed.
    rng : numpy.random.Generator or None
        Shuffles each epoch anew. With None, the rows stay in order.
    drop_after : int, optional
        From the epoch with this index on (the first epoch has index 0), the learning rate is
        ``0.1 * lr``. Without it the rate stays as it is.

    Returns
    -------
    dict
        Three lists of length ``epochs``, measured after each epoch with the parameters of that
        moment: ``"loss"``, the mean cross-entropy over the whole training set; ``"val_loss"``, the
        same over the validation set; ``"val_acc"``, the fraction of the validation set whose largest
        logit is at the place of the 1 in its target. Where a probability is below 1e-12, the losses are
        clipped as in A09.5 or exact.
    """
    # TODO A13.6: put your code here instead of the next line.
    raise NotImplementedError("A13.6: write train")


# %% [markdown]
# ## 8. How good is it?
#
# The **accuracy** is the share of images that were recognized. It doesn't say which mistakes are
# made. The **confusion matrix** does: row i counts the images that *are* an i, and column j those
# that were *taken for* a j. Recognized images stand on the diagonal; a large number elsewhere names
# two digits that the network mixes up.
#
# For a decision the logits are enough. Softmax doesn't change their order, so the largest logit
# belongs to the most probable class.


# %% task="A13.7"
def evaluate(forward, X, labels):
    """Return the accuracy and the confusion matrix of a network.

    Integers are fine as inputs, logits may be of any size, ±1000 included, and the arguments are left as
    they were.

    Parameters
    ----------
    forward : callable
        Takes an array of inputs, all of ``X`` or some of its rows, and returns their logits, shape
        (rows, c).
    X : array of shape (N, ...)
        Inputs, at least one.
    labels : int array of shape (N,)
        Their classes, 0 to c - 1, in integers of any type, such as ``uint8``.

    Returns
    -------
    accuracy : float
        The fraction of inputs whose largest logit (the first of them, where several are equal) stands
        at the place of their label.
    confusion : int array of shape (c, c)
        Entry (i, j) counts the inputs of class i whose largest logit stands at place j.

        A tuple of the two.
    """
    # TODO A13.7: put your code here instead of the next line.
    raise NotImplementedError("A13.7: write evaluate")


# %% [markdown]
# ### In writing: what does the network pay for?
#
# 1. Derive the number of parameters of each layer of the lecture's network, with `same` and with
#   `valid` padding. Which layer has most of them, and what share?
# 2. A dense layer from the 784 pixels to 28 · 28 · 10 units would also produce ten maps. How many
#   parameters would it have? Name the two properties of a convolution that save them.
# 3. We moved every test image four pixels to the right, without training anew: the network's accuracy
#   fell from 0.97 to 0.41, that of `Templates` from 0.96 to 0.38. Yet a convolution responds to a
#   stroke in the same way wherever it stands. Which layer is to blame, what does pooling have to do
#   with it, and what could be done? Name two remedies.
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## See it
#
# The cell below trains the lecture's network on 1149 digits, and the yardstick beside it; that takes
# up to a minute. Then:
#
# 1. **Learning curves.** The loss falls steeply, with a jump or two on the way; the dotted line is
#   where the rate is dropped. Look at the yardstick before you praise the network: about 0.96 of the
#   test set against 0.96 to 0.97. On small, centred digits a convolution has little to win.
# 2. **The way of a digit** through the network, which the slides show in pictures: ten feature maps,
#   their ReLU, the pooled maps, then 100 units and ten probabilities. Compare the kernels before and
#   after training. Some have turned into detectors of ink (all red) or of paper (all blue), others
#   look for an edge (red on one side, blue on the other), and some have hardly moved.
# 3. **The confusion matrix** and some of the mistakes. You may find that you would have made a few of
#   them yourself.
#
# Where do convolutions pay? When the digit may stand anywhere, and the network has seen it there.
# Trained and tested on images that are moved at random by up to four pixels, softmax regression falls
# to 0.70. The lecture's network holds 0.96, and so does **LeNet-5** of A12, or better, with less than a
# third of the parameters. (The LeNet of 1998 differed from its modern twin in details: its subsampling
# was an average with trainable scale, and its output layer wasn't softmax.) You have all its layers:
# `figures.lenet5` puts them together, and `figures.moving_digits(sys.modules[__name__])` trains the
# three of them, which takes some minutes.
#
# With `figures.training_run(sys.modules[__name__], mnist=True)` the images come from MNIST itself.
# They are downloaded (about 15 MB), and each epoch takes five times as long. Nothing in the course
# needs it.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    run = figures.training_run(sys.modules[__name__])
    figures.learning_curves(sys.modules[__name__], run)

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.way_of_a_digit(sys.modules[__name__], run)

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.confusion(sys.modules[__name__], run)
