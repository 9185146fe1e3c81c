"""Plays a page that has widgets: runs a cell with a slider in the real kernel and moves it."""

import queue
import time

from real_kernel import SECONDS, kernel, run

CELL = """whatIf(slider("kernel", 1, 7).at(3), k -> {
    if (k == 4) LockSupport.parkNanos(1_000_000_000L);
    if (k == 2) System.out.println("two");
    if (k > 5) throw new IllegalArgumentException("too large");
    return "weights: " + k * k;
})"""
VIEW = "application/vnd.jupyter.widget-view+json"

with kernel() as (_, client):
    comms = {}
    parents = set()
    places = {}
    seen = []
    answers = []
    closed = []

    def send(comm, data, kind="comm_msg", **more):
        message = client.session.msg(kind, {"comm_id": comm, "data": data, **more})
        client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def move(value):
        send(slider, {"method": "update", "state": {"value": value}})

    def read(until, seconds=SECONDS):
        """Reads what the kernel publishes, as a page does, until something holds."""
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            try:
                message = client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                continue
            content, parent = message["content"], message["parent_header"].get("msg_id")
            if message["msg_type"] == "comm_open":
                comms[content["comm_id"]] = content["data"]["state"]
                parents.add(parent)
                print("protocol", message["metadata"]["version"], content["target_name"])
            elif message["msg_type"] in ("display_data", "update_display_data"):
                places[content["transient"]["display_id"]] = content["data"]
                seen.append(content["data"].get("text/plain"))
            elif message["msg_type"] == "comm_close":
                closed.append(content["comm_id"])
            elif message["msg_type"] == "comm_msg":
                answers.append((parent, content["data"]))
            elif message["msg_type"] in ("error", "stream"):
                raise SystemExit(f"the kernel says {content}")
        return until()

    def need(until):
        if not read(until):
            raise SystemExit(f"waited in vain; in the places: {places}")

    def model(name):
        return next(comm for comm, state in comms.items() if state["_model_name"] == name)

    def shown():
        return [place.get("text/plain") for place in places.values()]

    def move_and_show(value, text):
        move(value)
        need(lambda: text in shown()[1])
        print("at", value, shown()[1])

    def execute_in(name):
        """Runs the cell as a page does that says which one it is."""
        request = client.session.msg(
            "execute_request", {"code": CELL, "silent": False}, metadata={"cellId": name}
        )
        client.shell_channel.send(request)
        return request["header"]["msg_id"]

    run(client, "%load setup.jsh")
    run(client, "import java.util.concurrent.locks.LockSupport;")
    cell = execute_in("first")
    need(lambda: len(places) == 3 and len(comms) == 4)
    print("at first", shown())
    print("saved with the cell", cell in parents)
    print("without an answer something changes", read(lambda: len(seen) > 3, 1))

    slider = model("IntSliderModel")
    link = comms[model("DirectionalLinkModel")]
    print("linked", link["target"][0] == link["source"][0] == "IPY_MODEL_" + slider)
    send(slider, {"method": "update", "state": {link["target"][1]: "kernel"}})
    need(lambda: any(VIEW in place for place in places.values()))
    print("shown", [place[VIEW]["model_id"] == slider for place in places.values() if VIEW in place])

    move_and_show(5, "weights: 25")
    move_and_show(6, "too large")
    move_and_show(2, "weights: 4")
    need(lambda: shown()[2])
    print("printed", shown()[2].split())
    move_and_show(3, "weights: 9")
    need(lambda: not shown()[2])
    print("nothing printed", shown()[2])

    seen.clear()
    move(4)
    time.sleep(0.3)
    for value in (1, 2, 5, 1):
        move(value)
    need(lambda: "weights: 1" in seen)
    print("while it computes", seen)

    seen.clear()
    for data in ({}, {"state": []}, {"method": "update", "state": {"value": "5"}}, {"method": 1}):
        send(slider, data)
    for value in (0, 8, -3, 1e99, None, [2]):
        move(value)
    send("nobody", {"method": "update", "state": {"value": 2}})
    print("nonsense changes something", bool(read(lambda: seen, 1)))
    move_and_show(3, "weights: 9")

    answers.clear()
    send("again", {}, "comm_open", target_name="jupyter.widget.control")
    question = send("again", {"method": "request_states"})
    need(lambda: answers)
    (parent, told), states = answers[0], answers[0][1]["states"]
    print("loaded again", parent == question, told["method"], states.keys() == comms.keys())
    print(states[slider]["state"]["description"])

    first = list(comms)
    execute_in("other")
    need(lambda: len(comms) == 8)
    print("another cell closes", closed)
    execute_in("first")
    need(lambda: len(comms) == 12 and len(closed) == 4)
    print("the same cell closes its own", sorted(closed) == sorted(first))
    move(4)  # nobody listens any more
    slider = [comm for comm in comms if comms[comm]["_model_name"] == "IntSliderModel"][-1]
    places.clear()
    move(5)
    need(lambda: "weights: 25" in shown())
    print("the new one moves", shown()[0])

    send(slider, {}, "comm_close")
    move(2)
    print("still there", run(client, "6 * 7"))
