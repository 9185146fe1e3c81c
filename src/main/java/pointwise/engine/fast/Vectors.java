package pointwise.engine.fast;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. Only loaded where the JVM has the module. */
final class Vectors {
  static final VectorSpecies<Float> SPECIES =
      species(Integer.getInteger("pointwise.vector.bits", 0));
  static final int LANES = SPECIES.length();

  /** Whether there are 32 vector registers, as with AVX-512 and NEON; SSE and AVX have 16. */
  static final boolean MANY_REGISTERS =
      SPECIES.vectorBitSize() >= 512 || System.getProperty("os.arch").equals("aarch64");

  private Vectors() {}

  private static VectorSpecies<Float> species(int bits) {
    return switch (bits) {
      case 0 -> FloatVector.SPECIES_PREFERRED;
      case 64 -> FloatVector.SPECIES_64;
      case 128 -> FloatVector.SPECIES_128;
      case 256 -> FloatVector.SPECIES_256;
      case 512 -> FloatVector.SPECIES_512;
      default ->
          throw new IllegalArgumentException(
              "pointwise.vector.bits must be 64, 128, 256 or 512, but is " + bits);
    };
  }
}
