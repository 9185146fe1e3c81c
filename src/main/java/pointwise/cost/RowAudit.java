package pointwise.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pointwise.cost.Audit.Finding;
import pointwise.cost.Audit.Outcome;
import pointwise.op.Graph.Node;
import pointwise.tensor.Shape;

/**
 * Compares one published row with its layers.
 *
 * @param row what is published
 * @param layers what it is about
 * @param network all layers of the network
 * @param kilo what K stands for
 */
record RowAudit(PublishedTable.Row row, List<Node> layers, List<Node> network, int kilo) {

  /** One finding for each cell that is published. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (row.parameters() != null) {
      findings.add(number("parameters", row.parameters(), Interpretation.PARAMETERS));
    }
    if (row.operations() != null) {
      findings.add(number("operations", row.operations(), Interpretation.OPERATIONS));
    }
    if (row.output() != null) {
      findings.add(shape(row.output()));
    }
    return findings;
  }

  private Finding number(String column, PrintedNumber printed, List<Interpretation> readings) {
    double plain = readings.get(0).of(layers, network, printed.isShare());
    for (Interpretation reading : readings) {
      double value = reading.of(layers, network, printed.isShare());
      if (printed.is(value, kilo)) {
        Outcome outcome = reading.usual() ? Outcome.AGREES : Outcome.EXPLAINED;
        return finding(column, printed, value, outcome, reading.words());
      }
    }
    return Stream.of(
            LikelyMistakes.separable(row, layers, kilo),
            LikelyMistakes.otherKernel(printed, layers, readings.get(0).count(), kilo),
            LikelyMistakes.swappedDigits(printed, plain, kilo),
            LikelyMistakes.agreeWithEachOther(row, layers, kilo))
        .flatMap(Optional::stream)
        .findFirst()
        .map(words -> finding(column, printed, plain, Outcome.EXPLAINED, words))
        .orElseGet(() -> finding(column, printed, plain, Outcome.UNEXPLAINED, ""));
  }

  private Finding finding(
      String column, PrintedNumber printed, double computed, Outcome outcome, String words) {
    return new Finding(
        row.name(), column, printed.text(), printed.likewise(computed, kilo), outcome, words);
  }

  private Finding shape(Shape printed) {
    Shape output = layers.get(layers.size() - 1).output().shape();
    String words = output.equals(printed) ? "" : LikelyMistakes.shape(printed, layers);
    Outcome outcome =
        output.equals(printed)
            ? Outcome.AGREES
            : words.isEmpty() ? Outcome.UNEXPLAINED : Outcome.EXPLAINED;
    return new Finding(row.name(), "output", printed.toString(), output.toString(), outcome, words);
  }
}
