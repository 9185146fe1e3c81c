package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pointwise.cost.Span;
import pointwise.tensor.Shape;
import pointwise.view.diagram.NestedFields.Pixels;
import pointwise.view.diagram.NestedFields.Ring;

/** What is said of receptive fields beside their drawing, and in its place. */
record FieldWords(NestedFields nested) {

  String title() {
    Ring own = nested.outermost();
    return "One unit of %s sees %s of %s pixels"
        .formatted(own.layer(), size(own), size(nested.image()));
  }

  /** Name, size, jump and start of a layer's field. */
  static List<String> cells(Ring ring) {
    return List.of(
        ring.layer(),
        size(ring),
        both(ring.field().vertical().jumpText(), ring.field().horizontal().jumpText()),
        both(signed(ring.field().vertical().start()), signed(ring.field().horizontal().start())));
  }

  static String size(Ring ring) {
    return ring.rows().size() + "×" + ring.columns().size();
  }

  static String size(Shape image) {
    return image.height() + "×" + image.width();
  }

  /** Rows and columns; once, if they are the same. */
  private static String both(String vertical, String horizontal) {
    return vertical.equals(horizontal) ? vertical : vertical + ", " + horizontal;
  }

  private static String signed(long number) {
    return String.valueOf(number).replace('-', '−');
  }

  private static String signed(Pixels pixels) {
    return signed(pixels.first()) + " to " + signed(pixels.last());
  }

  private List<String> notes() {
    Ring own = nested.outermost();
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "Drawn for unit (%d, %d): rows %s, columns %s.",
            own.unit().row(),
            own.unit().column(),
            signed(own.rows()),
            signed(own.columns())));
    if (padding() > 0) {
      notes.add(
          String.format(Locale.ROOT, "%,d of its %,d pixels are padding.", padding(), area()));
    }
    Span rows = own.field().vertical();
    if (rows.period() > 1) {
      notes.add(
          "By turns its units see %s rows."
              .formatted(
                  LongStream.range(0, rows.period())
                      .mapToObj(unit -> String.valueOf(Pixels.seenBy(unit, rows).size()))
                      .distinct()
                      .collect(Collectors.joining(" and "))));
    }
    List<Long> paths = nested.paths().stream().map(f -> f.vertical().size()).sorted().toList();
    if (paths.size() > 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Its paths see from %d to %d rows.",
              paths.get(0),
              paths.get(paths.size() - 1)));
    }
    return notes;
  }

  /** What stands below the drawing. */
  List<String> below() {
    return Stream.concat(notes().stream(), explanations().stream()).toList();
  }

  /** What the columns of the legend say. */
  private List<String> explanations() {
    List<String> lines = new ArrayList<>();
    lines.add("jump: pixels from one unit to the next");
    lines.add("start: first pixel that unit 0 sees, negative in the padding");
    if (nested.rings().stream().anyMatch(FieldWords::isPair)) {
      lines.add("two numbers: along the rows, along the columns");
    }
    return lines;
  }

  private static boolean isPair(Ring ring) {
    Span rows = ring.field().vertical();
    Span columns = ring.field().horizontal();
    return rows.pixelsPerUnit() != columns.pixelsPerUnit() || rows.start() != columns.start();
  }

  /** How many pixels that the unit sees lie outside of the image. */
  long padding() {
    Ring own = nested.outermost();
    long rows = Math.max(0, own.rows().within(nested.image().height()).size());
    long columns = Math.max(0, own.columns().within(nested.image().width()).size());
    return area() - rows * columns;
  }

  private long area() {
    return nested.outermost().rows().size() * nested.outermost().columns().size();
  }

  String alt() {
    return nested.rings().stream()
        .map(FieldWords::cells)
        .map(
            cells ->
                "%s sees %s, jump %s, start %s"
                    .formatted(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
        .collect(Collectors.joining("; ", title() + ". ", ". " + String.join(" ", notes())));
  }
}
