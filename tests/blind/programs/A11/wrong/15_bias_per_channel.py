"""
task: A11.3
promise: Map f of image n is the sum over the channels c of ``correlate2d(...)``, plus ``b[f]``
broken: Adds the bias inside the sum over the channels, once per channel.
name: bias added once per channel
"""
def conv2d_forward(X, K, b, stride=1, padding="valid"):
    images, kernels = np.asarray(X), np.asarray(K)
    if images.shape[3] != kernels.shape[2]:
        raise ValueError("X and K differ in the number of channels")
    maps = []
    for image in images:
        layers = []
        for f in range(kernels.shape[3]):
            total = 0
            for c in range(kernels.shape[2]):
                total = total + correlate2d(image[:, :, c], kernels[:, :, c, f], stride, padding) + b[f]
            layers.append(total)
        maps.append(np.stack(layers, axis=-1))
    return np.array(maps), (X, K, stride, padding)


# witness
def witness(m):
    return m.conv2d_forward(np.ones((1, 2, 2, 3)), np.ones((2, 2, 3, 2)), np.array([1.0, -2.0]))[0]
