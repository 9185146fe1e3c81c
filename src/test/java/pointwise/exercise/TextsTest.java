package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.exercise.answer.Texts;
import pointwise.practice.Exercises;

/** All that an exercise says can be said in another language without touching the exercise. */
class TextsTest {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[a-zA-Z%]");

  /** Words of English: not code ({@code conv(3, 5).same()}), and not names in capitals. */
  private static final Pattern ENGLISH = Pattern.compile("(?<![\\w.(])[A-Z]?[a-z]{3,}(?![\\w(])");

  /** Layers' labels, a network's title and a function's arguments are the same everywhere. */
  private static final Set<String> NAMES =
      Set.of(
          "conv", "max", "avg", "pool", "Network", "kernels", "strides", "rows", "kernel", "stride",
          "padding", "groups");

  @AfterEach
  void english() {
    Texts.use(Map.of());
  }

  static List<String> ids() {
    return Exercises.topics().stream().map(Topic::id).toList();
  }

  /** In a language without letters, a letter that is left over was never looked up. */
  @ParameterizedTest
  @MethodSource("ids")
  void everySentenceIsLookedUp(String id) {
    Texts.use((String text) -> dotted(text));
    TreeSet<String> left = new TreeSet<>();
    for (long seed = 1; seed <= 25; seed++) {
      Exercise exercise = Exercises.draw(id, seed);
      List<String> said = new ArrayList<>();
      said.add(exercise.words());
      said.add(exercise.solution());
      said.add(exercise.key());
      said.add(exercise.wanted());
      exercise.mistakes().values().forEach(said::add);
      for (int i = 0; i < 4; i++) {
        said.add(exercise.hint());
      }
      for (Object wrong : new Object[] {1, -5.5, Map.of(), null, new int[] {1, 2}}) {
        said.add(exercise.check(wrong).message());
      }
      said.forEach(text -> ENGLISH.matcher(text).results().forEach(m -> left.add(m.group())));
    }
    left.removeAll(NAMES);
    assertThat(left).as(id).isEmpty();
  }

  private static String dotted(String text) {
    StringBuilder dotted = new StringBuilder();
    int from = 0;
    for (var found : PLACEHOLDER.matcher(text).results().toList()) {
      dotted.append(text.substring(from, found.start()).replaceAll("\\p{L}", "·"));
      dotted.append(found.group());
      from = found.end();
    }
    return dotted.append(text.substring(from).replaceAll("\\p{L}", "·")).toString();
  }

  @Test
  void aCatalogueTurnsQuestionHintVerdictAndKey() {
    Map<String, String> german =
        Map.of(
            "In the naive Inception module, %d filters of 5×5 with SAME padding see the whole %s"
                + " volume. How many multiplications is that?",
            "Im naiven Inception-Modul sehen %d Filter von 5×5 mit SAME-Rand das ganze Volumen %s."
                + " Wie viele Multiplikationen sind das?",
            "How many outputs are there, and how many products does each take?",
            "Wie viele Ausgaben gibt es, und wie viele Produkte braucht jede?",
            "Hint %d of %d: %s",
            "Hinweis %d von %d: %s",
            "Not yet: %s. %s",
            "Noch nicht: %s. %s",
            "That is one filter; there are %d.",
            "Das ist ein Filter; es gibt %d.",
            "%s. %s",
            "Antwort %s. %s");
    Exercise english = Exercises.draw("direct-five", 3);
    Texts.use(german);
    Exercise exercise = Exercises.draw("direct-five", 3);
    // 32 filters of 5×5 on 28×28×768: one filter takes 28·28·25·768
    assertThat(exercise.question())
        .isEqualTo(
            "Im naiven Inception-Modul sehen 32 Filter von 5×5 mit SAME-Rand das ganze Volumen"
                + " 28×28×768. Wie viele Multiplikationen sind das?");
    assertThat(exercise.hint())
        .isEqualTo(
            "Hinweis 1 von 2: Wie viele Ausgaben gibt es, und wie viele Produkte braucht jede?");
    assertThat(exercise.check("15,052,800").message())
        .isEqualTo("Noch nicht: 15,052,800. Das ist ein Filter; es gibt 32.");
    assertThat(exercise.solution()).startsWith("Antwort 481,689,600.");
    assertThat(exercise.seed()).isEqualTo(english.seed());
    assertThat(english.question()).startsWith("In the naive Inception module, 32 filters");
  }

  @Test
  void aTranslationKeepsItsPlaceholders() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.use(Map.of("%d rows of %s", "%s Zeilen von %s")))
        .withMessage("'%s Zeilen von %s' has other placeholders than '%d rows of %s'");
    Texts.use(Map.of("%d rows of %s", "von %2$s %1$d Zeilen"));
    assertThat(Texts.say("%d rows of %s", 3, "x")).isEqualTo("von x 3 Zeilen");
  }
}
