package pointwise.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.exercise.Group;
import pointwise.exercise.Proof;
import pointwise.exercise.Topic;

/** What every exercise is held to, the next one too: 300 seeds each. */
class EveryExerciseTest {
  /** The library's: those that other tests register belong to them. */
  static Stream<String> ids() {
    return Exercises.topics().stream().filter(topic -> topic.group() != Group.OWN).map(Topic::id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void isFairTellsNothingAndVaries(String id) {
    Proof proof = Exercises.proof(id);
    assertThat(proof.fit()).as(proof.toString()).isTrue();
  }
}
