package pointwise.cost;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pointwise.op.Conv2d;
import pointwise.op.Graph.Node;
import pointwise.op.Join;
import pointwise.tensor.Shape;
import pointwise.window.Window;

/** What may have gone wrong in a published row as a whole, told by its arithmetic. */
final class LikelyMistakes {
  /** More filters a channel than any network's separable convolution has. */
  private static final int MULTIPLIERS = 32;

  private LikelyMistakes() {}

  /**
   * The row may count a depthwise convolution with some multiplier and a 1×1 in place of its only
   * convolution; both numbers must fit.
   */
  static Optional<String> separable(PublishedTable.Row row, List<Node> layers, int kilo) {
    List<Node> convolutions =
        layers.stream().filter(node -> node.step() instanceof Conv2d).toList();
    if (convolutions.size() != 1 || row.parameters() == null || row.operations() == null) {
      return Optional.empty();
    }
    Node node = convolutions.get(0);
    Conv2d conv = (Conv2d) node.step();
    long taps = (long) conv.window().kernelHeight() * conv.window().kernelWidth();
    Shape output = node.output().shape();
    long positions = output.size() / output.channels();
    long channels = node.inputShapes().get(0).channels();
    for (int multiplier = 1; taps > 1 && multiplier <= MULTIPLIERS; multiplier++) {
      long weights = channels * multiplier * (taps + conv.filters());
      long count = weights * positions;
      if (row.parameters().is((double) weights, kilo)
          && row.operations().is((double) count, kilo)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "a separable convolution with multiplier %d: %,d weights, %,d multiplications",
                multiplier,
                weights,
                count));
      }
    }
    return Optional.empty();
  }

  /**
   * One convolution may have been built with another kernel, as torchvision's GoogLeNet has 3×3 for
   * 5×5.
   *
   * @param count what a layer counts, in proportion to its kernel
   */
  static Optional<String> otherKernel(
      PrintedNumber printed, List<Node> layers, ToLongFunction<Node> count, int kilo) {
    long all = layers.stream().mapToLong(count).sum();
    for (Node node : layers) {
      if (node.step() instanceof Conv2d conv && !printed.isShare()) {
        Window window = conv.window();
        int built = window.kernelHeight();
        int other = 8 - built; // 3 for 5, 5 for 3
        boolean square = built == window.kernelWidth() && (built == 3 || built == 5);
        long own = count.applyAsLong(node);
        long mistaken = all - own + own / (built * built) * other * other;
        if (square && printed.is((double) mistaken, kilo)) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "with %d×%d for the %d×%d of %s",
                  other,
                  other,
                  built,
                  built,
                  node.name()));
        }
      }
    }
    return Optional.empty();
  }

  /** Two neighbouring digits may be swapped. */
  static Optional<String> swappedDigits(PrintedNumber printed, double computed, int kilo) {
    return printed.swapped().stream()
        .filter(figure -> figure.is(computed, kilo))
        .map(figure -> "digits swapped: " + figure.text())
        .findFirst();
  }

  /** Both numbers may be off, and agree with each other: those of other filters, then. */
  static Optional<String> agreeWithEachOther(PublishedTable.Row row, List<Node> layers, int kilo) {
    if (row.parameters() == null || row.operations() == null || row.parameters().isShare()) {
      return Optional.empty();
    }
    double computed = Interpretation.OPERATIONS.get(0).of(layers, layers, false);
    Shape output = layers.get(layers.size() - 1).output().shape();
    long positions = output.size() / output.channels();
    return !row.operations().is(computed, kilo)
            && row.operations().is(row.parameters().value(kilo) * positions, kilo)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "parameters and operations agree with each other (%s at each of %,d places)",
                row.parameters().text(),
                positions))
        : Optional.empty();
  }

  /** What is wrong with a printed shape: the input's grid, or channels that do not add up. */
  static String shape(Shape printed, List<Node> layers) {
    Node last = layers.get(layers.size() - 1);
    Shape input = layers.get(0).inputShapes().get(0);
    Shape output = last.output().shape();
    boolean inputGrid =
        output.height() != printed.height()
            && input.height() == printed.height()
            && input.width() == printed.width();
    String grid =
        inputGrid
            ? String.format(Locale.ROOT, "%d×%d is the input's size", input.height(), input.width())
            : "";
    String channels =
        last.step() == Join.CONCAT && output.channels() != printed.channels()
            ? last.inputShapes().stream()
                .map(shape -> String.valueOf(shape.channels()))
                .collect(
                    Collectors.joining(
                        " + ",
                        "its branches give ",
                        String.format(Locale.ROOT, " = %,d channels", output.channels())))
            : "";
    return Stream.of(grid, channels)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
