# %% [markdown]
# # A12 · Pooling and activation functions
#
# A convolution layer is rarely alone. What it computes goes through an **activation function**,
# entry by entry, and then often through a **pooling** layer, which makes the map smaller. Neither
# has a weight to learn in its usual form; both decide whether the layers below them can learn.
#
# You build pooling forward and backward, for windows that overlap and for borders. Then you look at
# three activation functions, and measure why one of them took over. At the end you walk through the
# first famous network made of all this, LeNet-5.
#
# **Symbols.** Images are `X` (N, H, W, C): N images, height, width, channels. A pooling window is a
# square of `size` by `size` cells and moves by `stride`. `dY` is the derivative of some loss with
# respect to a layer's output, `dX` the one with respect to its input.

# %%
import sys

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a03_sigmoid_cross_entropy import sigmoid
from a10_convolution_1d import pad_amounts
from a11_convolution_2d import output_size

# %% [markdown]
# ## 1. Max pooling
#
# A window scans the map; of all values under it only the **largest** is kept, in each channel by
# itself. A pattern that shifts by a pixel still gives the same answer, and the map shrinks. With a
# window of 2 and a stride of 2 each side is halved:
#
# $$Y_{n,i,j,c} = \max_{0 \le r,\,q < \text{size}} X_{n,\; i\cdot s + r,\; j\cdot s + q,\; c}.$$
#
# The stride may be smaller than the window, so that windows overlap: the lecture announces a max
# example with stride **1** beside an average one with stride **2**. Its numbers are lost, so take
# this map of 4 by 4:
#
# $$\begin{pmatrix}1&1&2&4\\5&6&7&8\\3&2&1&0\\1&2&3&4\end{pmatrix}
# \quad\xrightarrow{\ \text{stride } 2\ }\quad \begin{pmatrix}6&8\\3&4\end{pmatrix},
# \qquad \xrightarrow{\ \text{stride } 1\ }\quad
# \begin{pmatrix}6&7&8\\6&7&8\\3&3&4\end{pmatrix}.$$
#
# With `padding="same"` the output has `ceil(side / stride)` places, by the rule of A10 for each
# side. What fills the border? The slides speak of zeros, and for a convolution that is right. In max
# pooling a zero would **beat every negative value** at the edge. The border is $-\infty$: it never
# wins. On a map of nothing but negative numbers you see it at once:
#
# $$\begin{pmatrix}-1&-2&-3\\-4&-5&-6\\-7&-8&-9\end{pmatrix}
# \quad\xrightarrow{\ \text{same, stride } 2\ }\quad
# \begin{pmatrix}-1&-3\\-7&-9\end{pmatrix}, \quad\text{with zeros wrongly}\quad
# \begin{pmatrix}-1&0\\0&0\end{pmatrix}.$$
#
# ### Given: the frame
#
# The following function draws the border and counts the windows. It is finished. What to fill the
# border with is for you to say.


