# %% [markdown]
# # A11 · Convolution in two dimensions
#
# An image has two directions, so the window becomes a rectangle that slides to the right and down.
# It has colours, so each position holds several numbers. And one pattern isn't enough, so a layer
# slides many kernels over the same image. Nothing else is new: what you built in A10 for a row of
# numbers becomes, step by step, the convolutional layer that A13's network is made of. Then the
# layer learns to run backwards, which the slides leave out.
#
# **Symbols.** A grey image `x` (H, W) has H rows and W columns; a kernel `k` (kh, kw). A batch of
# images with channels is `X` (N, H, W, C), channels last; a layer's kernels `K` (kh, kw, C, F): F
# **filters**, each of the height and width of the window and as deep as the input has channels. `b`
# (F,) holds one bias per filter. The result is `Y` (N, oh, ow, F). `stride` is one number for both
# directions, and `padding` is `'valid'` or `'same'`, by Keras's rule.
#
# As in A10, nothing is flipped: the layers of deep learning compute cross-correlations. The slides
# go on saying *convolution*, call `correlate2d`, and mean this. And the ready-made functions are
# off limits here, too: `np.convolve`, `np.correlate`, `np.polymul`, the Fourier transforms,
# `scipy.signal`, `scipy.ndimage`.

# %%
import functools
import sys
from dataclasses import dataclass

import numpy as np
import autograder.notebook  # finds your earlier assignments, in the folders beside this one
from a07_matrix_form import forward as dense_forward
from a07_matrix_form import linear_backward
from a10_convolution_1d import pad_amounts

from conv_tools import pixel_numbers, same_channels

number_of_channels = functools.partial(np.size, axis=-1)


@dataclass(frozen=True)
class Geometry:
    """All the sizes of one layer in one place."""

    H: int
    W: int
    kh: int
    kw: int
    stride: int
    padding: str = "valid"

    @functools.cached_property
    def pads(self):
        return pads_2d(self.H, self.W, self.kh, self.kw, self.stride, self.padding)

    @property
    def places(self):
        (top, bottom), (left, right) = self.pads
        return (
            output_size(self.H + top + bottom, self.kh, self.stride),
            output_size(self.W + left + right, self.kw, self.stride),
        )

    def pad(self, X):
        return np.pad(np.asarray(X, dtype=float), ((0, 0), *self.pads, (0, 0)))

    def cut(self, padded):
        (top, _), (left, _) = self.pads
        return padded[:, top : top + self.H, left : left + self.W]

# %% [markdown]
# ## 1. How large is the result?
#
# A filter of side F slides over an image of side N. On a side of 7, a filter of 3 with stride 1
# begins at 0, 1, 2, 3, 4: five places. With stride 2 it begins at 0, 2, 4: three, so a 7 × 7 image
# gives a 3 × 3 result. The slide's rule is
#
# $$\frac{N - F}{S} + 1,$$
#
# and it leaves two things open. With stride 3 it says 2.33, but a window that doesn't fit isn't
# there: **round down**, to 2. And padding makes the image larger before anything slides. With P
# zeros on each side,
#
# $$\Bigl\lfloor \frac{N + 2P - F}{S} \Bigr\rfloor + 1.$$
#
# So a side of 32 with a filter of 5 gives 28, and a side of 7 with a filter of 3 and one zero on
# each side keeps its 7.


# %% task="A11.1"
def output_size(n, f, stride=1, pad=0):
    """Return how many places a window has along one side of an image.

    Parameters
    ----------
    n : int
        Side of the image, without padding.
    f : int
        Side of the window, at least 1.
    stride : int
        The step from one place to the next, at least 1.
    pad : int
        Zeros on **each** of the two ends of the side.

    Returns
    -------
    int
        ``floor((n + 2*pad - f) / stride) + 1``.

    Raises
    ------
    ValueError
        If the window is longer than the padded side.
    """
    if f > n + 2 * pad:
        raise ValueError(f"window {f} > side {n} + 2 * {pad}")
    return (n + 2 * pad - f) // stride + 1


# %% [markdown]
# ## 2. Padding in two directions
#
# Rows and columns are padded independently, each by A10's rule. Since `same` may put more zeros at
# one end than at the other, we need four numbers. This function is given; use it wherever an image
# is to be padded. It is handed to `np.pad` as it comes: `np.pad(x, pads_2d(...))`.


