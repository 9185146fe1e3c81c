package pointwise.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Internal: Tablesaw columns of one value per row, whose numbers print alike on every machine. */
public final class Columns {
  private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Columns() {}

  /** A column of text. */
  public static <T> StringColumn text(String name, List<T> rows, Function<T, String> value) {
    return StringColumn.create(name, rows.stream().map(value));
  }

  /** A column of counts, printed with thousands separators. */
  public static <T> LongColumn count(String name, List<T> rows, ToLongFunction<T> value) {
    LongColumn column = LongColumn.create(name, rows.stream().mapToLong(value));
    column.setPrintFormatter(format("#,##0"));
    return column;
  }

  /** A column of numbers, printed by a pattern of {@code DecimalFormat}. */
  public static <T> DoubleColumn numbers(
      String name, String pattern, List<T> rows, ToDoubleFunction<T> value) {
    DoubleColumn column = DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray());
    column.setPrintFormatter(format(pattern));
    return column;
  }

  /**
   * Prints numbers by a pattern of {@code DecimalFormat}, halves up, as {@code String.format} has
   * them in a text beside the table.
   */
  private static NumberColumnFormatter format(String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, ENGLISH);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return new NumberColumnFormatter(format) {
      @Override
      public String format(double value) {
        return Double.isFinite(value)
            ? format.format(BigDecimal.valueOf(value))
            : super.format(value);
      }
    };
  }
}
