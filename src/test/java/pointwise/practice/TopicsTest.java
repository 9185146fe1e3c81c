package pointwise.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pointwise.exercise.Group;
import pointwise.exercise.Proof;
import pointwise.exercise.Question;
import pointwise.exercise.Topic;

class TopicsTest {
  @Test
  void everyGroupHasWarmUpsAndHardOnes() {
    Map<Group, Long> hard =
        Exercises.topics().stream()
            .filter(topic -> topic.level() == 3)
            .collect(Collectors.groupingBy(Topic::group, Collectors.counting()));
    assertThat(hard)
        .containsKeys(
            Group.SHAPES, Group.PARAMETERS, Group.OPERATIONS, Group.MEMORY, Group.CONCEPTS);
    assertThat(Exercises.topics()).hasSizeGreaterThanOrEqualTo(56);
  }

  /** What a score tells to read again has to be there. */
  @Test
  void everySectionToReadAgainExists() throws IOException {
    for (Topic topic : Exercises.topics()) {
      String[] read = topic.read().split(" § ", 2);
      if (read.length == 2) {
        assertThat(notebook(read[0])).as(topic.id()).contains("## " + read[1]);
      }
    }
  }

  private static String notebook(String number) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith(number + "-"))
              .findFirst()
              .orElseThrow();
      return Files.readString(file).replace("\\\"", "\"");
    }
  }

  @Test
  void idsAreTheCallersOwnAndCannotBeChanged() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Exercises.ids().remove("bottleneck"));
  }

  @Test
  void theCatalogueListsThemInTheOrderOfTheirGroups() {
    assertThat(Exercises.catalogue().table().rowCount()).isEqualTo(Exercises.ids().size());
    assertThat(Exercises.catalogue().toString()).contains("bottleneck", "operations");
    assertThat(Exercises.ids().iterator().next()).isEqualTo("valid-shape");
    assertThat(Exercises.topic("bottleneck").toString())
        .isEqualTo("bottleneck (operations, level 1): A convolution after a 1×1 reduction");
  }

  @Test
  void anOwnExerciseIsAskedForProvedAndPutOnAPaperLikeTheOthers() {
    Exercises.register(
        "my-rows",
        random -> {
          int rows = 10 + random.nextInt(90);
          return Question.asking("How many rows are left of %d, if 3 are cut off?", rows)
              .answer(rows - 3, "%d − 3.", rows)
              .mistake(rows + 3, "You put them on.")
              .hint("Cutting off is subtracting.");
        });
    assertThat(Exercises.draw("my-rows", 7).check(1).right()).isFalse();
    assertThat(Exercises.proof("my-rows").toString()).contains("✓ 'my-rows'");
    assertThat(Paper.of("Mine", 1).ask("my-rows", 3).questions()).hasSize(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exercises.register("bottleneck", random -> null))
        .withMessageContaining("The library has an exercise 'bottleneck' already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exercises.register("no-question", random -> null))
        .withMessage("Expected a question of 'no-question', but got null");
    assertThat(List.of(Exercises.topic("my-rows").group())).containsExactly(Group.OWN);
  }

  @Test
  void aProofFindsWhatIsWrong() {
    Topic leaky =
        Topic.of(
            "leaky",
            Group.OWN,
            1,
            "leaky",
            random -> {
              long n = 1000 + random.nextInt(5000);
              return Question.asking("How many?")
                  .answer(n, "So.")
                  .mistake(n / 2, "That is too little by %d.", n - n / 2)
                  .hint("It is %d.", n);
            });
    assertThat(Proof.of(leaky).problems().keySet())
        .anyMatch(problem -> problem.contains("a hint holds the answer"))
        .anyMatch(problem -> problem.contains("the answer follows from a diagnosis"))
        .anyMatch(problem -> problem.contains("too few different questions"));
  }
}
