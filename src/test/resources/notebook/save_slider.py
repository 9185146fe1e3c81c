"""Saves notebooks with a widget as JupyterLab's server does, and says what is in the files."""

import json
import logging
import tempfile
from pathlib import Path

import nbformat.v4 as v4
from jupyter_server.serverapp import ServerApp

WIDGET = "application/vnd.jupyter.widget-view+json"
logging.disable(logging.CRITICAL)


def notebook(kernel):
    """A slider with words, a widget without, and a picture."""
    forms = ({WIDGET: {}, "text/plain": "width: 2"}, {WIDGET: {}}, {"image/png": "iVBORw0="})
    cell = v4.new_code_cell(outputs=[v4.new_output("display_data", form) for form in forms])
    spec = {"kernelspec": {"name": kernel, "display_name": kernel}}
    return v4.new_notebook(cells=[cell, v4.new_markdown_cell("words")], metadata=spec)


with tempfile.TemporaryDirectory() as folder:
    server = ServerApp(root_dir=folder, allow_root=True, log_level="ERROR")
    server.initialize(argv=[], new_httpserver=False)
    contents = server.contents_manager
    for kernel in ("java", "python3"):
        model = {"type": "notebook", "format": "json", "content": notebook(kernel)}
        server.io_loop.run_sync(lambda model=model: contents.save(model, "saved.ipynb"))
        saved = json.loads(Path(folder, "saved.ipynb").read_text(encoding="utf-8"))
        print(kernel, [list(output["data"]) for output in saved["cells"][0]["outputs"]])
    model = {"type": "file", "format": "text", "content": "{}"}
    server.io_loop.run_sync(lambda: contents.save(model, "saved.txt"))
    print(Path(folder, "saved.txt").read_text(encoding="utf-8"))
