"""Writes reference_values.txt: small integer examples computed by TensorFlow and PyTorch.

Run with tensorflow-cpu and torch installed: python reference_values.py > reference_values.txt
"""
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F

random = np.random.default_rng(19)


def integers(*shape):
    return random.integers(-4, 5, shape).astype(np.float64)


def line(name, array):
    values = " ".join(f"{v:.9g}" for v in array.ravel())
    print(name, "x".join(map(str, array.shape)), values)


def case(title, op, x, y, **weights):
    print(f"## {title}\nop {op}")
    line("x", x)
    for name, array in weights.items():
        line(name, array)
    line("y", np.asarray(y))


def nchw(x):
    return torch.from_numpy(np.moveaxis(x, -1, 1).copy())


def nhwc(y):
    return np.moveaxis(y.numpy(), 1, -1)


def tf_conv(shape, kernel, filters, stride, padding, dilation=(1, 1)):
    x, w, b = integers(*shape), integers(*kernel, shape[-1], filters), integers(filters)
    y = tf.nn.conv2d(x, w, (1, *stride, 1), padding.upper(), dilations=(1, *dilation, 1)) + b
    case("tensorflow conv2d",
         f"conv filters={filters} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} "
         f"padding={padding} dilation={dilation[0]}x{dilation[1]}", x, y, weights=w, bias=b)


def tf_depthwise(shape, kernel, multiplier, stride, padding, dilation=(1, 1)):
    x, w = integers(*shape), integers(*kernel, shape[-1], multiplier)
    y = tf.nn.depthwise_conv2d(x, w, (1, *stride, 1), padding.upper(), dilations=dilation)
    case("tensorflow depthwise_conv2d",
         f"depthwise multiplier={multiplier} kernel={kernel[0]}x{kernel[1]} "
         f"stride={stride[0]}x{stride[1]} padding={padding} "
         f"dilation={dilation[0]}x{dilation[1]}", x, y, weights=w)


def tf_pool(kind, shape, kernel, stride, padding):
    x = integers(*shape)
    pool = tf.nn.max_pool2d if kind == "maxpool" else tf.nn.avg_pool2d
    case(f"tensorflow {kind}",
         f"{kind} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} padding={padding}",
         x, pool(x, kernel, stride, padding.upper()))


