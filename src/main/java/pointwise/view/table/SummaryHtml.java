package pointwise.view.table;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import pointwise.cost.CostReport;
import pointwise.cost.Summary;
import pointwise.cost.Summary.Group;
import pointwise.view.Html;
import pointwise.view.Palette;

/**
 * A summary with a line per module, which opens to the table of its layers; bars show the shares.
 *
 * <p>Where styles are stripped the bars vanish, and the lines still read and open.
 */
final class SummaryHtml {
  private static final String PARAMETERS = Palette.BLUE.stroke();
  private static final String MULTIPLICATIONS = Palette.ORANGE.stroke();

  /** The widths of the columns and of the bar of the largest share, in em. */
  private static final double COUNT = 8.5;

  private static final double PERCENT = 4.5;
  private static final double LONGEST_BAR = 7;
  private static final double LETTER = 0.62;

  private final Summary summary;
  private final double nameWidth;
  private final double outputWidth;
  private final double largestShare;

  private SummaryHtml(Summary summary) {
    this.summary = summary;
    this.nameWidth = width(summary.parts().stream().map(Group::name));
    this.outputWidth = width(summary.parts().stream().map(part -> part.output().toString()));
    this.largestShare =
        summary.parts().stream()
            .flatMapToDouble(
                part ->
                    DoubleStream.of(
                        summary.shareOfParameters(part), summary.shareOfMultiplications(part)))
            .max()
            .orElse(0);
  }

  static String of(Summary summary) {
    return new SummaryHtml(summary).html();
  }

  private static double width(Stream<String> texts) {
    return 1 + LETTER * texts.mapToInt(String::length).max().orElse(0);
  }

  private String html() {
    CostReport report = summary.report();
    StringBuilder html = new StringBuilder("<div style=\"font-variant-numeric:tabular-nums\">");
    html.append("<div style=\"padding:4px 0\"><b>")
        .append(
            text(
                "%s → %s: %,d parameters, %,d multiplications",
                report.input(), report.output(), report.parameters(), report.multiplications()))
        .append("</b></div><div style=\"white-space:nowrap;padding:4px 0 4px 1em\">")
        .append(cell(nameWidth, "left", "name"))
        .append(cell(outputWidth, "right", "output"))
        .append(cell(COUNT, "right", "parameters"))
        .append(cell(PERCENT, "right", ""))
        .append(cell(LONGEST_BAR, "left", ""))
        .append(cell(COUNT, "right", "multiplications"))
        .append("</div>");
    summary.parts().forEach(part -> html.append(part(part)));
    return html.append("</div>").toString();
  }

  private String part(Group part) {
    return "<details><summary style=\"white-space:nowrap;cursor:pointer;padding:1px 0\">"
        + cell(nameWidth, "left", "<b>" + Html.escape(part.name()) + "</b>")
        + cell(outputWidth, "right", Html.escape(part.output().toString()))
        + count(part.parameters())
        + share(part.parameters(), summary.shareOfParameters(part), PARAMETERS)
        + count(part.multiplications())
        + share(part.multiplications(), summary.shareOfMultiplications(part), MULTIPLICATIONS)
        + "</summary><div style=\"padding:2px 0 10px 1em\">"
        + HtmlTable.of(summary.table(part)).dashForZero().html()
        + "</div></details>";
  }

  private static String count(long number) {
    return cell(COUNT, "right", number == 0 ? "–" : text("%,d", number));
  }

  /** A share in per cent and as a bar, which has the same scale in both columns. */
  private String share(long number, double share, String color) {
    if (number == 0) {
      return cell(PERCENT, "right", "") + cell(LONGEST_BAR, "left", "");
    }
    String bar =
        text(
            "<span style=\"display:inline-block;width:%.2fem;height:0.8em;background-color:%s\"></span>",
            share / largestShare * LONGEST_BAR, color);
    return cell(PERCENT, "right", text("%.1f %%", 100 * share)) + cell(LONGEST_BAR, "left", bar);
  }

  /** A blank stands behind it, so that columns are apart where styles are stripped. */
  private static String cell(double width, String side, String html) {
    return text(
        "<span style=\"display:inline-block;width:%.1fem;text-align:%s\">%s</span> ",
        width, side, html);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
