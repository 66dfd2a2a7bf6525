"""Shifting instead of sliding: helpers for A12."""


def shifted(padded, size, stride, places):
    """Yield, for each cell of the window in row order, a view of that cell under all windows."""
    rows, columns = places
    for r in range(size):
        for q in range(size):
            yield padded[
                :,
                r : r + (rows - 1) * stride + 1 : stride,
                q : q + (columns - 1) * stride + 1 : stride,
            ]


def cut(padded, corner, shape):
    """Return the part of images in their border that is image."""
    (top, left), (_, height, width, _) = corner, shape
    return padded[:, top : top + height, left : left + width]