def torch_conv(shape, kernel, filters, stride, pad, dilation, groups):
    x, w = integers(*shape), integers(*kernel, shape[-1] // groups, filters)
    top, bottom, left, right = pad
    padded = F.pad(nchw(x), (left, right, top, bottom))
    oihw = torch.from_numpy(np.transpose(w, (3, 2, 0, 1)).copy())
    y = F.conv2d(padded, oihw, stride=stride, dilation=dilation, groups=groups)
    case("pytorch conv2d",
         f"conv filters={filters} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} "
         f"padding={top},{bottom},{left},{right} dilation={dilation[0]}x{dilation[1]} "
         f"groups={groups}", x, nhwc(y), weights=w)


def torch_pool(kind, shape, kernel, stride, pad, ceil, include=None):
    x = integers(*shape)
    if kind == "maxpool":
        y = F.max_pool2d(nchw(x), kernel, stride, pad, ceil_mode=ceil)
    else:
        y = F.avg_pool2d(nchw(x), kernel, stride, pad, ceil_mode=ceil, count_include_pad=include)
    case(f"pytorch {kind}",
         f"{kind} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} "
         f"padding={pad[0]},{pad[0]},{pad[1]},{pad[1]} ceil={str(ceil).lower()}"
         + ("" if include is None else f" countPadding={str(include).lower()}"), x, nhwc(y))


def tf_transposed(shape, kernel, filters, stride, padding):
    x, w, b = integers(*shape), integers(*kernel, filters, shape[-1]), integers(filters)
    size = [n * s if padding == "same" else (n - 1) * s + k
            for n, s, k in zip(shape[1:3], stride, kernel)]
    y = tf.nn.conv2d_transpose(x, w, (shape[0], *size, filters), (1, *stride, 1),
                               padding.upper()) + b
    case("tensorflow conv2d_transpose",
         f"transposed filters={filters} kernel={kernel[0]}x{kernel[1]} "
         f"stride={stride[0]}x{stride[1]} padding={padding}", x, y, weights=w, bias=b)


def torch_transposed(shape, kernel, filters, stride, pad, dilation=(1, 1), more=(0, 0)):
    """What PyTorch calls output padding is that much less padding at the bottom and right."""
    x, w, b = integers(*shape), integers(*kernel, filters, shape[-1]), integers(filters)
    iohw = torch.from_numpy(np.transpose(w, (3, 2, 0, 1)).copy())
    y = F.conv_transpose2d(nchw(x), iohw, torch.from_numpy(b), stride, pad, more, 1, dilation)
    case("pytorch conv_transpose2d",
         f"transposed filters={filters} kernel={kernel[0]}x{kernel[1]} "
         f"stride={stride[0]}x{stride[1]} "
         f"padding={pad[0]},{pad[0] - more[0]},{pad[1]},{pad[1] - more[1]} "
         f"dilation={dilation[0]}x{dilation[1]}", x, nhwc(y), weights=w, bias=b)


print(f"Computed by TensorFlow {tf.__version__} and PyTorch {torch.__version__}.")
tf_conv((1, 5, 6, 2), (2, 2), 3, (1, 1), "same")
tf_conv((1, 6, 6, 2), (2, 2), 3, (2, 2), "same")
tf_conv((1, 5, 5, 2), (4, 4), 2, (1, 1), "same")
tf_conv((1, 6, 8, 1), (3, 3), 2, (2, 2), "same")
tf_conv((1, 7, 7, 3), (3, 3), 2, (2, 2), "same")
tf_conv((1, 5, 5, 1), (1, 1), 2, (2, 2), "same")
tf_conv((1, 7, 8, 2), (3, 2), 2, (1, 1), "valid", (2, 3))
tf_conv((1, 7, 6, 2), (3, 3), 2, (1, 1), "same", (2, 2))
tf_conv((1, 6, 5, 1), (2, 2), 2, (1, 1), "same", (3, 2))
tf_conv((1, 4, 7, 2), (1, 5), 3, (1, 1), "same")
tf_conv((1, 7, 4, 2), (5, 1), 3, (1, 1), "valid")
tf_conv((3, 4, 4, 2), (3, 3), 2, (1, 1), "same")
tf_conv((2, 5, 6, 3), (2, 3), 2, (2, 2), "valid")
tf_depthwise((1, 6, 6, 3), (3, 3), 1, (2, 2), "same")
tf_depthwise((2, 5, 5, 2), (2, 2), 3, (1, 1), "same")
tf_depthwise((1, 7, 7, 2), (3, 3), 2, (1, 1), "valid", (2, 2))
for kind in ("maxpool", "avgpool"):
    tf_pool(kind, (1, 6, 6, 2), (3, 3), (2, 2), "same")
    tf_pool(kind, (2, 5, 5, 2), (2, 2), (2, 2), "same")
    tf_pool(kind, (1, 5, 6, 1), (3, 2), (1, 1), "same")
    tf_pool(kind, (1, 7, 7, 2), (3, 3), (2, 2), "valid")
torch_conv((1, 6, 6, 4), (3, 3), 6, (1, 1), (1, 1, 1, 1), (1, 1), 2)
torch_conv((2, 5, 7, 6), (3, 2), 3, (2, 1), (0, 0, 0, 0), (1, 1), 3)
torch_conv((1, 7, 7, 4), (3, 3), 4, (2, 2), (2, 1, 0, 3), (2, 2), 4)
torch_conv((1, 5, 5, 2), (3, 3), 2, (1, 1), (4, 4, 4, 4), (1, 1), 1)
torch_pool("maxpool", (1, 6, 6, 2), (3, 3), (2, 2), (0, 0), True)
torch_pool("maxpool", (1, 5, 5, 1), (2, 2), (2, 2), (1, 1), True)
torch_pool("maxpool", (1, 7, 6, 2), (3, 3), (2, 2), (1, 1), True)
torch_pool("maxpool", (2, 4, 4, 2), (2, 2), (3, 3), (1, 1), True)
for include in (True, False):
    torch_pool("avgpool", (1, 6, 6, 2), (3, 3), (2, 2), (0, 0), True, include)
    torch_pool("avgpool", (1, 5, 5, 2), (3, 3), (1, 1), (1, 1), False, include)
    torch_pool("avgpool", (1, 6, 7, 1), (3, 3), (2, 2), (1, 1), True, include)
    torch_pool("avgpool", (2, 4, 4, 2), (2, 2), (3, 3), (1, 1), True, include)
tf_transposed((1, 4, 5, 2), (3, 3), 3, (1, 1), "same")
tf_transposed((1, 4, 5, 2), (3, 3), 3, (1, 1), "valid")
tf_transposed((1, 3, 4, 2), (3, 3), 2, (2, 2), "same")
tf_transposed((1, 3, 4, 3), (4, 4), 2, (2, 2), "same")
tf_transposed((2, 3, 3, 2), (4, 2), 3, (2, 2), "valid")
tf_transposed((1, 3, 3, 1), (2, 2), 2, (3, 3), "same")
tf_transposed((1, 3, 3, 1), (2, 2), 2, (3, 3), "valid")
tf_transposed((1, 3, 2, 2), (5, 3), 2, (3, 2), "same")
tf_transposed((1, 4, 3, 2), (1, 5), 3, (1, 2), "same")
tf_transposed((2, 2, 3, 2), (2, 5), 2, (2, 3), "valid")
torch_transposed((1, 4, 4, 2), (3, 3), 3, (2, 2), (1, 1))
torch_transposed((1, 4, 4, 2), (3, 3), 3, (2, 2), (1, 1), more=(1, 1))
torch_transposed((2, 3, 4, 3), (4, 4), 2, (2, 2), (1, 1))
torch_transposed((1, 3, 3, 2), (5, 4), 2, (3, 1), (2, 1), more=(2, 0))
torch_transposed((1, 4, 3, 2), (3, 3), 2, (1, 1), (0, 0), (2, 2))
torch_transposed((1, 3, 3, 2), (3, 2), 2, (2, 3), (1, 2), (2, 3))
torch_transposed((1, 3, 4, 1), (3, 3), 2, (2, 2), (0, 0), (2, 2))
torch_transposed((1, 3, 3, 2), (2, 2), 3, (3, 3), (0, 0))
torch_transposed((1, 4, 4, 1), (3, 3), 2, (1, 1), (2, 2))
torch_transposed((1, 5, 5, 1), (2, 2), 2, (1, 1), (2, 2))
