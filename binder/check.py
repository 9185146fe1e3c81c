"""Reads the first notebook's totals back from its executed copy: the promise of binder/lab --check.

usage: check.py EXECUTED_NOTEBOOK
"""

import json
import re
import sys
from pathlib import Path

# The interviewer's volume, 30 × 40 × 200 to 55 filters of 5 × 5, and the same behind a 1 × 1 to 20.
DIRECT = 30 * 40 * 55 * (5 * 5 * 200)
REDUCED = 30 * 40 * 20 * 200 + 30 * 40 * 55 * (5 * 5 * 20)
NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])")


def shown(notebook):
    """All that the cells tagged `check` print, as text."""
    for cell in notebook["cells"]:
        if "check" in cell["metadata"].get("tags", []):
            for output in cell.get("outputs", []):
                # The format keeps a text as a string or as a list of lines.
                yield "".join(output.get("text", ""))
                yield "".join(output.get("data", {}).get("text/plain", ""))


def find(numbers, right):
    return next((text for text in numbers if right(float(text.replace(",", "")))), None)


def main(path):
    notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    numbers = NUMBER.findall("\n".join(shown(notebook)))
    direct = find(numbers, lambda number: number == DIRECT)
    reduced = find(numbers, lambda number: number == REDUCED)
    ratio = find(numbers, lambda number: abs(number - REDUCED / DIRECT) < 0.00005)
    if None in (direct, reduced, ratio):
        sys.exit(
            f"The cell tagged 'check' should show {DIRECT:,}, {REDUCED:,} and"
            f" {REDUCED / DIRECT:.4f}, but its numbers are: {', '.join(numbers) or 'none'}."
        )
    print(f"direct   {direct} multiplications")
    print(f"reduced  {reduced} multiplications")
    print(f"ratio    {ratio}")


if __name__ == "__main__":
    main(*sys.argv[1:])
