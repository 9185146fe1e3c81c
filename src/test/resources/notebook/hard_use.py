"""Asks the real kernel for more than its 1 GB holds, interrupts it, and leaves a loop running in it.

usage: hard_use.py, in the project's folder; prints what the cells showed
"""

import time

from real_kernel import kernel, run

VGG = "Model vgg = model(Vgg.d(), 1); vgg.weights().size()"

BUSY = """double sum = java.util.stream.IntStream.range(0, Integer.MAX_VALUE).mapToDouble(i -> {
    double x = i;
    for (int k = 0; k < 100; k++) {
        x = Math.sqrt(x + k);
    }
    return x;
}).sum();"""

with kernel() as (manager, client):

    def interrupt_after_a_second(kind, text):
        if kind == "execute_input":
            time.sleep(1)
            manager.interrupt_kernel()

    def show(cell, react=lambda kind, text: None):
        print(run(client, cell, react), flush=True)

    run(client, "%load setup.jsh")
    show("Tensor.zeros(Shape.of(750_000_000))")
    show(VGG, interrupt_after_a_second)
    show(VGG)
    show(VGG)
    show("vgg.weights().size()")
    show("while (true) {}", interrupt_after_a_second)
    show("time(Shape.of(8, 8, 3), conv(4, 3))")
    show(BUSY, interrupt_after_a_second)
    show("System.gc(); 6 * 7")