# %%
def pads_2d(height, width, kh, kw, stride, padding):
    """Return ``((top, bottom), (left, right))``: how many zeros go around an image.

    ``padding`` is ``"valid"`` or ``"same"`` (Keras's rule), in any letter case; anything else
    raises ValueError.
    """
    mode = padding.lower()
    if mode not in ("valid", "same"):
        raise ValueError(f"padding must be valid or same, not {padding!r}")
    return pad_amounts(height, kh, stride, mode), pad_amounts(width, kw, stride, mode)


# %% [markdown]
# ## 3. One image, one kernel
#
# At each place, multiply the window with the kernel entry by entry and add up all the products:
#
# $$y_{ij} = \sum_{p=0}^{k_h-1}\sum_{q=0}^{k_w-1} x_{i s+p,\; j s+q}\; k_{pq}.$$
#
# A slide shows one such place: nine products that add up to 4. Patch and kernel
#
# $$\begin{pmatrix}1&1&1\\0&1&1\\0&0&1\end{pmatrix},\quad
# \begin{pmatrix}1&0&1\\0&1&0\\1&0&1\end{pmatrix}$$
#
# do it: 1 + 1 + 1 + 1. (The × between the numbers is a multiplication sign, no letter. And there is
# no bias yet.)
#
# The lecture's example is the 3 × 3 image of the numbers 1 to 9. **Valid**, a 2 × 2 kernel has four
# places. With **same** padding it has nine, as many as the image has pixels, and the slide draws
# them in nine panels. An even kernel leaves one row and one column of zeros over, and here they
# stand **at the bottom and at the right**, as in Keras; A10's 1-D slide had them on the other side.
# (Stray marks in the panels are noise of the drawing. Every cell outside the image is 0.) The first
# figure at the end draws the nine panels with your own function.
#
# The slide's kernel has a single 2 at its top left and zeros elsewhere. That makes a nice picture
# and a poor test: a program that reads only that one entry passes, one that swaps rows with columns
# passes, and with `same` even the true, flipped convolution gives the same nine numbers. Try your
# function on $\begin{pmatrix}1&2\\3&4\end{pmatrix}$:
#
# $$\text{valid:}\ \begin{pmatrix}37&47\\67&77\end{pmatrix}, \qquad
# \text{same:}\ \begin{pmatrix}37&47&21\\67&77&33\\23&26&9\end{pmatrix}, \qquad
# \text{same, stride 2:}\ \begin{pmatrix}37&21\\23&9\end{pmatrix}.$$
#
# The nine-product kernel above is no better: turned by half a turn, it is itself.


# %% task="A11.2"
def correlate2d(x, k, stride=1, padding="valid"):
    """Return the cross-correlation of an image with a kernel.

    Parameters
    ----------
    x : array of shape (H, W)
        The image.
    k : array of shape (kh, kw)
        The kernel. It isn't flipped. Both are left as they were.
    stride : int
        The step from one window to the next, to the right as well as down; at least 1.
    padding : str
        ``"valid"`` (no zeros) or ``"same"`` (Keras's rule for rows and columns, as in ``pads_2d``),
        in any letter case.

    Returns
    -------
    array of shape (oh, ow)
        Entry (i, j) is the sum of all products of the kernel with the window of the padded image
        whose top left corner is at row ``i * stride`` and column ``j * stride``. With ``"same"``,
        oh is ``ceil(H / stride)`` and ow is ``ceil(W / stride)``.

    Raises
    ------
    ValueError
        If ``padding`` is neither of the two, or if the kernel is higher or wider than the padded
        image.
    """
    g = Geometry(*np.shape(x), *np.shape(k), stride, padding)
    rows = im2col(g.pad(np.reshape(x, (1, g.H, g.W, 1))), g.kh, g.kw, stride)
    return (rows @ np.ravel(k)).reshape(g.places)


# %% [markdown]
# ## 4. A layer: channels and filters
#
# A colour image has three channels, and a filter is as deep as its input: 5 × 5 × 3 on a 32 × 32 ×
# 3 image. The window is a small block now, and **all its products are added up into one number**,
# over rows, columns and channels:
#
# $$Y_{n,i,j,f} = \sum_{p,q,c} X_{n,\; is+p,\; js+q,\; c}\; K_{p,q,c,f} + b_f.$$
#
# Slid over all places, the filter leaves a 28 × 28 **feature map** (or *activation map*): no
# colours any more, one number per place, large where the image resembles the filter. A second
# filter leaves a second map. Six filters leave six, a result of 28 × 28 × 6, and to the next layer
# those six maps are what the three colours were to this one.
#
# Not the size of the image but the number of weights decides what a layer costs to learn. Six
# filters of 5 · 5 · 3 weights and one bias each are 456 parameters, for an image of any size. From
# 3 channels to 2, by windows of 3 × 3: `K` has shape (3, 3, 3, 2), and with 2 biases that makes 56.
#
# An **activation function** follows, applied to every number of every map. As in A08 it is what
# keeps two layers from collapsing into one. In this course it is a layer of its own (A12), so here
# it doesn't appear.
#
# The function returns a second value, a **cache**: what the backward pass will need to know about
# this call.


