package pointwise.engine.fast.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. Only loaded where the JVM has the module. */
public final class Vectors {
  public static final VectorSpecies<Float> SPECIES =
      VectorSettings.bits() == 0
          ? FloatVector.SPECIES_PREFERRED
          : VectorSpecies.of(float.class, VectorShape.forBitSize(VectorSettings.bits()));

  public static final int LANES = SPECIES.length();

  /**
   * Whether there are 32 vector registers, as with AVX-512 and NEON; SSE and AVX have 16. {@code
   * -Dpointwise.vector.registers=16|32} forces one.
   */
  public static final boolean MANY_REGISTERS =
      VectorSettings.registers() == 0
          ? SPECIES.vectorBitSize() >= 512 || System.getProperty("os.arch").equals("aarch64")
          : VectorSettings.registers() == 32;

  private Vectors() {}
}
