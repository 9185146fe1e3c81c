package pointwise.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pointwise.view.Picture;

/** What a PNG says of the drawing that it was made from. */
final class PngSource {
  private static final Pattern DIGEST = Pattern.compile(Picture.SOURCE + "\\x00([0-9a-f]{64})");

  private PngSource() {}

  /** Whether two files were made from the same drawing, if perhaps with other fonts. */
  static boolean sameDrawing(String oneBase64, String otherBase64) {
    Optional<String> one = digest(oneBase64);
    return one.isPresent() && one.equals(digest(otherBase64));
  }

  private static Optional<String> digest(String base64) {
    byte[] file = Base64.getMimeDecoder().decode(base64);
    Matcher text = DIGEST.matcher(new String(file, StandardCharsets.ISO_8859_1));
    return text.find() ? Optional.of(text.group(1)) : Optional.empty();
  }
}
