package pointwise.view;

/** What can be shown in a notebook: as HTML, and as plain text by {@code toString()}. */
public interface Display {
  /** Self-contained HTML that needs no script and no style sheet. */
  String html();
}
