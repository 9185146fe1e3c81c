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

SECONDS_PER_CELL = 300

# The same for every notebook and every machine: no versions, no state of widgets, no timings.
METADATA = {
    "kernelspec": {"display_name": "Java", "language": "java", "name": "java"},
    "language_info": {
        "codemirror_mode": "java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "name": "Java",
        "pygments_lexer": "java",
    },
}
CELL_METADATA = ("jupyter", "tags")


def end_with_parent():
    """A build that is killed must not leave a kernel behind: nbclient ends it on SIGTERM."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def first_error(notebook):
    """Which cell failed and why, in one line."""
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return f"cell {index}, id {cell.get('id')}: {output.evalue}"
    return None


def drop_empty_places(cell):
    """A slider keeps a place for what its functions print: a reader need not see it empty."""
    if cell.cell_type == "code":
        cell.outputs = [out for out in cell.outputs if out.get("data") != {}]


def main(source, result):
    threading.Thread(target=end_with_parent, daemon=True).start()
    notebook = nbformat.read(source, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="java",
        timeout=SECONDS_PER_CELL,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(Path(source).resolve().parent)}},
    )
    problem = None
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        problem = first_error(notebook) or str(error)
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        drop_empty_places(cell)
        cell.metadata = nbformat.from_dict(
            {key: cell.metadata[key] for key in CELL_METADATA if key in cell.metadata}
        )
    nbformat.write(notebook, result)
    if problem:
        sys.exit(problem)


if __name__ == "__main__":
    main(*sys.argv[1:])