# %%
def framed(X, size, stride, padding, fill):
    """Return images with their border, where they lie in it, and how many windows fit; given.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        Images.
    size, stride : int
        Side of the window, and its step.
    padding : str
        ``"valid"`` (no border) or ``"same"``, in any letter case.
    fill : float
        What the border holds.

    Returns
    -------
    padded : float array of shape (N, H + top + bottom, W + left + right, C)
        The images in their border.
    corner : tuple of int
        ``(top, left)``: where the images' first cell lies.
    places : tuple of int
        ``(rows, columns)``: how many windows there are. Window (i, j) starts at row ``i*stride``
        and column ``j*stride`` of ``padded``.

    Raises
    ------
    ValueError
        If ``padding`` is another word, or the window doesn't fit.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    _, height, width, _ = np.shape(X)
    top, bottom = pad_amounts(height, size, stride, mode)
    left, right = pad_amounts(width, size, stride, mode)
    rows = output_size(height + top + bottom, size, stride)
    columns = output_size(width + left + right, size, stride)
    frame = ((0, 0), (top, bottom), (left, right), (0, 0))
    padded = np.pad(np.asarray(X, dtype=float), frame, constant_values=fill)
    return padded, (top, left), (rows, columns)


# %% task="A12.1"
def max_pool_forward(X, size=2, stride=None, padding="valid"):
    """Return the largest value under each window, channel by channel.

    Integers are fine, ``uint8`` images included, and the arguments are left as they were.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        Images, of finite numbers.
    size : int
        Side of the square window.
    stride : int, optional
        Step of the window, down and across. Without one it equals ``size``.
    padding : str
        In any letter case. ``"valid"``: only windows that lie wholly in the image, from the top
        left corner; rows and columns left over are ignored. ``"same"``: a border by the rule of
        ``framed``, whose cells never win.

    Returns
    -------
    Y : array of shape (N, rows, columns, C)
        The maxima.
    cache : tuple
        ``(X, size, stride, padding)`` as they came in, ``padding`` in its own letter case, but with
        ``stride`` as an int; ``X`` is without a border.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``padding`` is another word, or the window doesn't fit (see ``framed``).
    """
    # TODO A12.1: put your code here instead of the next line.
    raise NotImplementedError("A12.1: write max_pool_forward")


# %% [markdown]
# ## 2. Max pooling, backward
#
# The lecture stops at the forward pass; to train, we need the way back. If the winner of a window
# grows a little, the output grows as much. If any other cell does, nothing happens. So the whole
# derivative of an output goes to **its winner**, and nothing to the rest.
#
# Three details decide whether the result is right:
#
# - Where windows overlap, one cell may win several times. What it receives is **added up**.
# - Where two cells tie for the maximum, only one gets the derivative: the **first**, reading the
#   window row by row, as TensorFlow does. Giving it to both would double it. So a window of 2 by 2
#   with four equal numbers sends everything to its top left cell.
# - With a border, the result is cut back to the image. A border may be wider at the end than at the
#   start, so cut from `top` for `H` rows.


# %% task="A12.2"
def max_pool_backward(dY, cache):
    """Return the derivative with respect to the input of max pooling.

    Integers are fine, ``uint8`` images included, and the arguments are left as they were.

    Parameters
    ----------
    dY : array of shape (N, rows, columns, C)
        Derivative with respect to the output.
    cache : tuple
        ``(X, size, stride, padding)`` as returned by ``max_pool_forward``: the images without a
        border, ``stride`` as an int, and ``padding`` in any letter case.

    Returns
    -------
    array with the shape of ``X``
        Each entry of ``dY`` goes to the cell that was its window's maximum, the first one in row
        order where several are equal. A cell that won in several windows gets the sum.
    """
    # TODO A12.2: put your code here instead of the next line.
    raise NotImplementedError("A12.2: write max_pool_backward")


# %% [markdown]
# ## 3. Average pooling
#
# Instead of the largest value, the **mean** of the window. The map of 4 by 4 above becomes
# $\begin{pmatrix}3.25&5.25\\2&2\end{pmatrix}$ with windows of 2 and stride 2.
#
# At the border the question comes back: zeros would pull the mean toward 0. As in Keras, border
# cells **don't count**, neither in the sum nor in the number it is divided by. In a corner, a
# window of four cells may hold a single real one, and its mean is that one's value: $-1$ to $-9$ give
# $\begin{pmatrix}-3&-4.5\\-7.5&-9\end{pmatrix}$, and not
# $\begin{pmatrix}-3&-2.25\\-3.75&-2.25\end{pmatrix}$.


# %% task="A12.3"
def avg_pool_forward(X, size=2, stride=None, padding="valid"):
    """Return the mean under each window, channel by channel.

    Integers are fine, ``uint8`` images included, and the arguments are left as they were.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        Images, of finite numbers.
    size : int
        Side of the square window.
    stride : int, optional
        Step of the window, down and across. Without one it equals ``size``.
    padding : str
        In any letter case. ``"valid"``: only windows that lie wholly in the image, from the top
        left corner; rows and columns left over are ignored. ``"same"``: a border by the rule of
        ``framed``, whose cells don't count: the mean is over the cells of the image under the
        window.

    Returns
    -------
    Y : array of shape (N, rows, columns, C)
        The means.
    cache : tuple
        ``(X, size, stride, padding)`` as they came in, ``padding`` in its own letter case, but with
        ``stride`` as an int; ``X`` is without a border.

        A tuple of the two.

    Raises
    ------
    ValueError
        If ``padding`` is another word, or the window doesn't fit (see ``framed``).
    """
    # TODO A12.3: put your code here instead of the next line.
    raise NotImplementedError("A12.3: write avg_pool_forward")


# %% [markdown]
# ## 4. Average pooling, backward
#
# Every cell of a window of $k$ real cells moves the mean by $\frac1k$ of its own change. So each
# receives $\frac1k$ of the derivative, again added up where windows overlap.
#
# The forward pass is linear, and that gives a check without any step size: for any `X` and any `G`,
# the sum of `avg_pool(X) * G` equals the sum of `X * avg_pool_backward(G)`. Try it.


# %% task="A12.4"
def avg_pool_backward(dY, cache):
    """Return the derivative with respect to the input of average pooling.

    Integers are fine, ``uint8`` images included, and the arguments are left as they were.

    Parameters
    ----------
    dY : array of shape (N, rows, columns, C)
        Derivative with respect to the output.
    cache : tuple
        ``(X, size, stride, padding)`` as returned by ``avg_pool_forward``: the images without a
        border, ``stride`` as an int, and ``padding`` in any letter case.

    Returns
    -------
    array with the shape of ``X``
        Each entry of ``dY`` is shared equally by the cells of the image under its window. A cell
        that lies under several windows gets the sum.
    """
    # TODO A12.4: put your code here instead of the next line.
    raise NotImplementedError("A12.4: write avg_pool_backward")


# %% [markdown]
# ## 5. Activation functions: sigmoid and tanh
#
# Why have them at all? Layers without one collapse into a single layer (you did it in A08), and
# depth gains nothing.
#
# The **sigmoid** was the first choice for its likeness to a neuron that fires or doesn't. Three
# things speak against it. Its output lies around 0.5 and not around 0. It needs an exponential. And
# at both ends it **saturates**: the curve is flat, so the derivative that comes back is multiplied
# by nearly 0. Even in the middle the slope is only $\tfrac14$. After ten layers, at most
# $0.25^{10} \approx 10^{-6}$ of it is left, weights aside: the gradient **vanishes**.
#
# **Tanh** is the same curve, stretched and centred at 0:
#
# $$\tanh x = 2\,\sigma(2x) - 1, \qquad \tanh' x = (1 - \tanh x)(1 + \tanh x).$$
#
# Otherwise, the slide says, it is like the sigmoid. But its slope peaks at **1**, four times as high,
# and so the gradient vanishes far more slowly. At the ends it saturates all the same, and sooner:
#
# | $x$ | 0 | 2 | 5 | 10 |
# | --- | --- | --- | --- | --- |
# | $\sigma'(x)$ | 0.25 | 0.105 | 0.00665 | 0.0000454 |
# | $\tanh' x$ | 1 | 0.0707 | 0.000182 | 0.00000000824 |
#
# In mathematics neither curve ever reaches its limits; in double precision tanh is exactly 1 from
# about 19 on, and its slope exactly 0.


# %% task="A12.5"
def tanh_from_sigmoid(x):
    """Return the hyperbolic tangent and its derivative, by way of the sigmoid.

    Integers are fine, and the arguments are left as they were.

    Parameters
    ----------
    x : float or array of any shape
        Where to evaluate; ±1000 is allowed.

    Returns
    -------
    value : float or array
        ``2*sigmoid(2*x) - 1``, with the shape of ``x``.
    derivative : float or array
        ``(1 - value)*(1 + value)``, with the shape of ``x``.

        A tuple of the two.
    """
    # TODO A12.5: put your code here instead of the next line.
    raise NotImplementedError("A12.5: write tanh_from_sigmoid")


# %% [markdown]
# ### In writing: how steep can they be?
#
# Show that $\sigma'(x) = \sigma(x)\,(1 - \sigma(x))$ is never above $\tfrac14$, and where it is equal
# to it. From $\tanh x = 2\sigma(2x) - 1$ derive $\tanh' x = (1 - \tanh x)(1 + \tanh x)$ with the
# chain rule, and find its largest value. What does the comparison say about ten layers?
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 6. ReLU
#
# The **rectified linear unit** keeps what is positive and drops the rest:
#
# $$\mathrm{ReLU}(x) = \max(0, x), \qquad
# \mathrm{ReLU}'(x) = \begin{cases} 1 & x > 0\\ 0 & x \le 0. \end{cases}$$
#
# A single kink at 0 makes it non-linear, which is all that is needed. It costs next to nothing. It is
# not centred: on standard normal inputs it returns 0.40 on average, tanh 0, the sigmoid 0.5.
#
# A slide says that it saturates at neither end, and two lines later that it returns 0 for every
# negative input. Only the **positive** end is free; a unit whose inputs are all negative gets no
# gradient and doesn't learn. The "six times faster" on the slide compares with tanh, on one network
# and one data set, in a paper of 2012; it is no law.
#
# At exactly 0 there is no derivative; we take 0, as TensorFlow does. Mind where you look: the test is
# `x > 0` on the **input**. `>= 0` on the output is true everywhere.
#
# From here on, a layer is an object: `forward` remembers what `backward` will need, `params` and
# `grads` hold what there is to learn. ReLU has nothing to learn, so both are empty.


# %% task="A12.6"
class ReLU:
    """A layer that keeps positive entries and sets all others to 0.

    Attributes
    ----------
    params, grads : dict
        Empty: there is nothing to learn.
    """

    def __init__(self):
        self.params = {}
        self.grads = {}

    def forward(self, x):
        """Return ``max(0, x)`` for each entry.

        Integers are fine, and ``x`` is left as it was.

        Parameters
        ----------
        x : array of any shape
            Input.

        Returns
        -------
        array with the shape of ``x``
            The output. What ``backward`` needs is remembered, in place of what the call before
            left.
        """
        # TODO A12.6: put your code here instead of the next line.
        raise NotImplementedError("A12.6: write ReLU.forward")

    def backward(self, dY):
        """Return the derivative with respect to the input of the last ``forward``.

        Integers are fine, and ``dY`` is left as it was.

        Parameters
        ----------
        dY : array with the shape of that input
            Derivative with respect to the output.

        Returns
        -------
        array with the shape of ``dY``
            ``dY`` where the input was greater than 0, else 0 (also where it was exactly 0).
        """
        # TODO A12.6: put your code here instead of the next line.
        raise NotImplementedError("A12.6: write ReLU.backward")


# %% [markdown]
# ## 7. Watching gradients vanish
#
# Take a stack of equal layers, $A_l = f(A_{l-1} W_l)$, send random numbers forward, send random
# numbers backward, and measure how large the gradient of each $W_l$ is. You need no data and no
# training to see whether the bottom layers could ever learn.
#
# The start weights matter as much as the activation. Too small, and the signal dies on its way up;
# too large, and it saturates. **Glorot's** rule draws them with standard deviation
# $\sqrt{2/(\text{fan\_in} + \text{fan\_out})}$. ReLU drops half of its input, and **He's** rule,
# $\sqrt{2/\text{fan\_in}}$, makes up for it.


# %% task="A12.7"
def gradient_norms(depth, width, activation, rng):
    """Return the size of each layer's weight gradient in a random stack of layers.

    There are ``depth`` layers without biases, ``A_l = f(A_(l-1) @ W_l)``, each with weights of
    shape (width, width). All draws are normal with mean 0:

    - the input ``A_0``, shape (64, width), with standard deviation 1;
    - the weights, with ``sqrt(1/width)`` for sigmoid and tanh (Glorot) and ``sqrt(2/width)`` for
      relu (He);
    - the derivative of the loss with respect to the last layer's output ``A_depth``, shape
      (64, width), with standard deviation 1.

    This derivative is carried back through the stack, and ``dW_l`` is ``A_(l-1).T @ dZ_l``, where
    ``Z_l = A_(l-1) @ W_l``; nothing is divided by the number of rows.

    Parameters
    ----------
    depth, width : int
        How many layers, and how many units each has.
    activation : str
        ``"sigmoid"``, ``"tanh"`` or ``"relu"``.
    rng : numpy.random.Generator
        The only source of randomness: generators in the same state give the same norms.

    Returns
    -------
    array of shape (depth,)
        For each layer the root of the sum of the squares of ``dW_l``, from the **last** layer
        (index 0) to the first.

    Raises
    ------
    ValueError
        If ``activation`` is none of the three.
    """
    # TODO A12.7: put your code here instead of the next line.
    raise NotImplementedError("A12.7: write gradient_norms")


# %% [markdown]
# ## 8. LeNet-5, from end to end
#
# In 1998 LeNet-5 read the digits on cheques. Its plan has been repeated ever since: convolution,
# pooling, convolution, pooling, and then layers that are fully connected. Every convolution has
# windows of 5 and step 1, every pooling windows of 2 and step 2; the image is 32 by 32.
#
# You compute the shape after each layer and count the parameters. We take the modern reading. The
# "subsampling" of 1998 was an average with a trainable factor, some connections between the maps
# were left out, and the output was not a softmax: it had 60,000 parameters, ours has 61,706. For
# digits of 28 by 28, two zeros on each side give the same maps.


# %% task="A12.8"
def lenet5_shapes(side=32, pad=0):
    """Return name, output shape and number of parameters of LeNet-5's layers.

    The image is grey, ``side`` by ``side``, with ``pad`` zeros put on each of its four sides. Then

    - ``conv1``, ``conv2``, ``conv3``: windows of 5, step 1, no further padding, 6, 16 and 120
      kernels. Each kernel goes over all channels of its input and has one bias.
    - ``pool1`` after conv1, ``pool2`` after conv2: windows of 2, step 2, no parameters; a row and a
      column left over are ignored.
    - ``fc1``, ``fc2``: fully connected layers of 84 and 10 units with one bias each; fc1 takes all
      numbers that conv3 returns.

    Parameters
    ----------
    side : int
        Height and width of the image.
    pad : int
        Zeros on each side of it.

    Returns
    -------
    list of tuple
        ``(name, shape, parameters)`` in the order conv1, pool1, conv2, pool2, conv3, fc1, fc2.
        The shape has no batch axis: ``(height, width, channels)`` up to conv3, ``(units,)`` after.
        All numbers are of type int.

    Raises
    ------
    ValueError
        If the image is too small for some layer.
    """
    # TODO A12.8: put your code here instead of the next line.
    raise NotImplementedError("A12.8: write lenet5_shapes")


# %% [markdown]
# ## The same layer in Keras
#
# The lecture closes pooling with the arguments of a Keras layer, as it does for `Conv2D` (see A11).
# You have now written what they mean.
#
# | argument | meaning | when omitted | here |
# | --- | --- | --- | --- |
# | `pool_size` | the window; one number: a square | (2, 2) | `size` |
# | `strides` | step down and across | as `pool_size` | `stride` |
# | `padding` | `valid` or `same`, in any letter case | `valid` | `padding` |
# | `data_format` | channels last (N, H, W, C) or first | last | last |
#
# The slide's spelling `MAXPool2D` doesn't exist: typed as printed it raises an `AttributeError`.
# The name is `MaxPool2D`, or `MaxPooling2D`. And where the slide explains `same` by zeros, Keras pads
# a maximum with $-\infty$ and leaves the border out of an average, as you did.

# %% [markdown]
# ## See it
#
# First a map of 4 by 4 and what pooling makes of it. On the right, where the derivative goes when
# every output of the overlapping max pooling (stride 1) sends back a 1: the winners collect.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.pooling(sys.modules[__name__])

# %% [markdown]
# Then the three activations, their slopes with the ceiling of ¼ for the sigmoid, and what that
# means for ten layers of 50 units. From the last layer down to the first, the sigmoid's gradient
# shrinks to a few millionths; those of tanh and ReLU keep their size.

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.activations(sys.modules[__name__])

# %% [markdown]
# And LeNet-5 as a row of boxes, as high as its maps. Nearly all of its parameters sit in the last
# convolution and the first fully connected layer, where there is hardly any map left.

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.lenet(sys.modules[__name__])
