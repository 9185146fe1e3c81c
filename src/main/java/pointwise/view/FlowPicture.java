package pointwise.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.op.Graph;
import pointwise.tensor.Shape;
import pointwise.view.Flow.Box;
import pointwise.view.Lanes.Edge;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;

/** Draws the layers of a graph as boxes, and on every edge the shape that flows along it. */
final class FlowPicture {
  private static final String LINE = "#555555";

  private final List<Box> boxes;
  private final FlowLayout layout;
  private final Svg svg = new Svg();

  private FlowPicture(Flow flow) {
    this.boxes = flow.boxes();
    this.layout = new FlowLayout(flow);
  }

  static Picture of(Graph graph) {
    return new FlowPicture(Flow.of(graph)).picture();
  }

  private Picture picture() {
    layout.edges().forEach(this::edge);
    IntStream.range(0, boxes.size()).forEach(this::box);
    return svg.picture(
        layout.drawnWidth(), layout.drawnHeight(), title(), title() + ". " + words());
  }

  private void box(int index) {
    Box box = boxes.get(index);
    double top = layout.top(index);
    double height = layout.height(index);
    double x = layout.left(index);
    svg.box(x, top, layout.width(index), height, box.tint().fill(), box.tint().stroke());
    double centre = x + layout.width(index) / 2;
    double middle = top + height / 2;
    if (box.note().isEmpty()) {
      svg.text(centre, middle + 4.5, Font.LABEL, box.label());
    } else {
      svg.text(centre, middle - 2.5, Font.LABEL, box.label());
      svg.text(centre, middle + 13, Font.NOTE, box.note());
    }
  }

  private void edge(Edge edge) {
    int from = edge.from();
    double y = layout.laneY(edge.to(), edge.lane());
    Point end = new Point(layout.left(edge.to()), y);
    Point start = new Point(layout.left(from) + layout.width(from), layout.outY(from));
    double trunk = layout.trunk(from);
    if (layout.breaks(edge)) {
      double gutter = layout.gutter(from);
      trunk = FlowLayout.MARGIN;
      svg.line(
          LINE,
          start,
          new Point(layout.trunk(from), start.y()),
          new Point(layout.trunk(from), gutter),
          new Point(trunk, gutter));
      svg.arrow(LINE, new Point(trunk, gutter), new Point(trunk, y), end);
    } else if (y == start.y()) {
      svg.arrow(LINE, start, end);
    } else {
      svg.arrow(LINE, start, new Point(trunk, start.y()), new Point(trunk, y), end);
    }
    double half = Font.SHAPE.width(layout.label(edge)) / 2;
    svg.text(trunk + 4 + half, y - 5, Font.SHAPE, layout.label(edge));
  }

  private String title() {
    Shape input = boxes.get(0).output();
    Shape output = boxes.get(boxes.size() - 1).output();
    return "From %s to %s in %s".formatted(input, output, steps());
  }

  private String steps() {
    int steps = boxes.size() - 2;
    return steps == 1 ? "1 step" : steps + " steps";
  }

  private String words() {
    return boxes.subList(1, boxes.size() - 1).stream()
        .map(
            box ->
                "%s: %s → %s"
                    .formatted(
                        box.note().isEmpty() ? box.label() : box.label() + " (" + box.note() + ")",
                        box.sources().stream()
                            .map(source -> boxes.get(source).output().toString())
                            .collect(Collectors.joining(" + ")),
                        box.output()))
        .collect(Collectors.joining("; "));
  }
}