# %% task="A11.3"
@same_channels
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    """Return the output of a convolutional layer, and what its backward pass needs.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        A batch of images, channels last.
    K : array of shape (kh, kw, C, F)
        The filters. They aren't flipped.
    b : array of shape (F,)
        One bias per filter. All three are left as they were.
    stride : int
        The step from one window to the next, to the right as well as down; at least 1.
    padding : str
        ``"valid"`` or ``"same"``, as in ``correlate2d``, in any letter case.

    Returns
    -------
    Y : array of shape (N, oh, ow, F)
        Map f of image n is the sum over the channels c of
        ``correlate2d(X[n, :, :, c], K[:, :, c, f], stride, padding)``, plus ``b[f]``.
    cache : tuple
        ``(X, K, stride, padding)``, as they were handed in (X without padding).

        A tuple of the two.

    Raises
    ------
    ValueError
        If X and K differ in the number of channels, even where one of them has a single channel; if
        ``padding`` is neither of the two; or if the window is higher or wider than the padded
        images.
    """
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    g = Geometry(H, W, kh, kw, stride, padding)
    oh, ow = g.places
    rows = im2col(g.pad(X), kh, kw, stride)
    Y = dense_forward(rows, K.reshape(-1, F), np.reshape(b, (1, F))).reshape(N, oh, ow, F)
    return Y, (X, K, stride, padding)


# %% [markdown]
# ## 5. Windows as rows: im2col
#
# Look at one number of the result once more: a window times a filter, all products added. If we
# write the window as one long row and the filter as one long column, that is a **dot product**. And
# many rows times many columns is a matrix product:
#
# $$\underbrace{\text{cols}}_{(N\cdot oh\cdot ow)\,\times\,(kh\cdot kw\cdot C)}\;
# \underbrace{K\text{ as a matrix}}_{(kh\cdot kw\cdot C)\,\times\,F}
# \;=\; \underbrace{Y\text{ as a matrix}}_{(N\cdot oh\cdot ow)\,\times\,F}.$$
#
# **im2col** ("image to columns", although here every window becomes a *row*) lays the windows out.
# On the image of 1 to 9, with windows of 2 × 2:
#
# | window | row |
# | --- | --- |
# | top left | 1 2 4 5 |
# | top right | 2 3 5 6 |
# | bottom left | 4 5 7 8 |
# | bottom right | 5 6 8 9 |
#
# Times the column (1, 2, 3, 4) this gives 37, 47, 67, 77, the four numbers of section 3.
# Overlapping windows repeat pixels (the 5 stands in every row), so im2col trades memory for speed:
# the sums then run inside one matrix product, which computers do extremely well.
#
# There is a second gain. Now **a convolution is a dense layer**, whose samples are windows:
# `cols @ K.reshape(-1, F) + b`. Whatever you know about a dense layer's backward pass (A07) holds
# for it. That only works if the numbers within a row come in the order in which `K.reshape(-1, F)`
# lists the weights: row by row of the window, and within a pixel its channels.


# %% task="A11.4"
def im2col(X, kh, kw, stride):
    """Return all windows of a batch of images, one per row.

    Parameters
    ----------
    X : array of shape (N, H, W, C)
        Images, already padded, at least kh high and kw wide. Left as they were.
    kh, kw : int
        Height and width of the window.
    stride : int
        The step from one window to the next, to the right as well as down; at least 1.

    Returns
    -------
    array of shape (N * oh * ow, kh * kw * C)
        ``oh = output_size(H, kh, stride)`` and ``ow = output_size(W, kw, stride)``. Row
        ``(n * oh + i) * ow + j`` is the window of image n whose top left corner is at row
        ``i * stride`` and column ``j * stride``, written out in C order: entry
        ``(p * kw + q) * C + c`` is pixel (p, q) of the window in channel c.
    """
    N, H, W, C = X.shape
    oh, ow = Geometry(H, W, kh, kw, stride).places
    numbers = pixel_numbers(W, C, kh, kw, oh, ow, stride)
    return np.reshape(X, (N, H * W * C))[:, numbers].reshape(N * oh * ow, kh * kw * C)


