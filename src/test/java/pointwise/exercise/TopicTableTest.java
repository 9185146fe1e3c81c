package pointwise.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.sequence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.op.Op;
import pointwise.practice.Exercises;
import pointwise.tensor.Shape;
import pointwise.view.diagram.Diagrams;

/** An exercise that is kept in a file says in another notebook what it said in the first. */
class TopicTableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multiplications", // a number with slips on top
        "grouped-parameters", // a number, its mistakes operations
        "strided-shape", // a shape, two mistakes at once
        "flops", // a decimal
        "two-threes", // per cent
        "convolve-by-hand", // values, with tensors given
        "convolution-or-correlation", // words
        "unequal-branch" // one of several sentences
      })
  void everyKindOfAnswerComesBack(String id) {
    Topic before = Exercises.topic(id);
    Topic after = Topic.load(before.save(folder.resolve("kept.csv")));
    assertThat(after.id()).isEqualTo(id);
    assertThat(after.title()).isEqualTo(before.title());
    assertThat(after.level()).isEqualTo(before.level());
    assertThat(after.read()).isEqualTo(before.read());
    assertThat(after.followUps()).isEqualTo(before.followUps());
    Map<String, Exercise> drawn = new TreeMap<>();
    for (long seed = 1; seed <= 300 && drawn.size() < 100; seed++) {
      Exercise exercise = before.draw(seed);
      drawn.put(exercise.toString(), exercise);
    }
    for (long seed = 1; seed <= 20; seed++) {
      Exercise kept = after.draw(seed);
      Exercise same = drawn.get(kept.toString());
      assertThat(same).as(kept.toString()).isNotNull();
      assertThat(kept.key()).isEqualTo(same.key());
      assertThat(kept.made().hints).isEqualTo(same.made().hints);
      assertThat(kept.mistakes()).containsAllEntriesOf(same.mistakes());
      assertThat(kept.check(same.made().answer.written()).right()).isTrue();
      for (Mistake mistake : same.made().mistakes) {
        assertThat(kept.check(mistake.leadsTo().written()).mistake())
            .isEqualTo(mistake.diagnosis());
      }
    }
  }

  @Test
  void aPictureIsKeptToo() {
    Op stack = sequence(conv(8, 3).same(), conv(16, 3).same());
    Topic drawn =
        Topic.of(
            "drawn",
            Group.OWN,
            1,
            "A picture",
            random -> {
              int size = 8 + random.nextInt(90);
              Shape image = Shape.of(size, size, 3);
              return Question.asking("How many parameters?")
                  .picture(Diagrams.of(stack, image))
                  .answer(Measure.PARAMETERS, stack, image, "So.")
                  .hint("Count both.");
            });
    Exercise kept = Topic.load(drawn.save(folder.resolve("drawn.csv"))).draw(1);
    assertThat(kept.pictures()).hasSize(1);
    assertThat(kept.pictures().get(0).toSvg()).startsWith("<svg");
    assertThat(kept.check(8 * 27 + 8 + 16 * 72 + 16).right()).isTrue();
  }

  @Test
  void aSpreadsheetCanWriteOne() throws IOException {
    Path file =
        write(
            """
            \uFEFFquestion;part;kind;value;text
            ;id;;rows-left;
            ;follow-up;;;And with stride 2?
            1;question;;;How many rows does a 3×3 leave of 10, without padding?
            1;answer;number;8;10 − 3 + 1.
            1;mistake;;7;The first place counts, too.
            1;hint;;;At how many places does it fit?
            2;question;;;"How many rows does a 5×5 leave of 10; no padding?"
            2;answer;number;6;10 − 5 + 1.
            2;mistake;;5;The first place counts, too.
            2;hint;;;At how many places does it fit?
            """);
    Exercise exercise = Exercises.load(file);
    long right = exercise.question().contains("3×3") ? 8 : 6;
    assertThat(exercise.check(right).right()).isTrue();
    assertThat(exercise.check(right - 1).message()).contains("The first place counts, too.");
    assertThat(exercise.topic().followUps()).containsExactly("And with stride 2?");
    assertThat(Exercises.draw("rows-left", 9).again().toString()).isNotEmpty();
  }

  @Test
  void whatIsWrongInATableIsSaidWithItsPlace() throws IOException {
    refuses("1,anwser,number,8,So.", "Row 3", "'anwser' is no part of a question");
    refuses("1,answer,count,8,So.", "Row 3", "'count' is no kind of answer");
    refuses("1,answer,number,many,So.", "Row 3", "'many' is no answer of the kind 'number'");
    refuses("1,answer,number,1.5,So.", "Row 3", "'1.5' is no answer of the kind 'number'");
    refuses("1,answer,values,[[1],So.", "Row 3");
    refuses(",answer,number,8,So.", "Row 3", "needs the number of its question");
    refuses("1,question,,,How many?", "Question 1", "has no answer");
    refuses("1,answer,number,8,So.", "Question 1", "has no question");
    refuses("1,question,,,How?\n1,answer,number,8,So.", "Question 1", "needs an answer and a hint");
    refuses(
        "1,question,,,How?\n1,answer,number,8,So.\n1,mistake,,7,A.\n1,mistake,,7,B.\n1,hint,,,H.",
        "Question 1",
        "two mistakes lead to 7");
    refuses("", "There is no exercise in");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "question,part\n,id,ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.load(latin))
        .withMessageContaining("is not in UTF-8");
  }

  @Test
  void aFunctionIsKeptAsItsCell() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exercises.save("field-function", folder.resolve("f.csv")))
        .withMessageContaining("%load mine.jsh");
  }

  private void refuses(String rows, String... said) throws IOException {
    Path file = write("question,part,kind,value,text\n,id,,mine,\n" + rows + "\n");
    assertThatIllegalArgumentException()
        .as(rows)
        .isThrownBy(() -> Topic.load(file))
        .satisfies(thrown -> assertThat(thrown.getMessage()).contains(said));
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("written.csv"), content);
  }
}
