"""Writes pytorch_weights.npz and pytorch_run.npz: a network as PyTorch defines it.

python3 pytorch_weights.py

With PyTorch at hand the same network is

    torch.nn.Sequential(OrderedDict(
        conv1=Conv2d(2, 6, (3, 5), padding=(1, 2), groups=2), relu1=ReLU(),
        pool1=MaxPool2d(2), depthwise1=Conv2d(6, 12, 3, padding=1, groups=6),
        up=ConvTranspose2d(12, 5, (3, 2), stride=2), flatten=Flatten(),
        norm=BatchNorm1d(5 * 7 * 8, eps=1e-3), fc1=Linear(5 * 7 * 8, 4), fc2=Linear(4, 3))).eval()

and the functions below are its documentation's formulas in plain loops, so that only NumPy is
needed: images are channels x height x width.
"""

import numpy as np


def conv2d(x, weight, bias, padding, groups):
    """out[o] = bias[o] + sum over the inputs i of o's group of weight[o, i] * x[i]."""
    top, left = padding
    x = np.pad(x, ((0, 0), (top, top), (left, left)))
    outputs, inputs, kh, kw = weight.shape
    height, width = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.zeros((outputs, height, width))
    for o in range(outputs):
        group = o // (outputs // groups)
        for r in range(height):
            for c in range(width):
                window = x[group * inputs:(group + 1) * inputs, r:r + kh, c:c + kw]
                y[o, r, c] = (window * weight[o]).sum() + bias[o]
    return y


def conv_transpose2d(x, weight, bias, stride):
    """Every input adds weight[i, o], times itself, at its place times the stride."""
    inputs, outputs, kh, kw = weight.shape
    y = np.zeros((outputs, (x.shape[1] - 1) * stride + kh, (x.shape[2] - 1) * stride + kw))
    for i in range(inputs):
        for r in range(x.shape[1]):
            for c in range(x.shape[2]):
                y[:, r * stride:r * stride + kh, c * stride:c * stride + kw] += (
                    x[i, r, c] * weight[i])
    return y + bias[:, None, None]


def max_pool2d(x):
    channels, height, width = x.shape
    return x.reshape(channels, height // 2, 2, width // 2, 2).max(axis=(2, 4))


def network(w, x):
    y = conv2d(x, w["conv1.weight"], w["conv1.bias"], (1, 2), 2)
    y = max_pool2d(np.maximum(y, 0))
    y = conv2d(y, w["depthwise1.weight"], w["depthwise1.bias"], (1, 1), 6)
    y = conv_transpose2d(y, w["up.weight"], w["up.bias"], 2)
    y = y.reshape(-1)  # channel by channel
    y = (y - w["norm.running_mean"]) / np.sqrt(w["norm.running_var"] + 1e-3)
    y = y * w["norm.weight"] + w["norm.bias"]
    y = w["fc1.weight"] @ y + w["fc1.bias"]
    return w["fc2.weight"] @ y + w["fc2.bias"]


random = np.random.default_rng(1)


def draw(*shape):
    return random.standard_normal(shape).astype("f4")


FEATURES = 5 * 7 * 8
weights = {
    "conv1.weight": draw(6, 1, 3, 5), "conv1.bias": draw(6),
    "depthwise1.weight": draw(12, 1, 3, 3), "depthwise1.bias": draw(12),
    "up.weight": draw(12, 5, 3, 2), "up.bias": draw(5),
    "norm.weight": draw(FEATURES), "norm.bias": draw(FEATURES),
    "norm.running_mean": draw(FEATURES), "norm.running_var": np.abs(draw(FEATURES)) + 0.5,
    "fc1.weight": draw(4, FEATURES) / 8, "fc1.bias": draw(4),
    "fc2.weight": draw(3, 4), "fc2.bias": draw(3)}
x = draw(2, 6, 8)
y = network({name: value.astype("f8") for name, value in weights.items()}, x.astype("f8"))
np.savez("pytorch_weights.npz", **weights)
np.savez("pytorch_run.npz", x=x, y=y.astype("f4"))
