package pointwise.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.exercise.Exercise;

class DrillTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("box").resolve("drill.csv");
  }

  private Drill on(int day) {
    Instant noon = Instant.EPOCH.plusSeconds(86_400L * (20_000 + day) + 43_200);
    return Drill.in(file(), Clock.fixed(noon, ZoneOffset.UTC));
  }

  @Test
  void whatWasMissedComesBackNextDayWithOtherFigures() {
    Drill drill = on(0);
    Exercise missed = drill.next();
    assertThat(drill.check("no idea").right()).isFalse();
    assertThat(drill.next().topic()).isNotEqualTo(missed.topic());
    Exercise again = on(1).next();
    assertThat(again.topic().id()).isEqualTo(missed.topic().id());
    assertThat(again.toString()).isNotEqualTo(missed.toString());
  }

  @Test
  void whatIsKnownWaitsTwiceAsLongEachTime() {
    Drill drill = on(0);
    Exercise known = drill.next();
    String id = known.topic().id();
    assertThat(drill.check(answer(known)).right()).isTrue();
    assertThat(on(1).next().topic().id()).isNotEqualTo(id);
    assertThat(on(2).next().topic().id()).isEqualTo(id);
  }

  @Test
  void onlyTheFirstAnswerMovesTheCard() {
    Drill drill = on(0);
    Exercise exercise = drill.next();
    drill.check("no idea");
    drill.check(answer(exercise));
    assertThat(drill.progress().toCsv()).contains(exercise.topic().id()).contains(",1,1,0,");
  }

  private static String answer(Exercise exercise) {
    return exercise.key().split("\\. ", 2)[0];
  }

  @Test
  void everyTopicIsAskedOnceBeforeOneIsAskedTwiceOnADay() {
    Drill drill = on(0);
    Set<String> asked = new HashSet<>();
    for (int i = 0; i < Exercises.ids().size(); i++) {
      assertThat(asked.add(drill.next().topic().id())).isTrue();
      drill.check(Double.NaN);
    }
  }

  @Test
  void manyWritersLoseNothing() throws IOException {
    DrillFile shared = new DrillFile(file());
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i ->
                new DrillFile(file())
                    .change(
                        cards -> {
                          cards.merge(
                              "multiplications",
                              new Card(1, 1, 0, LocalDate.EPOCH),
                              (a, b) -> new Card(1, a.asked() + 1, 0, a.last()));
                          return cards;
                        }));
    assertThat(shared.read().get("multiplications").asked()).isEqualTo(40);
    try (var left = Files.list(file().getParent())) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("drill.csv", "drill.csv.lock");
    }
  }

  @Test
  void aSpoiltFileCostsNoMoreThanItsSpoiltLines() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        "topic,box,asked,right,last\nbottleneck,2,1,1,2026-01-01\nx,9,1,1,2026-01-01\n\0\n,");
    assertThat(new DrillFile(file()).read()).containsOnlyKeys("bottleneck");
    on(0).delete();
    assertThat(file()).doesNotExist();
    assertThat(on(0).progress().table().rowCount()).isZero();
  }

  @Test
  void saysWhatIsDueAndWhereItIsKept() {
    Drill drill = on(0);
    int topics = Exercises.ids().size();
    assertThat(drill.toString()).startsWith(topics + " of " + topics + " topics are due;");
    drill.next();
    drill.check(1);
    assertThat(drill.toString())
        .startsWith((topics - 1) + " of " + topics)
        .endsWith(file().toString());
  }

  @Test
  void progressIsATableAndAChart() {
    Drill drill = on(0);
    drill.next();
    drill.check(1);
    assertThat(drill.progress().table().rowCount()).isEqualTo(1);
    assertThat(drill.progress().chart().alt()).contains("shapes", "not asked yet");
  }

  @Test
  void cardsForAnkiAreALineEach() {
    List<String> lines = Drill.anki(2).lines().toList();
    assertThat(lines).hasSize(2 + 2 * Exercises.ids().size());
    assertThat(lines.subList(2, lines.size())).allMatch(line -> line.split("\t").length == 2);
  }

  @Test
  void soManyCardsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drill.anki(1 << 30))
        .withMessage("Anki gets 0 to 1,000 cards of every topic, not 1,073,741,824");
    assertThatIllegalArgumentException().isThrownBy(() -> Drill.anki(-1));
  }
}
