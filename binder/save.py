"""How JupyterLab saves the Java notebooks: words where a slider stood, which ends with its kernel.

A widget that is opened without its kernel is shown as an error. This is an extension of Jupyter's
server, which binder/kernel.py installs as pointwise_save.
"""

WIDGET = "application/vnd.jupyter.widget-view+json"


def without_widgets(model, **_):
    """Takes the widgets out of what is about to be saved, where there are words instead."""
    notebook = model.get("content")
    if model.get("type") != "notebook" or not notebook:
        return
    if notebook.get("metadata", {}).get("kernelspec", {}).get("name") != "java":
        return
    for cell in notebook.get("cells", []):
        for output in cell.get("outputs", []):
            if "text/plain" in output.get("data", {}):
                output["data"].pop(WIDGET, None)


def _jupyter_server_extension_points():
    return [{"module": "pointwise_save"}]


def _load_jupyter_server_extension(server):
    server.contents_manager.register_pre_save_hook(without_widgets)
