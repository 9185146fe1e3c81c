package pointwise.view;

/** Internal: text made safe for HTML and SVG. */
public final class Html {
  private Html() {}

  /** The text with every character that markup gives a meaning escaped. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * A paragraph with a coloured bar at its left: it wraps, and reads on light and dark.
   *
   * @param color of the bar, such as {@code #0072b2}
   */
  public static String paragraph(String color, String text) {
    return "<p style=\"max-width: 50em; margin: 4px 0; padding: 2px 12px; border-left: 4px solid "
        + color
        + "\">"
        + escape(text)
        + "</p>";
  }

  /** Markup under a name, indented like the text of a paragraph. */
  public static String labelled(String name, String html) {
    return "<div style=\"margin: 4px 16px\">" + escape(name) + html + "</div>";
  }

  /** The text as it is, its line breaks kept. */
  public static String plain(String text) {
    return "<pre>" + escape(text) + "</pre>";
  }
}
