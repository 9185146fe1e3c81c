"""The notebooks' kernel as JupyterLab starts it, for scripts that play somebody who works in it."""

import sys
from contextlib import contextmanager
from pathlib import Path

from jupyter_client.manager import start_new_kernel

SECONDS = 60


@contextmanager
def kernel():
    """A new kernel: its manager and its client. It ends with the block."""
    said = Path("target/notebooks", Path(sys.argv[0]).stem + "-kernel.log")
    with said.open("w") as log:
        # Set-up looks for the jars beside the notebook's folder.
        manager, client = start_new_kernel(
            kernel_name="java", cwd="notebooks", stdout=log, stderr=log
        )
        try:
            yield manager, client
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def run(client, code, react=lambda kind, text: None):
    """Executes a cell, tells of all that it shows while it runs, and returns what it ended with."""
    request = client.execute(code)
    ended = ""
    while True:
        message = client.get_iopub_msg(timeout=SECONDS)
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status":
            if content["execution_state"] == "idle":
                return ended
            continue
        text = content.get("evalue") or content.get("text") or content.get("code")
        text = text or content.get("data", {}).get("text/plain", "")
        if kind in ("execute_result", "error"):
            ended = text
        react(kind, text)
