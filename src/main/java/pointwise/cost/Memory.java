package pointwise.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * The memory an operation needs, in bytes, with 4 bytes per number.
 *
 * <p>Layers are computed one after another in the order of the rows. Each writes a new tensor, none
 * works in place; a tensor is held until the last layer that reads it is done, so that what a
 * concat or a residual waits for stays alive.
 *
 * @param input bytes of the image
 * @param rows one per layer, in the order of computation
 */
public record Memory(long input, List<Row> rows) implements Report {
  private static final String WHAT = "The memory in bytes";

  /**
   * The memory of one layer.
   *
   * @param name the layer's name
   * @param read bytes of its inputs
   * @param written bytes of its result
   * @param weights bytes of what it learns and stores
   * @param alive bytes of all tensors held while it is computed, its inputs and result among them
   * @param multiplications its multiply-accumulates
   */
  public record Row(
      String name, long read, long written, long weights, long alive, long multiplications) {

    /** Multiply-accumulates for each byte that is read or written. */
    public double intensity() {
      return (double) multiplications / (read + written + weights);
    }
  }

  /** Follows the tensors through an operation. */
  public static Memory of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    int[] lastReader = graph.lastReaders();
    lastReader[graph.output().id()] = Integer.MAX_VALUE;
    List<Row> rows = new ArrayList<>();
    long alive = bytes(input);
    for (Graph.Node node : graph.nodes()) {
      long written = bytes(node.output().shape());
      long before = alive;
      alive = Exact.of(WHAT, () -> Math.addExact(before, written));
      rows.add(
          new Row(
              node.name(),
              node.inputShapes().stream().mapToLong(Memory::bytes).sum(),
              written,
              node.parameters().stream().mapToLong(parameter -> bytes(parameter.shape())).sum(),
              alive,
              node.multiplications().dense()));
      alive -= released(node, lastReader);
    }
    return new Memory(bytes(input), rows);
  }

  /** The bytes that nobody needs once a layer is done. */
  private static long released(Graph.Node done, int[] lastReader) {
    long bytes = lastReader[done.output().id()] == 0 ? bytes(done.output().shape()) : 0;
    for (Graph.Value value : done.inputs().stream().distinct().toList()) {
      bytes += lastReader[value.id()] == done.index() ? bytes(value.shape()) : 0;
    }
    return bytes;
  }

  private static long bytes(Shape shape) {
    return Exact.of(WHAT, () -> Math.multiplyExact(shape.size(), Float.BYTES));
  }

  /** The most bytes of tensors held at a time when the operation is only run. */
  public long inference() {
    return rows.isEmpty() ? input : peak().alive();
  }

  /**
   * The layer during which the most bytes are held.
   *
   * @throws IllegalArgumentException if there are no layers
   */
  public Row peak() {
    return rows.stream()
        .max(Comparator.comparingLong(Row::alive))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No layer holds the most memory: this operation has 0 layers"));
  }

  /** The bytes of all tensors, which training keeps for the gradients. */
  public long training() {
    return Exact.of(WHAT, () -> Math.addExact(input, total(Row::written)));
  }

  /** The bytes of everything that is learned or stored. */
  public long weights() {
    return total(Row::weights);
  }

  /** Multiply-accumulates for each byte that the layers read and write. */
  public double intensity() {
    return rows.isEmpty()
        ? 0
        : (double) total(Row::multiplications)
            / ((double) total(Row::read) + total(Row::written) + total(Row::weights));
  }

  private long total(ToLongFunction<Row> column) {
    return Exact.total(WHAT, rows, column);
  }

  /** One row per layer. */
  @Override
  public Table table() {
    return Table.create("Memory in bytes")
        .addColumns(
            Columns.text("name", rows, Row::name),
            Columns.count("read", rows, Row::read),
            Columns.count("written", rows, Row::written),
            Columns.count("weights", rows, Row::weights),
            Columns.count("alive", rows, Row::alive),
            Columns.numbers("MACs per byte", "0.00", rows, Row::intensity));
  }

  /** The totals in one sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d bytes of activations to run (at %s), %,d to train; %,d of weights; %.2f MACs per byte",
        inference(),
        rows.isEmpty() ? "the input" : peak().name(),
        training(),
        weights(),
        intensity());
  }
}
