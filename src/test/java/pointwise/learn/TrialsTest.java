package pointwise.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrialsTest {
  /** Mean 0.9; squares of the differences 0.0001 + 0 + 0.0001 over 2. */
  private static final Trials NARROW = new Trials("narrow", List.of(0.89, 0.90, 0.91));

  @Test
  void meanAndSpread() {
    assertThat(NARROW.mean()).isCloseTo(0.9, within(1e-12));
    assertThat(NARROW.deviation()).isCloseTo(0.01, within(1e-12));
    assertThat(NARROW).hasToString("narrow: 90.0 % ± 1.0 over 3 seeds (89.0 … 91.0)");
    assertThat(Trials.of("seeds", 3, seed -> seed / 10.0).shares()).containsExactly(0.1, 0.2, 0.3);
  }

  /** The standard error of each mean is 0.01/√3, that of the difference 0.00816. */
  @Test
  void onlyWhatTheSpreadDoesNotExplainIsClear() {
    Trials near = new Trials("near", List.of(0.905, 0.915, 0.925));
    Trials far = new Trials("far", List.of(0.91, 0.92, 0.93));
    assertThat(near.isClearlyAbove(NARROW)).isFalse();
    assertThat(far.isClearlyAbove(NARROW)).isTrue();
    assertThat(NARROW.isClearlyAbove(far)).isFalse();
    assertThat(near.versus(NARROW))
        .isEqualTo(
            "near and narrow differ by 1.5 points, which may be the luck of the seeds: no effect"
                + " shows here.");
    assertThat(NARROW.versus(far))
        .isEqualTo("narrow is below far by 2.0 points, more than the seeds' spread explains.");
    assertThat(NARROW.isClearlyAbove(NARROW)).as("nothing is above itself").isFalse();
  }

  @Test
  void whatIsNoNumberIsNoShare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trials.of("lost", 2, seed -> seed / 0.0))
        .withMessage(
            "The share of each seed must be a finite number, but got [Infinity, Infinity]");
  }

  @Test
  void oneSeedHasNoSpread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trials.of("one", 1, seed -> 0.5))
        .withMessage("A spread needs at least 2 seeds, but got 1");
  }
}
