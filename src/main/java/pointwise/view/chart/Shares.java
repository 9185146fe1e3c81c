package pointwise.view.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import pointwise.cost.CostReport;
import pointwise.cost.Summary;
import pointwise.cost.Summary.Group;
import pointwise.view.Palette;

/**
 * What share of the parameters and of the multiplications each part of a network has.
 *
 * @param parameters all of them
 * @param multiplications all of them
 * @param pieces the parts that have any, in the order of computation
 */
record Shares(long parameters, long multiplications, List<Piece> pieces) {

  /**
   * One part.
   *
   * @param name the module's or layer's name
   * @param tint the colour of its layer with the most multiplications
   * @param ofParameters its share, from 0 to 1
   * @param ofMultiplications its share, from 0 to 1
   */
  record Piece(String name, Palette tint, double ofParameters, double ofMultiplications) {
    double larger() {
      return Math.max(ofParameters, ofMultiplications);
    }
  }

  static Shares of(Summary summary) {
    CostReport report = summary.report();
    List<Piece> pieces =
        summary.parts().stream()
            .map(
                part ->
                    new Piece(
                        part.name(),
                        Palette.of(heaviest(part).node().step()),
                        summary.shareOfParameters(part),
                        summary.shareOfMultiplications(part)))
            .filter(piece -> piece.larger() > 0)
            .toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException(
          "No layer of %s has parameters or multiplications".formatted(report.op()));
    }
    return new Shares(report.parameters(), report.multiplications(), pieces);
  }

  private static CostReport.Row heaviest(Group part) {
    return part.rows().stream()
        .max(
            Comparator.comparingLong(CostReport.Row::multiplications)
                .thenComparingLong(CostReport.Row::parameters))
        .orElseThrow();
  }

  /** A share in per cent; a small one is not printed as none. */
  static String percent(double share) {
    boolean tiny = share > 0 && share < 0.0005;
    return tiny ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  String alt() {
    Function<Piece, String> words =
        piece ->
            "%s has %s and %s"
                .formatted(
                    piece.name(),
                    percent(piece.ofParameters()),
                    percent(piece.ofMultiplications()));
    return pieces.stream()
        .map(words)
        .collect(
            Collectors.joining(
                "; ",
                String.format(
                    Locale.ROOT,
                    "Shares of %,d parameters and of %,d multiplications: ",
                    parameters,
                    multiplications),
                ""));
  }
}
