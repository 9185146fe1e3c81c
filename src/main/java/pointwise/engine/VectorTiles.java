package pointwise.engine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The three micro-kernels in Java's Vector API. Only loaded where the JVM has the module.
 *
 * <p>Each {@code multiply} is one loop with every sum in a register of its own, spelled out: C2
 * keeps variables in registers, but neither arrays of vectors nor vectors that pass through a
 * method within the loop. Sums begin at zero, and are added to those of the runs before at the end.
 * The walk along the weights counts the loop, the walk along the pixels is derived from it: the
 * form that both C2 of JDK 17 and of 25 keep free of spills.
 */
final class VectorTiles {
  static final VectorSpecies<Float> SPECIES =
      species(Integer.getInteger("pointwise.vector.bits", 0));
  static final int LANES = SPECIES.length();

  /**
   * Whether 8 × 3 sums fit: AVX-512 and NEON have 32 vector registers, SSE and AVX have 16, which
   * hold 6 × 2 sums, two vectors of filters and a pixel's value.
   */
  private static final boolean MANY_REGISTERS =
      SPECIES.vectorBitSize() >= 512 || System.getProperty("os.arch").equals("aarch64");

  private VectorTiles() {}

  /** The tiles that suit this machine. */
  static Tiles tiles() {
    return tiles(MANY_REGISTERS);
  }

  /** The tiles for 32 registers or for 16. */
  static Tiles tiles(boolean manyRegisters) {
    Tile wide = manyRegisters ? new EightByThree() : new FourByThree();
    return new Tiles(wide, new SixByTwo(), new DotTile());
  }

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
