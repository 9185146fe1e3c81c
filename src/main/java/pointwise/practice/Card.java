package pointwise.practice;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.exercise.Topic;

/**
 * How well a topic is known.
 *
 * @param box its compartment, from 1 to 5
 * @param asked how often it was asked
 * @param right how often the first answer was right
 * @param last when it was last asked
 */
record Card(int box, int asked, int right, LocalDate last) {
  /** After how many days a topic of each compartment is asked again. */
  static final List<Integer> DAYS = List.of(1, 2, 4, 8, 16);

  private static final Card NEW = new Card(1, 0, 0, LocalDate.EPOCH);

  Card {
    if (box < 1 || box > DAYS.size() || asked < 0 || right < 0 || right > asked) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "No card has box %d and %d of %d right", box, right, asked));
    }
  }

  static Card of(Map<String, Card> cards, Topic topic) {
    return cards.getOrDefault(topic.id(), NEW);
  }

  Card answered(boolean rightly, LocalDate today) {
    return new Card(
        rightly ? Math.min(box + 1, DAYS.size()) : 1, asked + 1, right + (rightly ? 1 : 0), today);
  }

  boolean isDue(LocalDate today) {
    return asked == 0 || !today.isBefore(last.plusDays(DAYS.get(box - 1)));
  }
}
