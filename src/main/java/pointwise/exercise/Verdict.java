package pointwise.exercise;

import java.util.Optional;
import pointwise.cost.CostReport;
import pointwise.exercise.answer.Texts;
import pointwise.view.Display;
import pointwise.view.Html;
import pointwise.view.table.Tables;

/**
 * What is said to an answer.
 *
 * @param right whether it is right
 * @param message one or two sentences: how the number comes about, or which mistake leads to it
 * @param mistake the mistake alone, in words; empty if it is right or leads nowhere known
 * @param counted for what the wrong answer would be right, where that is known
 */
public record Verdict(boolean right, String message, String mistake, Optional<CostReport> counted)
    implements Display {

  /** The layers for which the wrong answer would be right, counted. */
  public Display compare() {
    String lead =
        counted.isPresent()
            ? Texts.say("Your answer is right for this:")
            : Texts.say("There is no network known for which this answer would be right.");
    String table = counted.map(Tables::html).orElse("");
    String text = counted.map(report -> lead + "\n" + report.op() + "\n" + report).orElse(lead);
    String code = counted.map(report -> Html.plain(report.op().toString())).orElse("");
    return new Display() {
      @Override
      public String html() {
        return Html.paragraph("#d55e00", lead) + code + table;
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }

  @Override
  public String html() {
    return Html.paragraph(right ? "#009e73" : "#d55e00", toString());
  }

  @Override
  public String toString() {
    return (right ? "✓ " : "✗ ") + message;
  }
}
