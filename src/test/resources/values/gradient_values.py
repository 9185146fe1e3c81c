"""Writes gradient_values.txt: gradients, losses and optimisers' steps, computed by JAX in double precision.

Run with jax and optax installed: python gradient_values.py > gradient_values.txt
"""
import jax
jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import optax
from jax import lax

random = np.random.default_rng(11)
NHWC = ("NHWC", "HWIO", "NHWC")


def numbers(*shape):
    return random.integers(-8, 9, shape) / 8.0


def distinct(*shape):
    return random.permutation(int(np.prod(shape))).reshape(shape) / np.prod(shape) - 0.4


def line(name, array):
    values = " ".join(f"{v:.9g}" for v in np.asarray(array).ravel())
    print(name, "x".join(map(str, np.shape(array))) or "1", values)


def case(op, function, x, **weights):
    """The gradients of sum(g * function(x, **weights)) for some g."""
    print(f"## jax\nop {op}")
    g = numbers(*jax.eval_shape(function, x, **weights).shape)
    gx, gw = jax.grad(lambda x, w: (g * function(x, **w)).sum(), (0, 1))(x, weights)
    line("x", x)
    line("g", g)
    line("gx", gx)
    for name in weights:
        line(name, weights[name])
        line("g" + name, gw[name])


def conv(shape, kernel, filters, stride, padding, dilation=(1, 1), groups=1):
    pads = padding.upper() if padding in ("same", "valid") else [padding[:2], padding[2:]]
    name = padding if isinstance(padding, str) else ",".join(map(str, padding))
    case(f"conv filters={filters} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} "
         f"padding={name} dilation={dilation[0]}x{dilation[1]} groups={groups}",
         lambda x, weights, bias: bias + lax.conv_general_dilated(
             x, weights, stride, pads, rhs_dilation=dilation, dimension_numbers=NHWC,
             feature_group_count=groups),
         numbers(*shape), weights=numbers(*kernel, shape[-1] // groups, filters),
         bias=numbers(filters))


def transposed(shape, kernel, filters, stride, padding):
    case(f"transposed filters={filters} kernel={kernel[0]}x{kernel[1]} "
         f"stride={stride[0]}x{stride[1]} padding={padding} dilation=1x1",
         lambda x, weights, bias: bias + lax.conv_transpose(
             x, weights, stride, padding.upper(), dimension_numbers=NHWC, transpose_kernel=True),
         numbers(*shape), weights=numbers(*kernel, filters, shape[-1]), bias=numbers(filters))


def pool(kind, shape, kernel, stride, padding):
    ones = (1, *kernel, 1), (1, *stride, 1), padding.upper()

    def average(x):
        count = lax.reduce_window(jnp.ones_like(x), 0.0, lax.add, *ones)
        return lax.reduce_window(x, 0.0, lax.add, *ones) / count

    case(f"{kind} kernel={kernel[0]}x{kernel[1]} stride={stride[0]}x{stride[1]} padding={padding}",
         average if kind == "avgpool"
         else lambda x: lax.reduce_window(x, -jnp.inf, lax.max, *ones), distinct(*shape))


def batch_norm(x, gamma, beta):
    axes = tuple(range(x.ndim - 1))
    mean, var = x.mean(axes), x.var(axes)
    return gamma * (x - mean) / jnp.sqrt(var + 1e-3) + beta


def loss(classes, smoothing):
    x, labels = 6 * numbers(4, classes), random.integers(0, classes, 4)
    targets = optax.smooth_labels(jax.nn.one_hot(labels, classes), smoothing)
    f = lambda x: optax.softmax_cross_entropy(x, targets).mean()
    print(f"## jax\nop loss smoothing={smoothing} labels={','.join(map(str, labels))}")
    line("x", x)
    line("y", f(x))
    line("gx", jax.grad(f)(x))


def steps(name, settings, optimizer):
    w, state = numbers(6), None
    print(f"## jax\nop {name} {settings}")
    line("w", w)
    state = optimizer.init(w)
    for i in range(4):
        g = numbers(6)
        line(f"g{i}", g)
        update, state = optimizer.update(g, state, w)
        w = optax.apply_updates(w, update)
        line(f"w{i}", w)


print(f"Computed by JAX {jax.__version__} and optax {optax.__version__}.")
conv((2, 5, 6, 2), (3, 2), 3, (1, 1), "same")
conv((2, 7, 6, 2), (3, 3), 3, (2, 2), "valid")
conv((1, 8, 6, 4), (3, 3), 6, (3, 2), "same", (1, 1), 2)
conv((2, 7, 7, 3), (2, 3), 3, (2, 1), (1, 2, 0, 3), (2, 2), 3)
conv((1, 9, 5, 1), (3, 1), 2, (2, 3), (2, 0, 1, 1), (3, 1))
conv((3, 5, 5, 8), (1, 1), 4, (2, 2), "valid")
conv((2, 6, 6, 3), (5, 5), 2, (1, 1), "same")
transposed((2, 3, 4, 2), (3, 3), 3, (2, 2), "valid")
transposed((1, 3, 3, 2), (4, 4), 2, (2, 2), "same")
for kind in ("maxpool", "avgpool"):
    pool(kind, (2, 5, 5, 2), (2, 2), (2, 2), "same")
    pool(kind, (1, 7, 6, 2), (3, 3), (2, 2), "valid")
    pool(kind, (1, 6, 6, 1), (3, 2), (1, 1), "same")
case("batchnorm", batch_norm, distinct(3, 2, 4, 3), gamma=numbers(3), beta=numbers(3))
case("dense outputs=4", lambda x, weights, bias: x @ weights + bias, numbers(3, 5),
     weights=numbers(5, 4), bias=numbers(4))
case("softmax", jax.nn.softmax, 3 * numbers(3, 5))
loss(5, 0.0)
loss(10, 0.1)
steps("sgd", "rate=0.1", optax.sgd(0.1))
steps("sgd", "rate=0.05 momentum=0.9", optax.sgd(0.05, 0.9))
steps("sgd", "rate=0.05 momentum=0.9 nesterov=true", optax.sgd(0.05, 0.9, True))
steps("sgd", "rate=0.05 momentum=0.9 decay=0.01",
      optax.chain(optax.add_decayed_weights(0.01), optax.sgd(0.05, 0.9)))
steps("adam", "rate=0.01", optax.adam(0.01))
steps("adam", "rate=0.1 decay=0.01", optax.chain(optax.add_decayed_weights(0.01), optax.adam(0.1)))
