package pointwise.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A number in a table is the number that a text beside it has. */
class ColumnsTest {
  @Property(tries = 500)
  void numbersAreRoundedAsInAText(@ForAll @IntRange(max = 200_000) int thousandths) {
    double value = thousandths / 1000.0;
    assertThat(printed(value)).isEqualTo(String.format(Locale.ROOT, "%.2f", value));
  }

  @Example
  void halvesGoUp() {
    assertThat(printed(93.925)).isEqualTo("93.93");
    assertThat(printed(0.125)).isEqualTo("0.13");
    assertThat(printed(0.375)).isEqualTo("0.38");
  }

  @Example
  void whatIsNoNumberIsPrintedToo() {
    assertThat(printed(Double.NaN)).isEmpty();
    assertThat(printed(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  private static String printed(double value) {
    return Columns.numbers("x", "0.00", List.of(value), x -> x).getString(0);
  }
}
