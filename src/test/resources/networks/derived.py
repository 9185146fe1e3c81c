"""Derives border_exact.csv, receptive_fields.csv, the numbers of totals.csv and tool_counts.csv from
the tables of the networks, and checks the tables themselves row by row.

    python3 derived.py          compares what is written here with what is derived
    python3 derived.py --write  writes border_exact.csv and receptive_fields.csv anew

Needs nothing but Python. It shares no code with the library and goes other ways: taps are found by
trying every window, receptive fields by following edges backwards.
"""

import csv
import math
import sys
from pathlib import Path

HERE = Path(__file__).parent
with open(HERE / "border_exact.csv", newline="", encoding="utf-8") as file:
    NETWORKS = list(dict.fromkeys(row["network"] for row in csv.DictReader(file)))
# Its table is in the tests' code, since the paper does not give the whole network.
WITHOUT_TABLE = "rethinking_table1_stem"
NETWORKS.remove(WITHOUT_TABLE)
# The patterns of LeNet's last layer are drawn by hand and not learned.
STORED = {("lenet5_1998", "OUTPUT_RBF")}
WINDOWED = {"conv", "depthwise", "maxpool", "avgpool"}
# LeCun's table of connections is not in the columns: 60 of 96 pairs of maps.
PARTIAL = {("lenet5_1998", "C3"): 60 / 96}


