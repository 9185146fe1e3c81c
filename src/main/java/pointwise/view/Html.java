package pointwise.view;

/** Text made safe for HTML and SVG. */
final class Html {
  private Html() {}

  /** The text with every character that markup gives a meaning escaped. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The text as it is, its line breaks kept. */
  static String plain(String text) {
    return "<pre>" + escape(text) + "</pre>";
  }
}
