package pointwise.window;

/**
 * A {@link Window} laid over one axis of an image: which input cells each output cell reads.
 *
 * <p>Output {@code o} reads the inputs {@code start(o) + t · dilation} for the taps {@code t = 0 …
 * kernel − 1}; those below 0 or from {@code in} on are padding.
 *
 * @param in cells of the input
 * @param out cells of the output
 * @param kernel taps of the kernel
 * @param stride input cells from one output to the next
 * @param dilation input cells from one tap to the next
 * @param before padding cells before the input
 * @param after padding cells behind the input, without those that rounding up adds
 */
public record Axis(int in, int out, int kernel, int stride, int dilation, int before, int after) {
  /** The input cell under the first tap of an output cell; negative in the leading padding. */
  public int start(int output) {
    return output * stride - before;
  }

  /** The input cells from the first to the last that so many outputs side by side read. */
  public int span(int outputs) {
    return (outputs - 1) * stride + (kernel - 1) * dilation + 1;
  }

  /** The first output cell that reads real input, or a cell behind it, with the given tap. */
  public int firstReading(int tap) {
    return Math.max(0, ceilDiv(before - tap * dilation, stride));
  }

  /**
   * The output cell after the last one that reads real input, or a cell before it, with the tap.
   */
  public int endReading(int tap) {
    return Math.min(out, ceilDiv(in + before - tap * dilation, stride));
  }

  /** The first tap of one output cell that reads real input; the others inside follow it. */
  public int firstInside(int output) {
    return Math.max(0, ceilDiv(-start(output), dilation));
  }

  /** The taps of one output cell that read real input and no padding. */
  public int insideTaps(int output) {
    return tapsWithin(output, 0, in);
  }

  /** The output cell after the last one, from the given one on, that reads with the same taps. */
  public int endOfStrip(int output) {
    int end = output + 1;
    while (end < out
        && firstInside(end) == firstInside(output)
        && insideTaps(end) == insideTaps(output)) {
      end++;
    }
    return end;
  }

  /** The taps of all output cells together that read real input and no padding. */
  public long insideTaps() {
    long taps = 0;
    for (int tap = 0; tap < kernel; tap++) {
      taps += Math.max(0, endReading(tap) - firstReading(tap));
    }
    return taps;
  }

  /** The taps of one output cell that read real input or declared padding. */
  public int paddedTaps(int output) {
    return tapsWithin(output, -before, in + after);
  }

  /**
   * Whether some output cell reads nothing but padding. The outputs that one tap serves are a run,
   * and those of the tap before it begin and end later.
   */
  public boolean someOutputSeesNoInput() {
    int seen = 0;
    for (int tap = kernel - 1; tap >= 0; tap--) {
      if (firstReading(tap) < endReading(tap)) {
        if (firstReading(tap) > seen) {
          return true;
        }
        seen = Math.max(seen, endReading(tap));
      }
    }
    return seen < out;
  }

  private int tapsWithin(int output, int from, int to) {
    int first = Math.max(0, ceilDiv(from - start(output), dilation));
    int end = Math.min(kernel, ceilDiv(to - start(output), dilation));
    return Math.max(0, end - first);
  }

  /** The quotient rounded up; Java 18 has it in {@code Math}. */
  public static int ceilDiv(int dividend, int divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  /** The size of the parts when a length is cut into as few equal parts as stay within a limit. */
  public static int evenPart(int length, int limit) {
    return ceilDiv(length, ceilDiv(length, limit));
  }
}
