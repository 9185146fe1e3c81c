package pointwise.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pointwise.op.Family;
import pointwise.op.Graph;
import pointwise.op.Layer;
import pointwise.op.Op;
import pointwise.op.TransposedConv2d;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * What the units of each layer see of the image, along every path that leads to them (Araujo,
 * Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks). Behind a
 * transposed convolution the units see by turns more and less; sizes are those of the largest. No
 * border is near: what a layer crops is seen again where a later layer reaches for it.
 *
 * @param rows one per layer, in the order of computation
 */
public record ReceptiveFields(List<Row> rows) implements Report {

  /** The field along one path: rows and columns of the image. */
  public record Field(Span vertical, Span horizontal) {}

  /**
   * What one layer sees.
   *
   * @param name the layer's name
   * @param layer what it does
   * @param fields one for each path from the image that gives another field
   */
  public record Row(String name, String layer, List<Field> fields) {
    /** The largest span of rows over all paths. */
    public Span vertical() {
      return longest(Field::vertical);
    }

    /** The largest span of columns over all paths. */
    public Span horizontal() {
      return longest(Field::horizontal);
    }

    /** The smallest span of rows over all paths: what a chain of 1×1 branches sees. */
    public Span smallestVertical() {
      return fields.stream()
          .map(Field::vertical)
          .min(Comparator.comparingLong(Span::size))
          .orElseThrow();
    }

    private Span longest(Function<Field, Span> axis) {
      return fields.stream().map(axis).max(Comparator.comparingLong(Span::size)).orElseThrow();
    }
  }

  /**
   * Follows the fields through an operation.
   *
   * @throws IllegalArgumentException naming the layer whose branches step over the image
   *     differently
   */
  public static ReceptiveFields of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    List<Set<Field>> fields = new ArrayList<>();
    List<Shape> images = new ArrayList<>();
    fields.add(Set.of(new Field(Span.PIXEL, Span.PIXEL)));
    images.add(input);
    List<Row> rows = new ArrayList<>();
    for (Graph.Node node : graph.nodes()) {
      Shape image = images.get(node.inputs().get(0).id());
      Set<Field> seen = new LinkedHashSet<>();
      for (Graph.Value value : node.inputs()) {
        fields.get(value.id()).forEach(field -> seen.add(throughNamed(node, image, field)));
      }
      checkJumps(node, seen);
      fields.add(seen);
      images.add(units(node, image));
      rows.add(new Row(node.name(), node.step().label(), List.copyOf(seen)));
    }
    return new ReceptiveFields(rows);
  }

  private static Field throughNamed(Graph.Node node, Shape image, Field field) {
    try {
      Field seen = through(node, image, field);
      // Asked for once here, so that no later question can overflow.
      seen.vertical().size();
      seen.horizontal().size();
      return seen;
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          node.name() + ": it sees pixels that are more than 2^63 - 1 apart", overflow);
    } catch (IllegalArgumentException tooMany) {
      throw new IllegalArgumentException(node.name() + ": " + tooMany.getMessage(), tooMany);
    }
  }

  private static Field through(Graph.Node node, Shape image, Field field) {
    if (node.step() instanceof TransposedConv2d layer) {
      return new Field(
          field.vertical().throughTransposed(layer.rows(image)),
          field.horizontal().throughTransposed(layer.columns(image)));
    }
    if (node.step() instanceof Windowed<?> layer) {
      return new Field(
          field.vertical().through(layer.rows(image)),
          field.horizontal().through(layer.columns(image)));
    }
    if (node.step() instanceof Layer layer && layer.seesWholeInput() && image.isImage()) {
      return new Field(
          field.vertical().whole(image.height()), field.horizontal().whole(image.width()));
    }
    Shape output = node.output().shape();
    if (node.step().family() == Family.CUSTOM && !sameImage(node.inputs().get(0).shape(), output)) {
      throw new IllegalArgumentException(
          "%s: %s makes %s of %s but has no window, so what its outputs see is not known; a layer that slides a window implements Windowed"
              .formatted(node.name(), node.step().label(), output, node.inputs().get(0).shape()));
    }
    return field;
  }

  private static boolean sameImage(Shape input, Shape output) {
    return input.isImage()
        ? output.isImage() && input.height() == output.height() && input.width() == output.width()
        : !output.isImage();
  }

  /** The image whose pixels a layer's outputs are; flattened features keep that of their input. */
  private static Shape units(Graph.Node node, Shape image) {
    Shape output = node.output().shape();
    boolean whole = node.step() instanceof Layer layer && layer.seesWholeInput();
    return output.isImage() || whole ? output : image;
  }

  private static void checkJumps(Graph.Node node, Set<Field> fields) {
    Field first = fields.iterator().next();
    for (Field field : fields) {
      if (field.vertical().pixelsPerUnit() != first.vertical().pixelsPerUnit()
          || field.horizontal().pixelsPerUnit() != first.horizontal().pixelsPerUnit()) {
        throw new IllegalArgumentException(
            "%s: its branches step over the image differently, by %s and %s pixels"
                .formatted(node.name(), jumps(first), jumps(field)));
      }
    }
  }

  private static String jumps(Field field) {
    return field.vertical().jumpText() + "×" + field.horizontal().jumpText();
  }

  /** The row of that name. */
  public Row row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no layer named '%s'".formatted(name)));
  }

  /** One row per layer: largest and smallest size, jump, and the first pixel of unit 0. */
  @Override
  public Table table() {
    return Table.create("Receptive fields")
        .addColumns(
            Columns.text("name", rows, Row::name),
            Columns.text("layer", rows, Row::layer),
            Columns.count("rows", rows, row -> row.vertical().size()),
            Columns.count("columns", rows, row -> row.horizontal().size()),
            Columns.count("fewest rows", rows, row -> row.smallestVertical().size()),
            Columns.numbers("jump", "0.###", rows, row -> row.vertical().pixelsPerUnit()),
            Columns.count("start", rows, row -> row.vertical().start()));
  }

  @Override
  public String toString() {
    return table().printAll();
  }
}
