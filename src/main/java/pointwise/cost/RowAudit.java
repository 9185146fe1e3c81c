package pointwise.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pointwise.cost.Audit.Finding;
import pointwise.cost.Audit.Verdict;
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
      findings.add(number("parameters", row.parameters(), Reading.PARAMETERS));
    }
    if (row.operations() != null) {
      findings.add(number("operations", row.operations(), Reading.OPERATIONS));
    }
    if (row.output() != null) {
      findings.add(shape(row.output()));
    }
    return findings;
  }

  private Finding number(String column, Figure printed, List<Reading> readings) {
    double plain = readings.get(0).of(layers, network, printed.isShare());
    for (Reading reading : readings) {
      double value = reading.of(layers, network, printed.isShare());
      if (printed.is(value, kilo)) {
        Verdict verdict = reading.usual() ? Verdict.AGREES : Verdict.EXPLAINED;
        return finding(column, printed, value, verdict, reading.words());
      }
    }
    return Stream.of(
            Slips.separable(row, layers, kilo),
            Slips.otherKernel(printed, layers, readings.get(0).count(), kilo),
            Slips.swappedDigits(printed, plain, kilo),
            Slips.agreeWithEachOther(row, layers, kilo))
        .flatMap(Optional::stream)
        .findFirst()
        .map(words -> finding(column, printed, plain, Verdict.EXPLAINED, words))
        .orElseGet(() -> finding(column, printed, plain, Verdict.UNEXPLAINED, ""));
  }

  private Finding finding(
      String column, Figure printed, double computed, Verdict verdict, String words) {
    return new Finding(
        row.name(), column, printed.text(), printed.likewise(computed, kilo), verdict, words);
  }

  private Finding shape(Shape printed) {
    Shape output = layers.get(layers.size() - 1).output().shape();
    String words = output.equals(printed) ? "" : Slips.shape(printed, layers);
    Verdict verdict =
        output.equals(printed)
            ? Verdict.AGREES
            : words.isEmpty() ? Verdict.UNEXPLAINED : Verdict.EXPLAINED;
    return new Finding(row.name(), "output", printed.toString(), output.toString(), verdict, words);
  }
}
