package pointwise.view.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.op.AvgPool;
import pointwise.op.MaxPool;
import pointwise.view.diagram.Figures;
import pointwise.view.motion.Sliding.Stop;
import pointwise.window.Axis;

/** What is computed at a stop of a sliding window, written out. */
record Sums(Sliding sliding) {

  /**
   * What the window gives on one channel: a line for each row of the kernel, and one with the
   * result.
   */
  List<String> lines(Stop stop, int channel) {
    List<String> lines = new ArrayList<>();
    for (int tapRow = 0; tapRow < sliding.rows().kernel(); tapRow++) {
      lines.add(String.join(joint(), terms(stop, channel, tapRow)));
    }
    lines.removeIf(String::isEmpty);
    lines.set(0, Figures.leading(lines.get(0)));
    for (int i = 1; i < lines.size(); i++) {
      lines.set(i, isMax() ? lines.get(i) : "+ " + lines.get(i));
    }
    int last = lines.size() - 1;
    if (isMax()) {
      for (int i = 0; i < last; i++) {
        lines.set(i, lines.get(i) + ",");
      }
      lines.set(0, "max(" + lines.get(0));
      lines.set(last, lines.get(last) + ")");
    } else if (sliding.layer() instanceof AvgPool pool) {
      lines.set(0, "(" + lines.get(0));
      lines.set(last, lines.get(last) + ") / " + divisor(pool, stop));
    } else if (sliding.keepsChannelsApart() && sliding.bias() != null) {
      lines.add("+ bias " + Figures.factor(bias(stop, channel)));
    }
    lines.add("= " + Figures.text(value(stop, channel)));
    return lines;
  }

  /** The channels' results added up; empty where channels are kept apart. */
  String total(Stop stop) {
    if (sliding.keepsChannelsApart()) {
      return "";
    }
    String sum =
        IntStream.range(0, sliding.channels())
            .filter(channel -> sliding.sees(stop, channel))
            .mapToObj(channel -> Figures.factor(value(stop, channel)))
            .collect(Collectors.joining(" + "));
    String bias = sliding.bias() == null ? "" : " + bias " + Figures.factor(bias(stop, 0));
    float result = sliding.result(stop.row(), stop.column(), stop.filter());
    return Figures.leading(sum) + bias + " = " + Figures.text(result);
  }

  /** All of a stop in one line of text. */
  String spoken(Stop stop) {
    String apart =
        IntStream.range(0, sliding.channels())
            .filter(channel -> sliding.sees(stop, channel))
            .mapToObj(channel -> String.join(" ", lines(stop, channel)))
            .collect(Collectors.joining("; "));
    String total = total(stop);
    return total.isEmpty() ? apart : apart + "; together " + total;
  }

  /** What the window gives on one channel; of a convolution, before the channels are added up. */
  double value(Stop stop, int channel) {
    if (sliding.keepsChannelsApart()) {
      return sliding.result(stop.row(), stop.column(), sliding.output(stop, channel));
    }
    int[] rows = sliding.tapRows(stop);
    int[] columns = sliding.tapColumns(stop);
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        if (sliding.isReal(rows[i], columns[j])) {
          sum +=
              (double) sliding.pixel(rows[i], columns[j], channel)
                  * sliding.weight(stop, channel, i, j);
        }
      }
    }
    return sum;
  }

  private float bias(Stop stop, int channel) {
    return sliding.bias().get(sliding.output(stop, channel));
  }

  private List<String> terms(Stop stop, int channel, int tapRow) {
    int row = sliding.tapRows(stop)[tapRow];
    int[] columns = sliding.tapColumns(stop);
    List<String> terms = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      boolean real = sliding.isReal(row, columns[j]);
      if (sliding.weights() != null) {
        float pixel = real ? sliding.pixel(row, columns[j], channel) : 0;
        terms.add(
            Figures.factor(pixel) + "·" + Figures.factor(sliding.weight(stop, channel, tapRow, j)));
      } else if (real) {
        float pixel = sliding.pixel(row, columns[j], channel);
        terms.add(isMax() ? Figures.text(pixel) : Figures.factor(pixel));
      }
    }
    return terms;
  }

  private boolean isMax() {
    return sliding.layer() instanceof MaxPool;
  }

  private String joint() {
    return isMax() ? ", " : " + ";
  }

  private int divisor(AvgPool pool, Stop stop) {
    Axis rows = sliding.rows();
    Axis columns = sliding.columns();
    return pool.padded()
        ? rows.paddedTaps(stop.row()) * columns.paddedTaps(stop.column())
        : rows.insideTaps(stop.row()) * columns.insideTaps(stop.column());
  }
}
