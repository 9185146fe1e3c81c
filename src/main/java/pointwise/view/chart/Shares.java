package pointwise.view.chart;

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
   * @param tint the colour of its layers that multiply, or that of a module if they are of several
   *     kinds
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
                        tint(part),
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

  /** What the names of all modules begin with, {@code inception_} say; empty if they differ. */
  String modulePrefix() {
    List<String> names =
        pieces.stream().filter(piece -> piece.tint() == Palette.SLATE).map(Piece::name).toList();
    String first = names.isEmpty() ? "" : names.get(0);
    String prefix = first.substring(0, first.lastIndexOf('_') + 1);
    boolean common =
        names.size() > 1
            && names.stream()
                .allMatch(name -> name.startsWith(prefix) && name.length() > prefix.length());
    return common ? prefix : "";
  }

  /** That of the layers which multiply, if it is the same for all of them. */
  private static Palette tint(Group part) {
    List<Palette> kinds =
        part.rows().stream()
            .filter(row -> row.multiplications() > 0)
            .map(row -> Palette.of(row.node().step()))
            .distinct()
            .toList();
    return switch (kinds.size()) {
      case 0 -> Palette.GREY;
      case 1 -> kinds.get(0);
      default -> Palette.SLATE;
    };
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
