package pointwise.bench;

import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.tensor.Tensor;

/** What runs a workload: an array of floats in, a new one out, or some steps of training. */
interface Contestant extends AutoCloseable {
  float[] run() throws Exception;

  @Override
  default void close() {}

  /** One of the library's engines or one of its peers, ready to run a workload. */
  static Contestant of(String engine, Workload workload, int threads) throws Exception {
    Model model = Model.of(workload.op(), workload.input(), 1);
    if (workload.kind() == Workload.Kind.TRAINING) {
      return switch (engine) {
        case "vector" -> new Training(model, Engines.vector(threads));
        case "pytorch" -> new PyTorchTraining(model, threads);
        default -> throw new IllegalArgumentException("No engine called '" + engine + "' trains");
      };
    }
    Tensor x = Tensor.random(workload.input(), 2);
    return switch (engine) {
      case "naive" -> of(model, x, new NaiveEngine());
      case "loops" -> of(model, x, Engines.loops(threads));
      case "vector" -> of(model, x, Engines.vector(threads, true));
      case "direct" -> of(model, x, Engines.vector(threads, false));
      case "ort" -> new OnnxRuntime(model, x, threads);
      case "pytorch" -> new PyTorch(model, x, threads);
      default -> throw new IllegalArgumentException("No engine is called '" + engine + "'");
    };
  }

  private static Contestant of(Model model, Tensor x, Engine engine) {
    return () -> model.forward(x, engine).data();
  }
}
