package pointwise.engine;

/**
 * Where a tensor lies: pixel {@code p}, channel {@code c} at {@code data[offset + p · stride + c]}.
 *
 * <p>A stride wider than the tensor's channels is how the branches of a module write side by side
 * into one result, without a copy.
 */
public final class Place {
  final float[] data;
  final int offset;
  final int stride;

  public Place(float[] data, int offset, int stride) {
    this.data = data;
    this.offset = offset;
    this.stride = stride;
  }
}
