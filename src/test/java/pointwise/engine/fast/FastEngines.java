package pointwise.engine.fast;

import java.util.List;

/** The fast engines that this JVM has: one test run is without Java's Vector API. */
public final class FastEngines {
  private FastEngines() {}

  /** All of them, on the given number of threads. */
  public static List<FastEngine> on(int threads) {
    return Engines.hasVectors()
        ? List.of(Engines.loops(threads), Engines.vector(threads))
        : List.of(Engines.loops(threads));
  }
}
