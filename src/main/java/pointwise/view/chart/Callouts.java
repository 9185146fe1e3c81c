package pointwise.view.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pointwise.view.Svg.Font;

/**
 * Labels in a line, each as near as can be to what it is about, none on another.
 *
 * @param labels from left to right
 */
record Callouts(List<Label> labels) {
  private static final double GAP = 10;

  /**
   * One label.
   *
   * @param text what it says
   * @param anchor where that is
   * @param weight which goes first if there is no room for all
   * @param middle where the label is placed
   */
  record Label(String text, double anchor, double weight, double middle) {
    Label(String text, double anchor, double weight) {
      this(text, anchor, weight, anchor);
    }

    private double room() {
      return Font.NOTE.width(text) + GAP;
    }

    private Label at(double place) {
      return new Label(text, anchor, weight, place);
    }
  }

  /** Places labels between two ends; those of the least weight are left out if all are too long. */
  static Callouts within(double left, double right, List<Label> wanted) {
    List<Label> labels = new ArrayList<>(wanted);
    while (labels.stream().mapToDouble(Label::room).sum() > right - left) {
      labels.remove(labels.stream().min(Comparator.comparingDouble(Label::weight)).orElseThrow());
    }
    double free = left;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      labels.set(i, label.at(Math.max(label.anchor(), free + label.room() / 2)));
      free = labels.get(i).middle() + label.room() / 2;
    }
    free = right;
    for (int i = labels.size() - 1; i >= 0; i--) {
      Label label = labels.get(i);
      labels.set(i, label.at(Math.min(label.middle(), free - label.room() / 2)));
      free = labels.get(i).middle() - label.room() / 2;
    }
    return new Callouts(List.copyOf(labels));
  }
}
