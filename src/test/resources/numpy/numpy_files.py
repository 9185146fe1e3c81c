"""Writes the files of this folder with NumPy, and a network's outputs with JAX.

python3 numpy_files.py          rewrites them
python3 numpy_files.py FILE     runs the weights in FILE (.npz, saved by Model.save) on the same
                                input and says how far the outputs are from those of network.npz
"""

import sys

import jax
import jax.numpy as jnp
import numpy as np


def network(weights, x):
    """conv(4, 3).same(), relu, maxPool(2), flatten, dense(3)."""
    y = jax.lax.conv_general_dilated(
        x[None], weights["conv1/weights"], (1, 1), "SAME",
        dimension_numbers=("NHWC", "HWIO", "NHWC"))[0]
    y = jnp.maximum(y + weights["conv1/bias"], 0)
    y = jax.lax.reduce_window(y, -jnp.inf, jax.lax.max, (2, 2, 1), (2, 2, 1), "VALID")
    return y.reshape(-1) @ weights["dense1/weights"] + weights["dense1/bias"]


def write():
    random = np.random.default_rng(1)

    def draw(*shape):
        return random.standard_normal(shape).astype("f4")

    x = draw(6, 8, 2)
    weights = {
        "conv1/weights": draw(3, 3, 2, 4), "conv1/bias": draw(4),
        "dense1/weights": draw(3 * 4 * 4, 3), "dense1/bias": draw(3)}
    np.savez("network.npz", **weights)
    np.savez_compressed("network_run.npz", x=x, y=np.asarray(network(weights, x)))

    a = np.arange(24, dtype="f4").reshape(2, 3, 4) / 8
    np.save("c_order.npy", a)
    np.save("fortran.npy", np.asfortranarray(a))
    np.save("float64.npy", a.astype("f8"))
    np.save("big_endian.npy", a.astype(">f4"))
    np.save("big_endian_fortran_float64.npy", np.asfortranarray(a.astype(">f8")))
    with open("version2.npy", "wb") as file:
        np.lib.format.write_array(file, a, version=(2, 0))
    np.save("scalar.npy", np.float32(2.5))
    np.save("vector.npy", np.array([1, -2, np.inf], dtype="f4"))
    np.save("integers.npy", np.arange(3))
    np.save("half.npy", a.astype("f2"))
    np.save("empty.npy", np.zeros((0, 3), dtype="f4"))
    np.save("beyond.npy", np.array([1, 1e300]))
    np.save("record.npy", np.zeros(2, dtype=[("a", "<f4"), ("b", "<i4")]))


def compare(file):
    run = np.load("network_run.npz")
    y = network(dict(np.load(file)), run["x"])
    print(f"{file}: largest difference {np.abs(y - run['y']).max():.2e}")


if len(sys.argv) == 1:
    write()
else:
    compare(sys.argv[1])
