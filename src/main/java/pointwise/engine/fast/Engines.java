package pointwise.engine.fast;

import java.util.Optional;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.VectorSettings;
import pointwise.engine.fast.kernel.Vectors;

/** Chooses the engine that a model runs on unless told otherwise. */
public final class Engines {
  private static final String MODULE = "jdk.incubator.vector";

  private static Engine fastest;
  private static Engine direct;

  private Engines() {}

  /**
   * The fastest engine of this machine, chosen at the first call.
   *
   * <p>{@code -Dpointwise.engine=naive|loops|vector} forces one, {@code -Dpointwise.threads} sets
   * the threads; without it they are as many as the machine or the container has processors.
   */
  public static synchronized Engine fastest() {
    if (fastest == null) {
      fastest = choose(System.getProperty("pointwise.engine"), threads(), winograd());
    }
    return fastest;
  }

  /**
   * The fastest engine that does every multiplication of the definition: the same, but without
   * Winograd's short cut for 3 × 3 and 5 × 5.
   */
  public static synchronized Engine direct() {
    if (direct == null) {
      direct = choose(System.getProperty("pointwise.engine"), threads(), false);
    }
    return direct;
  }

  /** The plain loops that the compiler vectorises, on the given number of threads. */
  public static FastEngine loops(int threads) {
    return new LoopsEngine(threads);
  }

  /**
   * Java's Vector API, on the given number of threads. Slow until it is compiled: {@link
   * #fastest()} answers with plain loops until then.
   *
   * @throws IllegalStateException if this JVM runs without the module
   */
  public static FastEngine vector(int threads) {
    return vector(threads, winograd());
  }

  /** Java's Vector API with or without Winograd's short cut. */
  public static FastEngine vector(int threads, boolean winograd) {
    if (!hasVectors()) {
      throw new IllegalStateException(
          "The vector engine needs a JVM started with --add-modules " + MODULE);
    }
    VectorSettings.check();
    return new VectorEngine(threads, winograd, Kernels.inVectors(Vectors.MANY_REGISTERS));
  }

  /**
   * The engine that makes operations ready for this one, as it is at this moment; empty for an
   * engine that computes every call anew, such as the naive one.
   */
  public static Optional<FastEngine> preparing(Engine engine) {
    if (engine instanceof WarmingEngine warming) {
      return Optional.of(warming.now());
    }
    return engine instanceof FastEngine fast ? Optional.of(fast) : Optional.empty();
  }

  /**
   * Waits until an engine runs at its full speed; most do from the start. For a kernel that takes
   * much longer to become fast than all others nobody waits.
   *
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public static void awaitFullSpeed(Engine engine) {
    if (engine instanceof WarmingEngine warming) {
      warming.awaitFullSpeed();
    }
  }

  /** Whether this JVM has Java's Vector API; no class that uses it may be touched without. */
  public static boolean hasVectors() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  static Engine choose(String name, int threads, boolean winograd) {
    if (name == null) {
      return hasVectors() ? warming(threads, winograd) : loops(threads);
    }
    return switch (name) {
      case "naive" -> new NaiveEngine();
      case "loops" -> loops(threads);
      case "vector" -> vector(threads, winograd);
      default ->
          throw new IllegalArgumentException(
              "pointwise.engine must be naive, loops or vector, but is '" + name + "'");
    };
  }

  private static Engine warming(int threads, boolean winograd) {
    VectorSettings.check();
    WarmUp warmUp = WarmUp.ofThisJvm();
    return new WarmingEngine(
        threads,
        warmUp.first(),
        warmUp.last(),
        kernels -> new VectorEngine(threads, winograd, kernels));
  }

  private static boolean winograd() {
    return Boolean.parseBoolean(System.getProperty("pointwise.winograd", "true"));
  }

  private static int threads() {
    String value = System.getProperty("pointwise.threads");
    if (value == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException problem) {
      throw new IllegalArgumentException(
          "pointwise.threads must be a number, but is '" + value + "'", problem);
    }
  }
}
