package pointwise.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.draw;
import static pointwise.Pointwise.relu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.exercise.Exercise;
import pointwise.exercise.Group;
import pointwise.tensor.Shape;

class PaperTest {
  private static final Paper PAPER =
      Paper.of("CNN counting", 42)
          .minutes(20)
          .ask("multiplications", 2)
          .ask("valid-shape", 1)
          .ask(Group.MEMORY, 2, 2)
          .ask("convolve-by-hand", 1);

  /** A clock that is set by hand. */
  private static final class Watch extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  @Test
  void theSameSeedPrintsTheSamePaper() {
    Paper again = Paper.of("CNN counting", 42).minutes(20).ask("multiplications", 2);
    assertThat(PAPER.questions().subList(0, 2)).isEqualTo(again.questions());
    assertThat(PAPER.markdown()).isEqualTo(PAPER.markdown());
    assertThat(Paper.of("x", 1).ask("bottleneck", 1).markdown())
        .isNotEqualTo(Paper.of("x", 2).ask("bottleneck", 1).markdown());
  }

  @Test
  void eachCandidateHasTheSameTopicsWithOtherFigures() {
    Paper ada = PAPER.candidate("Ada");
    Paper alan = PAPER.candidate("Alan");
    assertThat(ada.questions().stream().map(q -> q.topic().id()))
        .isEqualTo(alan.questions().stream().map(q -> q.topic().id()).toList());
    for (int i = 0; i < ada.questions().size(); i++) {
      assertThat(ada.exercises().get(i).toString())
          .isNotEqualTo(alan.exercises().get(i).toString());
    }
    assertThat(ada.page()).contains("CNN counting — Ada");
  }

  @Test
  void noAnswerIsOnTheQuestionSide() {
    for (Exercise exercise : PAPER.exercises()) {
      String answer = exercise.key().split("\\. ", 2)[0];
      assertThat(PAPER.keyPage()).contains(answer);
      assertThat(PAPER.keyMarkdown()).contains(answer);
      assertThat(PAPER.key().html()).contains(answer);
      if (answer.length() > 3) {
        assertThat(PAPER.page()).doesNotContain(answer);
        assertThat(PAPER.markdown()).doesNotContain(answer);
      }
    }
    assertThat(PAPER.keyPage()).contains("Ask next:", "To read again: notebook", "<img");
    // Pictures in HTML are lost where it is cleaned.
    assertThat(PAPER.key().html())
        .contains("<details>", "Ask next:", "To read again: notebook")
        .doesNotContain("<img");
    assertThat(PAPER.key()).hasToString(PAPER.keyMarkdown());
    assertThat(PAPER.page()).doesNotContain("Ask next", "To read again");
  }

  @Test
  void isWrittenAsHtmlAndMarkdown(@TempDir Path folder) throws IOException {
    List<Path> files = PAPER.candidate("Ada L.").save(folder.resolve("papers"));
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "cnn-counting-ada-l.html",
            "cnn-counting-ada-l-key.html",
            "cnn-counting-ada-l.md",
            "cnn-counting-ada-l-key.md",
            "cnn-counting-ada-l-key-3.png");
    assertThat(Files.readString(files.get(0))).startsWith("<!doctype html>").contains("@page");
    Path none = folder.resolve("none");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> PAPER.save(files.get(0)))
        .withMessage("Cannot make the folder %s: there is a file of that name", files.get(0));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> draw(relu(), Shape.of(1)).save(none.resolve("a.png")))
        .withMessage(
            "Cannot write %s, which stays as it was: there is no folder %s",
            none.resolve("a.png"), none);
  }

  @Test
  void drawingsThatTellNothingAreOnTheQuestionSide(@TempDir Path folder) throws IOException {
    Paper drawn = Paper.of("Drawn", 3).ask("module-parameters", 1).ask("network-share", 1);
    List<Path> files = drawn.save(folder);
    assertThat(files).contains(folder.resolve("drawn-1.png"), folder.resolve("drawn-2.png"));
    assertThat(Files.readString(folder.resolve("drawn.md")))
        .contains("](drawn-1.png)", "](drawn-2.png)");
    assertThat(drawn.page()).contains("<img alt=");
    String answer = drawn.exercises().get(0).key().split("\\. ", 2)[0];
    assertThat(drawn.page()).doesNotContain(answer);
    assertThat(drawn.markdown()).doesNotContain(answer);
  }

  @Test
  void takesTheNameOfAGroup() {
    Paper paper = Paper.of("Groups", 7);
    assertThat(paper.ask("shapes", 2)).isEqualTo(paper.ask(Group.SHAPES, 2));
    assertThat(paper.ask("Memory").exercises().get(0).topic().group()).isEqualTo(Group.MEMORY);
    assertThat(paper.ask("code and concepts", 1)).isEqualTo(paper.ask("CONCEPTS", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exercises.draw("shapes", 1))
        .withMessageStartingWith("'shapes' is a group of exercises; it has ")
        .withMessageContaining("same-shape, ");
  }

  @Test
  void refusesWhatItCannotAsk() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAPER.ask("multiplicatons", 1))
        .withMessageContaining("did you mean multiplications?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PAPER.ask(Group.SHAPES, 3, 99))
        .withMessageContaining("not 99");
    assertThatIllegalArgumentException().isThrownBy(() -> PAPER.minutes(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Paper.of("empty", 1).start());
  }

  @Test
  void isSatWithAClockAndMarkedAtTheEnd() {
    Watch watch = new Watch();
    Sitting sitting = PAPER.start(watch);
    assertThat(sitting.question(1).toString()).startsWith("Question 1 of 6. 20:00 left.");
    long right = number(PAPER.exercises().get(0));
    watch.pass(Duration.ofSeconds(61));
    assertThat(sitting.answer(1, right)).isEqualTo("Noted: 1 of 6 answered. 18:59 left.");
    assertThat(sitting.answer(2, 2 * number(PAPER.exercises().get(1)))).doesNotContain("FLOPs");
    assertThat(sitting.answer(3, "nonsense")).startsWith("Noted: 3 of 6");
    watch.pass(Duration.ofMinutes(20));
    assertThat(sitting.answer(4, 1)).startsWith("The time is over");
    Score score = sitting.finish();
    assertThat(sitting.answer(5, 1)).startsWith("The paper is handed in");
    assertThat(score.right()).isEqualTo(1);
    assertThat(score.rows().get(1).remark()).contains("FLOPs");
    assertThat(score.rows().get(2).remark()).isEqualTo("another mistake");
    assertThat(score.rows().get(3).remark()).isEqualTo("not answered");
    assertThat(score.toRead()).contains("01 § Count by hand").doesNotHaveDuplicates();
    assertThat(score.followUps()).isNotEmpty();
    assertThat(score.html()).contains("1 of 6 right in 21:01", "<table");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sitting.question(7))
        .withMessage("The questions are 1 to 6; there is no 7");
  }

  private static long number(Exercise exercise) {
    return Long.parseLong(exercise.key().split("\\. ", 2)[0].replace(",", ""));
  }
}
