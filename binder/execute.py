"""Executes a notebook in the real kernel and writes it, outputs included, elsewhere.

usage: execute.py NOTEBOOK RESULT

Stops at the first cell that fails, writes what there is, and exits with 1.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

SECONDS_A_CELL = 60


def end_with_parent():
    """A build that is killed must not leave a kernel behind: nbclient ends it on SIGTERM."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def main(source, result):
    threading.Thread(target=end_with_parent, daemon=True).start()
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="java",
        timeout=SECONDS_A_CELL,
        record_timing=False,
        resources={"metadata": {"path": str(Path(source).resolve().parent)}},
    )
    problem = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        problem = str(error)
    # The kernel describes itself, its versions included: not what a reader needs.
    notebook.metadata = nbformat.read(source, as_version=4).metadata
    nbformat.write(notebook, result)
    if problem:
        sys.exit(problem)


if __name__ == "__main__":
    main(*sys.argv[1:])