def read(name):
    with open(HERE / (name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(row, column):
    return int(row[column] or 0)


def pads(row, axis):
    """Cells before and after the image along an axis (0: rows, 1: columns)."""
    if row["padding"] in ("valid", ""):
        return 0, 0
    if row["padding"] == "same":
        size = number(row, ("in_h", "in_w")[axis])
        stride = number(row, ("stride_h", "stride_w")[axis])
        total = max(0, (math.ceil(size / stride) - 1) * stride + span(row, axis) - size)
        return total // 2, total - total // 2
    top, bottom, left, right = map(int, row["padding"].split(","))
    return ((top, bottom), (left, right))[axis]


def span(row, axis):
    return (number(row, ("kernel_h", "kernel_w")[axis]) - 1) * dilation(row) + 1


def dilation(row):
    return number(row, "dilation") or 1


def outputs(row, axis):
    size = number(row, ("in_h", "in_w")[axis]) + sum(pads(row, axis))
    return (size - span(row, axis)) // number(row, ("stride_h", "stride_w")[axis]) + 1


def inside(row, axis):
    """Taps that meet a real cell, over all outputs along an axis."""
    size = number(row, ("in_h", "in_w")[axis])
    before = pads(row, axis)[0]
    taps = range(number(row, ("kernel_h", "kernel_w")[axis]))
    stride = number(row, ("stride_h", "stride_w")[axis])
    return sum(
        0 <= out * stride - before + tap * dilation(row) < size
        for out in range(outputs(row, axis))
        for tap in taps
    )


def channels(row):
    """Products of one tap: input channels of a group × filters."""
    if row["op"] == "depthwise":
        return number(row, "out_c")
    return number(row, "in_c") // (number(row, "groups") or 1) * number(row, "out_c")


def derived(network, row):
    """Multiplications with and without the padding's zeros."""
    if row["op"] == "fc":
        macs = number(row, "in_h") * number(row, "in_w") * number(row, "in_c") * number(row, "out_c")
        return macs, macs
    if row["op"] not in ("conv", "depthwise"):
        return 0, 0
    share = PARTIAL.get((network, row["name"]), 1)
    taps = number(row, "kernel_h") * number(row, "kernel_w")
    dense = outputs(row, 0) * outputs(row, 1) * taps * channels(row)
    return round(share * dense), round(share * inside(row, 0) * inside(row, 1) * channels(row))


def parameters(network, row):
    if (network, row["name"]) in STORED:
        return 0
    if row["op"] == "fc":
        return derived(network, row)[0] + number(row, "bias") * number(row, "out_c")
    if row["op"] in ("conv", "depthwise"):
        taps = number(row, "kernel_h") * number(row, "kernel_w")
        share = PARTIAL.get((network, row["name"]), 1)
        return round(share * taps * channels(row)) + number(row, "bias") * number(row, "out_c")
    return None


def fields(rows):
    """Per layer: size and jump along each axis, over the widest path that leads to it."""
    seen = {"input": ((1, 1), (1, 1))}
    for row in rows:
        reached = [seen[name] for name in row["inputs"].split("|")]
        axes = []
        for axis in (0, 1):
            size, jump = max(field[axis] for field in reached)
            if row["op"] in WINDOWED:
                size += (span(row, axis) - 1) * jump
                jump *= number(row, ("stride_h", "stride_w")[axis])
            elif row["op"] in ("globalavgpool", "flatten", "fc"):
                size += (number(row, ("in_h", "in_w")[axis]) - 1) * jump
            axes.append((size, jump))
        seen[row["name"]] = tuple(axes)
    return seen


def main():
    wrong = []
    border, field_rows = [], []
    totals = {row["network"]: row for row in read("totals")}
    tools = {row["network"]: row for row in read("tool_counts")}
    for network in NETWORKS:
        total = totals.get(network)
        rows = read(network)
        seen = fields(rows)
        macs = [derived(network, row) for row in rows]
        for row, (dense, real) in zip(rows, macs):
            where = f"{network} {row['name']}"
            if dense != number(row, "macs"):
                wrong.append(f"{where}: {dense} multiplications, not {row['macs']}")
            count = parameters(network, row)
            if count is not None and count != number(row, "params"):
                wrong.append(f"{where}: {count} parameters, not {row['params']}")
            if row["op"] in WINDOWED and (outputs(row, 0), outputs(row, 1)) != (
                number(row, "out_h"),
                number(row, "out_w"),
            ):
                wrong.append(f"{where}: {outputs(row, 0)}×{outputs(row, 1)} outputs")
            if row["op"] in ("conv", "depthwise", "fc"):
                border.append(
                    [network, row["name"], row["op"], row["padding"], dense, real]
                    + [f"{real / dense:.6f}"]
                )
            if row["op"] in WINDOWED | {"globalavgpool", "fc", "concat"}:
                (high, down), (wide, across) = seen[row["name"]]
                field_rows.append([network, row["name"], row["op"], high, wide, down, across])
        whole = [sum(column) for column in zip(*macs)]
        border.append([network, "TOTAL", "", "", *whole, f"{whole[1] / whole[0]:.6f}"])
        sums = {
            "parameters": sum(number(row, "params") for row in rows),
            "multiplications": whole[0],
            "inside": whole[1],
        }
        for column, value in sums.items():
            if total and value != int(total[column]):
                wrong.append(f"totals {network}: {value} {column}, not {total[column]}")
        if network in tools:
            biases = sum(
                number(row, "bias") * number(row, "out_h") * number(row, "out_w") * number(row, "out_c")
                for row in rows
            )
            expected = {
                "macs(torchvision _ops, papers)": sums["multiplications"],
                "2*macs (FLOPs)": 2 * sums["multiplications"],
                "macs+bias (ptflops aten)": sums["multiplications"] + biases,
            }
            for column, value in expected.items():
                if value != int(tools[network][column]):
                    wrong.append(f"tool_counts {network}: {value}, not {tools[network][column]} {column}")
    compare("border_exact", border, wrong)
    compare("receptive_fields", field_rows, wrong)
    print("\n".join(wrong) if wrong else "All as written.")
    return 1 if wrong else 0


def compare(name, rows, wrong):
    written = read(name)
    header = list(written[0])
    if "--write" in sys.argv:
        with open(HERE / (name + ".csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)
            writer.writerows(row.values() for row in written if row["network"] == WITHOUT_TABLE)
        return
    stands = {tuple(row.values())[:2]: list(row.values()) for row in written if row["network"] in NETWORKS}
    made = {(row[0], row[1]): [str(value) for value in row] for row in rows}
    for key in sorted(stands.keys() | made.keys()):
        if stands.get(key) != made.get(key):
            wrong.append(f"{name} {key}: derived {made.get(key)}, written {stands.get(key)}")


if __name__ == "__main__":
    sys.exit(main())