# %% [markdown]
# ## 6. Rows back to an image: col2im
#
# On the way back, every row carries news for the pixels of its window: "you should have been a
# little brighter". A pixel that lies in four windows gets four messages, and **they add up**,
# because a change of that pixel would change four results. So col2im puts each row back where
# im2col took it from, and adds.
#
# It is im2col's **transpose**, not its inverse: im2col followed by col2im doesn't give the image
# back, but the image with each pixel multiplied by the number of windows it lies in (A10's
# participation, now in two directions). Being the transpose means that for any image $X$ and any
# rows $R$
#
# $$\langle \text{im2col}(X),\, R\rangle = \langle X,\, \text{col2im}(R)\rangle,$$
#
# where $\langle\cdot,\cdot\rangle$ multiplies entry by entry and adds up. That is a sharp test, and
# it needs no solution to compare with.


# %% task="A11.5"
def col2im(cols, shape, kh, kw, stride):
    """Return images in which every row of a table of windows was added back to its place.

    The transpose of ``im2col``: where windows overlap, their entries are added up; a pixel in no
    window is 0.

    Parameters
    ----------
    cols : array of shape (N * oh * ow, kh * kw * C)
        One window per row, in the order of ``im2col``. Left as it was.
    shape : tuple (N, H, W, C)
        Shape of the images, padding included.
    kh, kw : int
        Height and width of the window.
    stride : int
        The step from one window to the next, to the right as well as down; at least 1.

    Returns
    -------
    array of shape (N, H, W, C)
        The sums.
    """
    N, H, W, C = shape
    oh, ow = Geometry(H, W, kh, kw, stride).places
    numbers = pixel_numbers(W, C, kh, kw, oh, ow, stride).ravel()
    images = np.empty((N, H * W * C))
    # bincount adds up whatever falls on the same number
    for image, weights in zip(images, np.reshape(cols, (N, len(numbers)))):
        image[:] = np.bincount(numbers, weights, minlength=H * W * C)
    return images.reshape(shape)


# %% [markdown]
# ## 7. Backward
#
# The lecture stops at the forward pass; a network that learns needs the way back. Given
# $dY = \partial L/\partial Y$, we want the slopes of $L$ with respect to everything that went in.
# With the windows as rows, each line is one of A07, with the matrices $R$ = im2col of the padded
# images, $K$ as (kh·kw·C, F), $dY$ as (N·oh·ow, F):
#
# $$dK = R^{\mathsf T} dY, \qquad db = \sum_{\text{rows}} dY, \qquad dR = dY\, K^{\mathsf T}.$$
#
# Then `col2im` adds $dR$ up to the slopes of the padded images, and the padding is cut off: the
# zeros at the edge were no input, so nobody asks for their slopes. They are **sums**, over images
# and places; a $1/N$, where the loss is a mean, is already inside $dY$.
#
# Two traps. Cutting with `[p:-p]` returns nothing when `p` is 0, and `same` has different pads at
# the two ends: cut `[top : top + H]`. And at stride 1 many a wrong backward pass looks right, so
# check with a stride of 2 as well. A01's numerical gradient is still the judge.
#
# Written out for one channel, stride 1 and no padding, two old acquaintances appear. $dK$ is the
# cross-correlation of `x` with `dY`: the same windows, another kernel. And $dX$ is the
# **true convolution** of `dY` with the kernel, in mode full: here, on the way back, the flip
# returns.


# %% task="A11.6"
def conv2d_backward(dY, cache):
    """Return the slopes of a loss with respect to the input, the filters and the biases of a layer.

    Parameters
    ----------
    dY : array of shape (N, oh, ow, F)
        Slopes of the loss with respect to the layer's output. Left as it was.
    cache : tuple
        ``(X, K, stride, padding)``, as ``conv2d_forward`` returns it: the images without padding,
        shape (N, H, W, C), the filters, shape (kh, kw, C, F), the stride, and ``"valid"`` or
        ``"same"``. Left as it was.

    Returns
    -------
    dX : array of shape (N, H, W, C)
        Slopes with respect to the images, without the padding.
    dK : array of shape (kh, kw, C, F)
        Slopes with respect to the filters, summed over all images and places.
    db : array of shape (F,)
        Slopes with respect to the biases, summed over all images and places.

        A tuple of the three.
    """
    X, K, stride, padding = cache
    _, H, W, _ = X.shape
    kh, kw, _, F = K.shape
    g = Geometry(H, W, kh, kw, stride, padding)
    padded = g.pad(X)
    rows = im2col(padded, kh, kw, stride)
    # section 5: a convolution is a dense layer, so A07 knows its slopes
    dR, dK, db = linear_backward(rows, K.reshape(-1, F), dY.reshape(-1, F))
    dX = g.cut(col2im(dR, padded.shape, kh, kw, stride))
    return dX, dK.reshape(K.shape), np.ravel(db)


