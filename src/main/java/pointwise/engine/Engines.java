package pointwise.engine;

/** Chooses the engine that a model runs on unless told otherwise. */
public final class Engines {
  private static final Engine DEFAULT = choose();

  private Engines() {}

  /**
   * The fastest engine of this machine, or the one that {@code -Dpointwise.engine=naive|loops}
   * forces, on {@code -Dpointwise.threads} threads (all processors).
   */
  public static Engine fastest() {
    return DEFAULT;
  }

  /** The plain loops that the compiler vectorises, on the given number of threads. */
  public static Engine loops(int threads) {
    return new LoopsEngine(threads);
  }

  /** The Vector API, on the given number of threads. */
  public static FastEngine vector(int threads) {
    return new VectorEngine(threads);
  }

  private static Engine choose() {
    int threads =
        Integer.getInteger("pointwise.threads", Runtime.getRuntime().availableProcessors());
    String name = System.getProperty("pointwise.engine", "loops");
    return switch (name) {
      case "naive" -> new NaiveEngine();
      case "vector" -> vector(threads);
      case "loops" -> loops(threads);
      default ->
          throw new IllegalArgumentException(
              "pointwise.engine must be naive or loops, but is '" + name + "'");
    };
  }
}
