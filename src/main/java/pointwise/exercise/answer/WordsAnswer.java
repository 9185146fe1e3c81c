package pointwise.exercise.answer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Internal: a word or a few, each of several wordings being right; case, articles and punctuation
 * do not count.
 *
 * @param wordings the right ones, the one to be shown first
 */
public record WordsAnswer(List<String> wordings) implements Answer {
  /** The wordings in the language in use, and those in English. */
  public static WordsAnswer of(List<String> english) {
    return new WordsAnswer(
        Stream.concat(english.stream().map(Texts::say), english.stream()).distinct().toList());
  }

  public WordsAnswer {
    wordings = List.copyOf(wordings);
    if (wordings.isEmpty()) {
      throw new IllegalArgumentException("An answer in words needs one wording at least");
    }
  }

  @Override
  public String wanted() {
    return Texts.say("a word or two");
  }

  @Override
  public String read(Object given) throws Unreadable {
    if (given instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (given instanceof CharSequence || given instanceof Character || given instanceof Number) {
      String plain = plain(given.toString());
      if (!plain.isEmpty()) {
        return plain;
      }
      throw new Unreadable("The answer is %s; yours is empty.", wanted());
    }
    throw new Unreadable("The answer is %s; you gave %s.", wanted(), Given.describe(given));
  }

  @Override
  public boolean matches(Object read) {
    return wordings.stream().anyMatch(wording -> plain(wording).equals(read));
  }

  @Override
  public String value() {
    return plain(wordings.get(0));
  }

  @Override
  public String written() {
    return wordings.get(0);
  }

  @Override
  public String remark(Object read) {
    return Texts.say("That is not it, and no usual mistake says so. Ask for a hint().");
  }

  /** Lower case, no articles, no punctuation: what two people would write alike. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace('×', 'x')
        .replaceAll("[^\\p{L}\\p{N}+]+", " ")
        .replaceAll("\\b(?:the|an) ", "")
        .strip();
  }

  @Override
  public String toString() {
    return wordings.get(0);
  }
}
