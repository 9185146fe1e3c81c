package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.op.Graph;
import pointwise.tensor.Shape;
import pointwise.view.Palette;
import pointwise.view.Picture;
import pointwise.view.Svg;
import pointwise.view.Svg.Font;
import pointwise.view.Svg.Point;
import pointwise.view.diagram.Flow.Box;
import pointwise.view.diagram.Flow.Kind;
import pointwise.view.diagram.Lanes.Edge;

/** Draws the layers of a graph as boxes, and below each box the shape that leaves it. */
final class FlowPicture {
  private static final String LINE = "#555555";
  private static final double CORNER = 6;
  private static final double LINE_HEIGHT = 15.5;

  /** How far the second card behind a group looks out. */
  private static final double STACKED = 4;

  private final List<Box> boxes;
  private final FlowLayout layout;
  private final Svg svg = new Svg();

  private FlowPicture(Flow flow) {
    this.boxes = flow.boxes();
    this.layout = FlowLayout.of(flow);
  }

  static Picture of(Graph graph) {
    return new FlowPicture(Flow.of(graph)).picture();
  }

  private Picture picture() {
    IntStream.range(0, boxes.size()).forEach(this::stem);
    layout.edges().forEach(this::branch);
    IntStream.range(0, boxes.size()).forEach(this::box);
    return svg.picture(
        layout.drawnWidth(), layout.drawnHeight(), title(), (title() + ". " + words()).strip());
  }

  private void box(int index) {
    Box box = boxes.get(index);
    double x = layout.left(index);
    double top = layout.top(index);
    double width = layout.width(index);
    double height = layout.height(index);
    double radius = box.kind() == Kind.END ? height / 2 : CORNER;
    String fill = box.kind() == Kind.END ? Palette.PAPER : box.tint().fill();
    if (box.kind() == Kind.GROUP) {
      svg.box(x + STACKED, top - STACKED, width, height, radius, fill, box.tint().stroke());
    }
    svg.box(x, top, width, height, radius, fill, box.tint().stroke());
    double centre = x + width / 2;
    double middle = top + height / 2;
    double baseline = middle + 4.5 - layout.notes(index).size() * LINE_HEIGHT / 2;
    svg.text(centre, baseline, Font.LABEL, box.label());
    for (String note : layout.notes(index)) {
      baseline += LINE_HEIGHT;
      svg.text(centre, baseline, Font.NOTE, note);
    }
    if (!layout.leaving(index).isEmpty()) {
      svg.text(centre, layout.shapeY(index), Font.SHAPE, box.output().toString());
    }
  }

  /** What all edges of a box share: the way to the trunk, and along it to the outermost lanes. */
  private void stem(int box) {
    List<Edge> leaving = layout.leaving(box);
    if (leaving.isEmpty()) {
      return;
    }
    double y = layout.outY(box);
    double trunk = layout.trunk(box);
    Point start = new Point(layout.left(box) + layout.width(box), y);
    List<Double> lanes = new ArrayList<>(leaving.stream().map(this::y).toList());
    if (layout.breaks(leaving.get(0))) {
      double gutter = layout.gutter(box);
      svg.line(
          LINE,
          start,
          new Point(trunk, y),
          new Point(trunk, gutter),
          new Point(FlowLayout.MARGIN, gutter));
      lanes.add(gutter);
    } else {
      svg.line(LINE, start, new Point(trunk, y));
      lanes.add(y);
    }
    double x = turn(leaving.get(0));
    if (Collections.min(lanes) < Collections.max(lanes)) {
      svg.line(LINE, new Point(x, Collections.min(lanes)), new Point(x, Collections.max(lanes)));
    }
  }

  /** The horizontal piece of an edge. */
  private void branch(Edge edge) {
    double x = turn(edge);
    svg.arrow(LINE, new Point(x, y(edge)), new Point(layout.left(edge.to()), y(edge)));
  }

  private double y(Edge edge) {
    return layout.laneY(edge.to(), edge.lane());
  }

  /** Where an edge turns into its lane: behind the box, or where the next line begins. */
  private double turn(Edge edge) {
    return layout.breaks(edge) ? FlowLayout.MARGIN : layout.trunk(edge.from());
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
