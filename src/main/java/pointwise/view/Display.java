package pointwise.view;

import java.util.List;

/** What can be shown in a notebook: as HTML, and as plain text by {@code toString()}. */
public interface Display {
  /** Self-contained HTML that needs no script and no style sheet. */
  String html();

  /**
   * How a value of the library or of Tablesaw is shown; anything else shows its text.
   *
   * @param value a {@code Display}, or a value of one of the {@link #types()}
   */
  static Display of(Object value) {
    return value instanceof Display display ? display : () -> Views.html(value);
  }

  /** The types that {@link #of} shows as more than text: what a notebook registers. */
  static List<Class<?>> types() {
    return Views.types();
  }
}