# %% [markdown]
# ### In writing: where does the flip come from?
#
# Take one dimension, one channel, no padding and stride 1: $y_i = \sum_{j=0}^{k-1} x_{i+j}\,w_j$
# for $i = 0, \dots, n-k$, and let $g_i = \partial L/\partial y_i$ be known.
#
# 1. With the chain rule, written with indices and sums, derive $\partial L/\partial w_j$ and show
#   that the $k$ slopes together are the valid cross-correlation of $x$ with $g$.
# 2. Derive $\partial L/\partial x_p$ and show that the $n$ slopes together are the full
#   convolution, with its flip, of $g$ with $w$.
# 3. Which of the two changes how, when the forward pass has stride 2?
#
# *(10 points, marked by hand.)*

# %% [markdown]
# *Write your answer here.*

# %% [markdown]
# ## 8. The same layer in Keras
#
# `tf.keras.layers.Conv2D` is the function above with its weights kept inside. Its arguments, and
# where you have met them:
#
# | argument | meaning | when omitted | here |
# | --- | --- | --- | --- |
# | `filters` | how many maps come out | required | `K.shape` |
# | `kernel_size` | height and width of the window; one number: a square | required | `K.shape` |
# | `strides` | step down and across | (1, 1) | `stride`, one for both |
# | `padding` | `valid` or `same`, in any letter case | `valid` | `padding` |
# | `data_format` | channels last (N, H, W, C) or first (N, C, H, W) | last | last |
# | `activation` | applied after the bias | none | a layer of its own |
# | `use_bias` | whether a bias per filter is added | yes | always |
# | `kernel_initializer` | how the filters start | `glorot_uniform` | A13 |
# | `bias_initializer` | how the biases start | zeros | A13 |
# | `kernel_regularizer` | a penalty on the weights | none | A06's, by hand |
# | `bias_regularizer` | a penalty on the biases | none | A06's, by hand |
#
# The list on the slides isn't complete: `dilation_rate` (gaps inside the window), `groups` and a
# few more exist, and a stride can't be combined with a dilation.
#
# **What `same` means with a stride.** The output has side ⌈n / stride⌉, not n, and the zeros are
# just enough for that, the odd one at the bottom and right. A side of 28 with a window of 3 and
# stride 2 gives 14, with no zero at the top and one at the bottom. "Half the window on each side"
# would shift every window by one.
#
# **How the weights start.** Filters that start alike stay alike, so they start at random: *Glorot
# uniform* draws every weight between $-\ell$ and $\ell$ with
#
# $$\ell = \sqrt{\frac{6}{\text{fan}_{in} + \text{fan}_{out}}}, \qquad
# \text{fan}_{in} = k_h k_w C, \quad \text{fan}_{out} = k_h k_w F.$$
#
# The more numbers are added up, the smaller each weight; so signals neither fade nor explode from
# layer to layer, forward or backward. For six filters of 5 × 5 × 3 it is
# $\sqrt{6/225} \approx 0.163$. Biases may start at zero, since the filters already differ. You will
# write this in A13.
#
# One more difference in practice: Keras computes in single precision, so its numbers agree with
# yours to about five digits.

# %% [markdown]
# ## See it
#
# 1. The nine places of a 2 × 2 kernel on the 3 × 3 image with `same`: zeros at the bottom and at
#   the right.
# 2. A handwritten digit under five kernels: blurring, sharpening, edges in two directions, and one
#   that compares a small centre with its surround. The weights of the last three add up to 0, so a
#   plain area answers 0; red and blue are the two directions of an edge.
# 3. A 32 × 32 × 3 image and six 5 × 5 × 3 filters: six feature maps of 28 × 28. Four filters are
#   made by hand, two are drawn by Glorot's rule, as every filter is before training.
# 4. A filter that learns. Somebody applied an unknown edge kernel to fifty digits; from input and
#   output alone, `conv2d_backward` says how to change our random filter. The step against the
#   gradient, drawn as a picture, already resembles the unknown kernel, and a few hundred steps
#   recover it.
# 5. How fast? Sums by `correlate2d`, windows of the whole batch by `conv2d_forward`, and `im2col`
#   with one matrix product. The scale is logarithmic.

# %% tags=["experiment"]
if __name__ == "__main__":
    import figures

    figures.nine_panels(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.digit_filters(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.feature_maps(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.learned_filter(sys.modules[__name__])

# %% tags=["experiment"]
if __name__ == "__main__":
    figures.speed(sys.modules[__name__])
