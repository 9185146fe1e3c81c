package pointwise.engine.fast.kernel;

import java.util.List;

/**
 * The system properties that force other vectors than the machine's own. They stand apart from
 * {@link Vectors}, so that a wrong one is a sentence and not a class that cannot be loaded.
 */
public final class VectorSettings {
  private static final String BITS = "pointwise.vector.bits";
  private static final String REGISTERS = "pointwise.vector.registers";

  private VectorSettings() {}

  /** The bits of a vector that are asked for, or 0 for what the machine prefers. */
  static int bits() {
    return oneOf(BITS, List.of("64", "128", "256", "512"));
  }

  /** The vector registers to make use of that are asked for, or 0 for the machine's own. */
  static int registers() {
    return oneOf(REGISTERS, List.of("16", "32"));
  }

  /**
   * Looks at all of them.
   *
   * @throws IllegalArgumentException if one has a value that there is not
   */
  public static void check() {
    bits();
    registers();
  }

  private static int oneOf(String property, List<String> possible) {
    String value = System.getProperty(property);
    if (value == null || value.isEmpty()) {
      return 0;
    }
    if (!possible.contains(value)) {
      throw new IllegalArgumentException(
          "%s must be one of %s, but is '%s'".formatted(property, possible, value));
    }
    return Integer.parseInt(value);
  }
}
