package pointwise.data;

import java.util.Locale;
import pointwise.tensor.Require;

/**
 * A data set in two parts.
 *
 * @param train what is learned from
 * @param test what is held back, to tell how well that was learned which was never seen
 */
public record Split(Dataset train, Dataset test) {
  public Split {
    Require.given(train, "data to learn from");
    Require.given(test, "data to test");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,d to learn from and %,d to test", train.size(), test.size());
  }
}
