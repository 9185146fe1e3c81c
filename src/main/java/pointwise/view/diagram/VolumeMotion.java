package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import pointwise.op.Family;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import pointwise.view.Animation;
import pointwise.view.Animation.Frame;
import pointwise.view.Picture;
import pointwise.window.Axis;

/** Filters that slide through volumes to scale, one convolution after another. */
final class VolumeMotion {
  /** Places along the rows and along the columns that are shown of a single convolution. */
  private static final int ROWS = 6;

  private static final int COLUMNS = 8;

  private static final int POSTER = 4000;
  private static final int PLACE = 160;

  private final Volumes volumes;
  private final List<Graph.Node> convolutions;
  private final String note;

  private VolumeMotion(Graph graph) {
    volumes = Volumes.of(graph);
    convolutions = graph.nodes().stream().filter(Volumes::isConvolution).toList();
    note = note();
  }

  static Animation of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    if (!Volumes.fit(graph)) {
      throw new IllegalArgumentException(
          "Windows slide to scale through one to three convolutions, but not through " + op);
    }
    graph.nodes().stream()
        .filter(node -> node.step().family() == Family.TRANSPOSED_CONVOLUTION)
        .findFirst()
        .ifPresent(
            node -> {
              throw new IllegalArgumentException(
                  "The window of %s lies on its output: it does not slide over what it reads"
                      .formatted(node.step()));
            });
    return new VolumeMotion(graph).animation();
  }

  private Animation animation() {
    Picture whole = VolumePicture.of(volumes, Progress.NONE, note);
    List<Frame> frames = new ArrayList<>();
    frames.add(new Frame(whole.withAlt("Animation. " + whole.alt()), POSTER));
    for (int i = 0; i < convolutions.size(); i++) {
      Graph.Node node = convolutions.get(i);
      Shape input = node.inputShapes().get(0);
      Windowed<?> layer = (Windowed<?>) node.step();
      Axis rows = layer.rows(input);
      Axis columns = layer.columns(input);
      for (int row : shown(rows.out(), mostRows())) {
        for (int column : shown(columns.out(), mostColumns())) {
          Progress progress = new Progress(2 * i + 1, rows, columns, row, column);
          frames.add(new Frame(VolumePicture.of(volumes, progress, note), PLACE));
        }
      }
    }
    return new Animation(frames);
  }

  private int mostRows() {
    return Math.max(2, ROWS / convolutions.size());
  }

  private int mostColumns() {
    return Math.max(2, COLUMNS / convolutions.size());
  }

  /** The first, the last and some between. */
  private static int[] shown(int places, int most) {
    int count = Math.min(places, most);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) ((long) i * (places - 1) / (count - 1)))
        .toArray();
  }

  private String note() {
    long all = 0;
    long shown = 0;
    for (Graph.Node node : convolutions) {
      Shape output = node.output().shape();
      all += (long) output.height() * output.width();
      shown +=
          (long) shown(output.height(), mostRows()).length
              * shown(output.width(), mostColumns()).length;
    }
    return shown < all ? String.format(Locale.ROOT, "%d of %,d places are shown", shown, all) : "";
  }
}
