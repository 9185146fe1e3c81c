"""Interrupts a training in the real kernel, as the stop button does, and goes on with it.

usage: interrupt_fit.py, in the project's folder; prints what the cells showed
"""

import time

from jupyter_client.manager import start_new_kernel

SECONDS = 60
TRAINER = """Trainer digits = trainer(model(LeNet.modern28(), 1), Mnist.digits());
double before = evaluate(digits.model(), Mnist.digits().test()).accuracy();"""
FIT = "digits.fit(%d).epochs().size()"
USABLE = 'evaluate(digits.model(), Mnist.digits().test()).accuracy() > before + 0.2'


def shown(message):
    content = message["content"]
    return content.get("evalue") or content.get("text") or content["data"]["text/plain"]


def run(client, code, interrupt=None):
    """Executes a cell; calls interrupt once a training shows its second epoch."""
    request = client.execute(code)
    last = ""
    stopped = None
    while True:
        message = client.get_iopub_msg(timeout=SECONDS)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind = message["msg_type"]
        if kind == "status" and message["content"]["execution_state"] == "idle":
            break
        if kind == "update_display_data" and interrupt and not stopped:
            if shown(message).startswith("epoch 2 of "):
                stopped = time.monotonic()
                interrupt()
        elif kind in ("execute_result", "error"):
            last = shown(message)
    if stopped:
        print(f"back after {time.monotonic() - stopped:.2f} s")
    print(last)


manager, client = start_new_kernel(kernel_name="java", cwd="notebooks")
try:
    run(client, "%load setup.jsh")
    run(client, TRAINER)
    run(client, FIT % 500, manager.interrupt_kernel)
    run(client, USABLE)
    run(client, FIT % 1)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
