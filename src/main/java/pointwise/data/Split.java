package pointwise.data;

/**
 * A data set in two parts.
 *
 * @param train what is learned from
 * @param test what is held back, to tell how well that was learned which was never seen
 */
public record Split(Dataset train, Dataset test) {
  @Override
  public String toString() {
    return "%,d to learn from and %,d to test".formatted(train.size(), test.size());
  }
}
