package pointwise.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pointwise.op.Graph;
import pointwise.op.Graph.Node;
import pointwise.tensor.Tensor;

/**
 * Lays the buffers of a plan out in one array: two buffers may share memory if the one is dead
 * before the other is written.
 */
final class Arena {
  /** Sixteen floats are a cache line: buffers begin on lines of their own. */
  private static final int LINE = 16;

  private static final int NOWHERE = -1;

  /** A buffer, and the first and the last step that use it. */
  private record Buffer(int root, int size, int first, int last) {}

  private final int[] offsets;

  /** For every step, the buffers that have a place and are alive then. */
  private final List<List<Buffer>> alive;

  private int length;

  private Arena(int values, int steps) {
    this.offsets = new int[values];
    Arrays.fill(offsets, NOWHERE);
    this.alive =
        Stream.generate(() -> (List<Buffer>) new ArrayList<Buffer>()).limit(steps).toList();
  }

  /** The layout for some steps; the graph's input and its result lie elsewhere. */
  static Arena of(Graph graph, List<Plan.PlannedStep> steps, int outputRoot) {
    Arena arena = new Arena(graph.nodes().size() + 1, steps.size());
    buffers(graph, steps).stream()
        .filter(buffer -> buffer.root != 0 && buffer.root != outputRoot)
        .sorted(Comparator.comparingInt(Buffer::size).reversed())
        .forEach(buffer -> arena.place(buffer));
    return arena;
  }

  /** Whether a value's buffer is part of this array. */
  boolean holds(int root) {
    return offsets[root] != NOWHERE;
  }

  /** Where a value's buffer begins. */
  int offset(int root) {
    return offsets[root];
  }

  /** The floats that all buffers need together. */
  int length() {
    return length;
  }

  private static List<Buffer> buffers(Graph graph, List<Plan.PlannedStep> steps) {
    int[] first = new int[graph.nodes().size() + 1];
    int[] last = new int[graph.nodes().size() + 1];
    Arrays.fill(first, NOWHERE);
    for (int i = 0; i < steps.size(); i++) {
      List<BufferSlice> used = new ArrayList<>(steps.get(i).inputs());
      used.add(steps.get(i).output());
      for (BufferSlice slice : used) {
        first[slice.root()] = first[slice.root()] == NOWHERE ? i : first[slice.root()];
        last[slice.root()] = i;
      }
    }
    List<Buffer> buffers = new ArrayList<>();
    for (Node node : graph.nodes()) {
      int root = node.output().id();
      if (first[root] != NOWHERE) {
        int size = Tensor.arrayLength(node.output().shape());
        buffers.add(new Buffer(root, size, first[root], last[root]));
      }
    }
    return buffers;
  }

  private static int end(int at, Buffer buffer) {
    long end = (long) at + buffer.size;
    if (end > Integer.MAX_VALUE - LINE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "What the layers compute and hold at a time is %,d floats, more than one Java array"
                  + " can hold",
              end));
    }
    return (int) end;
  }

  /** Puts a buffer at the lowest place where it meets no other that lives at the same time. */
  private void place(Buffer buffer) {
    int at = 0;
    List<List<Buffer>> meanwhile = alive.subList(buffer.first, buffer.last + 1);
    List<Buffer> others =
        meanwhile.stream()
            .flatMap(List::stream)
            .distinct()
            .sorted(Comparator.comparingInt(other -> offsets[other.root]))
            .toList();
    for (Buffer other : others) {
      if ((long) at + buffer.size <= offsets[other.root]) {
        break;
      }
      int end = offsets[other.root] + other.size;
      at = Math.max(at, (end + LINE - 1) / LINE * LINE);
    }
    offsets[buffer.root] = at;
    length = Math.max(length, end(at, buffer));
    meanwhile.forEach(buffers -> buffers.add(buffer));
  }
}
