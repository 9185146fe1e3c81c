package pointwise.exercise.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an exercise says, looked up by its English text: {@link #use} puts another language in its
 * place, and no question has to be touched.
 */
public final class Texts {
  /** What {@code String.format} replaces: {@code %d}, {@code %,d}, {@code %.1f}, {@code %2$s}. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z%]");

  private static volatile UnaryOperator<String> translation = UnaryOperator.identity();

  private Texts() {}

  /**
   * Says everything that the catalogue knows in its words from now on, and the rest in English.
   *
   * @param translations by the English text, with the same placeholders in the same order, or
   *     numbered ({@code %2$d})
   * @throws IllegalArgumentException naming the text, if a translation has other placeholders
   */
  public static void use(Map<String, String> translations) {
    translations.forEach(
        (english, translated) -> {
          if (!placeholders(english).equals(placeholders(translated))) {
            throw new IllegalArgumentException(
                "'%s' has other placeholders than '%s'".formatted(translated, english));
          }
        });
    Map<String, String> catalogue = Map.copyOf(translations);
    use((String english) -> catalogue.getOrDefault(english, english));
  }

  /** Sends everything that is said from now on through a translation of its English text. */
  public static void use(UnaryOperator<String> translated) {
    translation = translated;
  }

  /** A text in the language in use, with its values; without values a per cent sign is itself. */
  public static String say(String english, Object... values) {
    String text = translation.apply(english);
    return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceFirst("\\d+\\$", ""))
        .sorted()
        .toList();
  }
}
