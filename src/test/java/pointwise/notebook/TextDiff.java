package pointwise.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where two texts begin to differ, told so that a person sees it at once. */
final class TextDiff {
  private static final Pattern DATA = Pattern.compile("(data:image/[^,\"']*,)[^\"']*");
  private static final Pattern ALT = Pattern.compile("alt=\"([^\"]*)\"");
  private static final int BEFORE = 40;
  private static final int AFTER = 80;

  private TextDiff() {}

  /**
   * The difference between two texts of one form.
   *
   * @param anyPicture whether pictures may differ in their bytes, though not in the text around
   */
  static Optional<String> between(String form, String expected, String actual, boolean anyPicture) {
    boolean picture = form.startsWith("image/");
    String was = picture ? "" : DATA.matcher(expected).replaceAll("$1");
    String is = picture ? "" : DATA.matcher(actual).replaceAll("$1");
    if (!was.equals(is)) {
      return Optional.of(form + " differs\n" + firstDifference(was, is));
    }
    if (expected.equals(actual) || anyPicture) {
      return Optional.empty();
    }
    if (form.equals("image/png") && PngSource.sameDrawing(expected, actual)) {
      return Optional.empty();
    }
    Matcher alt = ALT.matcher(actual);
    return Optional.of(
        "the picture%s in %s differs".formatted(alt.find() ? " '" + alt.group(1) + "'" : "", form));
  }

  private static String firstDifference(String was, String is) {
    List<String> before = was.lines().toList();
    List<String> now = is.lines().toList();
    int line = 0;
    while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
      line++;
    }
    String expected = line < before.size() ? before.get(line) : "(nothing)";
    String actual = line < now.size() ? now.get(line) : "(nothing)";
    int column = 0;
    while (column < expected.length()
        && column < actual.length()
        && expected.charAt(column) == actual.charAt(column)) {
      column++;
    }
    return String.format(
        Locale.ROOT,
        "  line %d, expected: %s%n  line %d, actual:   %s",
        line + 1,
        around(expected, column),
        line + 1,
        around(actual, column));
  }

  private static String around(String line, int column) {
    int from = Math.max(0, column - BEFORE);
    int to = Math.min(line.length(), column + AFTER);
    return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
  }
}
