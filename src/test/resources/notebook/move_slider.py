"""Plays a page that has widgets: runs a cell with a slider in the real kernel and moves it."""

import time

from real_kernel import kernel

CELLS = [
    "%load setup.jsh",
    """whatIf(slider("kernel", 1, 7).at(3), k -> {
        if (k > 5) throw new IllegalArgumentException("too large");
        return "weights: " + k * k;
    })""",
]

with kernel() as (_, client):
    comms = {}
    places = {}
    answers = []

    def send(kind, comm, data):
        content = {"comm_id": comm, "data": data}
        client.shell_channel.send(client.session.msg(kind, content))

    def read(until, seconds=60):
        """Reads what the kernel publishes, as a page does, until something holds."""
        end = time.time() + seconds
        while not until() and time.time() < end:
            try:
                message = client.get_iopub_msg(timeout=1)
            except Exception:
                continue
            content = message["content"]
            kind = message["msg_type"]
            if kind == "comm_open":
                comms[content["comm_id"]] = (content, message["metadata"])
                if content["target_name"] != "jupyter.widget":
                    send("comm_close", content["comm_id"], {})
            elif kind in ("display_data", "update_display_data"):
                places[content["transient"]["display_id"]] = content["data"]
            elif kind == "comm_msg":
                answers.append(message)
            elif kind in ("error", "stream"):
                raise SystemExit(f"the kernel says {content}")
        if not until():
            raise SystemExit(f"waited in vain; in the places: {places}")

    def shown():
        return [place.get("text/plain") for place in places.values()]

    def sliders():
        opened = [content for content, _ in comms.values()]
        return [
            content
            for content in opened
            if content["data"].get("state", {}).get("_model_name") == "IntSliderModel"
        ]

    for cell in CELLS:
        client.execute(cell)
    read(lambda: len(places) == 2)
    print("at first", shown())
    view = "application/vnd.jupyter.widget-view+json"
    read(lambda: any(view in place for place in places.values()))
    slider = sliders()[0]
    model = [place[view]["model_id"] for place in places.values() if view in place]
    print("the slider is shown", model == [slider["comm_id"]])
    print("protocol", comms[slider["comm_id"]][1]["version"])
    for value in (5, 6, 2):
        send("comm_msg", slider["comm_id"], {"method": "update", "state": {"value": value}})
        read(lambda: f"weights: {value * value}" in shown() or "there is nothing" in str(shown()))
        print("at", value, shown()[-1])
        if value == 6:
            places[list(places)[-1]] = {}
    question = client.session.msg(
        "comm_msg", {"comm_id": slider["comm_id"], "data": {"method": "request_state"}}
    )
    client.shell_channel.send(question)
    answers.clear()
    read(lambda: answers)
    named = answers[0]["parent_header"]["msg_id"] == question["header"]["msg_id"]
    print("loaded again", named, answers[0]["content"]["data"]["state"]["description"])
