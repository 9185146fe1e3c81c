package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.ReceptiveFields.Field;
import pointwise.cost.Span;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.Windowed;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.view.diagram.NestedFields.Pixels;
import pointwise.view.diagram.NestedFields.Ring;
import pointwise.view.diagram.NestedFields.Unit;

/** Finds the fields to be drawn in each other. */
final class FieldFinder {
  /** More fields in each other than that cannot be told apart. */
  static final int MANY = 7;

  /** Fewer of them do not show how the field grows. */
  private static final int FEW = 3;

  private final Op op;
  private final Graph graph;
  private final List<ReceptiveFields.Row> rows;

  /**
   * Looks through the layers of an operation.
   *
   * @throws IllegalArgumentException if the input is no image
   */
  FieldFinder(Op op, Shape image) {
    if (!Require.given(image, "the shape of the input").isImage()) {
      throw new IllegalArgumentException(
          "A receptive field is part of an image, but the input is " + image);
    }
    this.op = op;
    this.graph = Graph.of(op, image);
    this.rows = ReceptiveFields.of(op, image).rows();
  }

  /** The fields up to the layer that sees most through its windows. */
  NestedFields largest() {
    return IntStream.range(0, rows.size())
        .filter(i -> graph.nodes().get(i).step() instanceof Windowed<?>)
        .boxed()
        .max(Comparator.comparingLong(this::area))
        .map(layer -> find(layer, middle(layer)))
        .orElseThrow(
            () -> new IllegalArgumentException("No layer of %s slides a window".formatted(op)));
  }

  /** The fields up to the layer of that name, for its middle unit. */
  NestedFields of(String layer) {
    int index = index(layer);
    return find(index, middle(index));
  }

  /** The fields up to one unit of the layer of that name. */
  NestedFields of(String layer, int row, int column) {
    int index = index(layer);
    if (row < 0 || row >= height(index) || column < 0 || column >= width(index)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has no unit (%d, %d): its output is %s",
              layer,
              row,
              column,
              graph.nodes().get(index).output().shape()));
    }
    Unit unit = new Unit(row, column);
    if (seesNothing(field(index).vertical(), row)
        || seesNothing(field(index).horizontal(), column)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Unit (%d, %d) of %s sees nothing: no input reaches it",
              row,
              column,
              layer));
    }
    return find(index, unit);
  }

  private int index(String layer) {
    return rows.indexOf(new ReceptiveFields(rows).row(layer));
  }

  private Unit middle(int layer) {
    return new Unit(
        middle(field(layer).vertical(), height(layer)),
        middle(field(layer).horizontal(), width(layer)));
  }

  /** The middle unit or, if that sees nothing, the next one that sees something. */
  private static long middle(Span span, int units) {
    return LongStream.range(units / 2, (long) units / 2 + span.period())
        .filter(unit -> unit < units && !seesNothing(span, unit))
        .findFirst()
        .orElse(units / 2);
  }

  private static boolean seesNothing(Span span, long unit) {
    return Pixels.seenBy(unit, span).size() == 0;
  }

  private int height(int layer) {
    Shape output = graph.nodes().get(layer).output().shape();
    return output.isImage() ? output.height() : 1;
  }

  private int width(int layer) {
    Shape output = graph.nodes().get(layer).output().shape();
    return output.isImage() ? output.width() : 1;
  }

  private NestedFields find(int last, Unit unit) {
    Ring own = new Ring(rows.get(last).name(), field(last), unit);
    List<Ring> rings = new ArrayList<>();
    for (int layer : thinned(widening(last))) {
      long row = nearest(own.rows(), field(layer).vertical(), height(layer));
      long column = nearest(own.columns(), field(layer).horizontal(), width(layer));
      rings.add(new Ring(rows.get(layer).name(), field(layer), new Unit(row, column)));
    }
    rings.add(own);
    return new NestedFields(graph.input().shape(), rings, rows.get(last).fields());
  }

  /** The unit whose field is nearest to the middle of the pixels. */
  private static long nearest(Pixels pixels, Span span, int units) {
    long about = Math.round((pixels.middle() - span.center()) / span.pixelsPerUnit());
    long unit = Math.max(0, Math.min(units - 1L, about));
    long others = span.period() - 1L;
    return LongStream.rangeClosed(unit - others, unit + others)
        .filter(u -> u >= 0 && u < units && !seesNothing(span, u))
        .boxed()
        .min(Comparator.comparingDouble(u -> distance(pixels, Pixels.seenBy(u, span))))
        .orElse(unit);
  }

  private static double distance(Pixels a, Pixels b) {
    return Math.abs(a.middle() - b.middle());
  }

  private Field field(int layer) {
    return new Field(rows.get(layer).vertical(), rows.get(layer).horizontal());
  }

  private long area(int layer) {
    return field(layer).vertical().size() * field(layer).horizontal().size();
  }

  /** The layers on the way to one that see more than those before them, but less than it. */
  private List<Integer> widening(int last) {
    boolean[] leadsThere = ancestors(last);
    List<Integer> widening = new ArrayList<>();
    long most = 1;
    for (int layer = 0; layer < last; layer++) {
      if (leadsThere[layer] && area(layer) > most && area(layer) < area(last)) {
        widening.add(layer);
        most = area(layer);
      }
    }
    return widening;
  }

  private boolean[] ancestors(int last) {
    boolean[] leadsThere = new boolean[last + 1];
    leadsThere[last] = true;
    for (int layer = last; layer >= 0; layer--) {
      if (leadsThere[layer]) {
        graph.nodes().get(layer).inputs().stream()
            .filter(value -> value.id() > 0)
            .forEach(value -> leadsThere[value.id() - 1] = true);
      }
    }
    return leadsThere;
  }

  /** Of many layers the last before the jump changes or, where it rarely does, every so many. */
  private List<Integer> thinned(List<Integer> layers) {
    if (layers.size() < MANY) {
      return layers;
    }
    List<Integer> stages =
        IntStream.range(0, layers.size() - 1)
            .filter(i -> jump(layers.get(i)) != jump(layers.get(i + 1)))
            .mapToObj(layers::get)
            .toList();
    if (stages.size() >= FEW && stages.size() < MANY) {
      return stages;
    }
    int step = layers.size() / MANY + 1;
    return IntStream.range(0, layers.size())
        .filter(i -> (layers.size() - i) % step == 0)
        .mapToObj(layers::get)
        .toList();
  }

  private double jump(int layer) {
    return rows.get(layer).vertical().pixelsPerUnit();
  }
}
