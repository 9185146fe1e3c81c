package pointwise.cost;

import tech.tablesaw.api.Table;

/** What was counted or measured, to be read as a table. */
public interface Report {
  /** One row per item as a Tablesaw table, to be filtered, sorted or drawn. */
  Table table();

  /** The table as comma-separated values with a header; numbers without separators. */
  default String toCsv() {
    return table().write().toString("csv");
  }
}
