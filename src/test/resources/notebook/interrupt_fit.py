"""Interrupts a training in the real kernel, as the stop button does, and goes on with it.

usage: interrupt_fit.py, in the project's folder; prints what the cells showed
"""

import time

from real_kernel import kernel, run

TRAINER = """Trainer digits = trainer(model(LeNet.modern28(), 1), Mnist.digits());
double before = evaluate(digits.model(), Mnist.digits().test()).accuracy();"""
FIT = "digits.fit(%d).epochs().size()"
USABLE = "evaluate(digits.model(), Mnist.digits().test()).accuracy() > before + 0.2"

with kernel() as (manager, client):
    stopped = []

    def interrupt_in_epoch_2(kind, text):
        if kind == "update_display_data" and text.startswith("epoch 2 of ") and not stopped:
            stopped.append(time.monotonic())
            manager.interrupt_kernel()

    run(client, "%load setup.jsh")
    run(client, TRAINER)
    last = run(client, FIT % 500, interrupt_in_epoch_2)
    print(f"back after {time.monotonic() - stopped[0]:.2f} s")
    print(last)
    print(run(client, USABLE))
    print(run(client, FIT % 1))
