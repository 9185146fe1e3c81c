package pointwise.bench;

import pointwise.engine.Engine;
import pointwise.model.Model;
import pointwise.tensor.Tensor;

/** What runs a workload: an array of floats in, a new one out. */
interface Contestant extends AutoCloseable {
  float[] run() throws Exception;

  @Override
  default void close() {}

  /** One of the library's engines. */
  static Contestant of(Model model, Tensor x, Engine engine) {
    return () -> model.forward(x, engine).data();
  }
}
