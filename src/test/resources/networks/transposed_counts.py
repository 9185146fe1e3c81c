"""Writes transposed_counts.csv: transposed convolutions as the tools themselves count them.

Run with torch, tensorflow-cpu, fvcore, ptflops, thop, torchinfo and calflops installed:
python transposed_counts.py pytorch > transposed_counts.csv
python transposed_counts.py tensorflow >> transposed_counts.csv
(Twice, since the two frameworks' copies of LLVM do not bear each other.)
"""
import contextlib
import io
import sys

COLUMNS = ["FLOPs (2 × MACs)", "fvcore", "ptflops aten", "ptflops pytorch", "thop", "torchinfo",
           "calflops", "TensorFlow"]


def pytorch(height, width, depth, filters, kernel, stride, padding, bias):
    import ptflops
    import thop
    import torch
    import torchinfo
    from calflops import calculate_flops
    from fvcore.nn import FlopCountAnalysis
    from torch.utils.flop_counter import FlopCounterMode
    layer = torch.nn.ConvTranspose2d(depth, filters, kernel, stride, padding, bias=bias)
    model, x = torch.nn.Sequential(layer).eval(), torch.zeros(1, depth, height, width)
    with FlopCounterMode(display=False) as flops:
        model(x)
    yield flops.get_total_flops()
    yield FlopCountAnalysis(model, x).total()
    for backend in ("aten", "pytorch"):
        yield ptflops.get_model_complexity_info(
            model, (depth, height, width), as_strings=False, print_per_layer_stat=False,
            backend=backend)[0]
    yield int(thop.profile(model, (x,), verbose=False)[0])
    fresh = torch.nn.Sequential(layer).eval()
    yield torchinfo.summary(fresh, input_data=x, verbose=0).total_mult_adds
    yield calculate_flops(fresh, (1, depth, height, width), print_results=False,
                          output_as_string=False)[0]


def tensorflow(height, width, depth, filters, kernel, stride, same):
    import tensorflow as tf
    from tensorflow.python.framework.convert_to_constants import (
        convert_variables_to_constants_v2)
    x = tf.keras.Input((height, width, depth), batch_size=1)
    y = tf.keras.layers.Conv2DTranspose(filters, kernel, stride, "same" if same else "valid")(x)
    model = tf.keras.Model(x, y)
    function = tf.function(lambda image: model(image)).get_concrete_function(
        tf.TensorSpec((1, height, width, depth)))
    options = tf.compat.v1.profiler.ProfileOptionBuilder.float_operation()
    options["output"] = "none"
    graph = convert_variables_to_constants_v2(function).graph
    return tf.compat.v1.profiler.profile(graph, options=options).total_float_ops


def row(*values):
    print(",".join(map(str, values)))


PYTORCH = [(5, 7, 8, 4, 3, 2, 1, True), (5, 7, 8, 4, 3, 2, 0, True),
           (5, 6, 6, 10, 4, 2, 1, False), (5, 7, 8, 4, 2, 2, 0, True)]
TENSORFLOW = [(5, 7, 8, 4, 3, 2, True), (5, 7, 8, 4, 3, 2, False), (2, 2, 3, 1, 3, 2, False)]
if sys.argv[1] == "pytorch":
    row("height", "width", "depth", "filters", "kernel", "stride", "padding", "same", "bias",
        *COLUMNS)
    for case in PYTORCH:
        with contextlib.redirect_stdout(io.StringIO()):
            counts = list(pytorch(*case))
        row(*case[:7], "no", "yes" if case[7] else "no", *counts, "")
else:
    for case in TENSORFLOW:
        with contextlib.redirect_stdout(io.StringIO()):
            count = tensorflow(*case)
        row(*case[:6], 0, "yes" if case[6] else "no", "yes", *[""] * 7, count)
