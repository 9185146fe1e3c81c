package pointwise.bench;

/** An engine that runs a workload on so many threads. */
record Contest(Workload workload, String engine, int threads) {
  /** Whether a library of others computes it. */
  boolean isPeer() {
    return engine.equals("ort") || engine.equals("pytorch");
  }

  @Override
  public String toString() {
    return "%s, %s, %s"
        .formatted(workload.name(), engine, PerformanceTable.plural(threads, "thread"));
  }
}
