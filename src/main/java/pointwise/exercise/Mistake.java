package pointwise.exercise;

import java.util.Optional;
import pointwise.cost.CostReport;
import pointwise.exercise.answer.Answer;

/**
 * A wrong answer and what leads to it.
 *
 * @param leadsTo the wrong answer
 * @param diagnosis the mistake, in words
 * @param report what was counted instead, where that is known
 */
record Mistake(Answer leadsTo, String diagnosis, Optional<CostReport> report) {
  Mistake(Answer leadsTo, String diagnosis) {
    this(leadsTo, diagnosis, Optional.empty());
  }
}
