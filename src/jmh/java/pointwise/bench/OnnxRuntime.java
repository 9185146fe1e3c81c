package pointwise.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import pointwise.model.Model;
import pointwise.tensor.Tensor;

/** A model in ONNX Runtime, its input already in the order of axes that ONNX wants. */
final class OnnxRuntime implements Contestant {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final float[] x;
  private final long[] sizes;

  OnnxRuntime(Model model, Tensor x, int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    this.session = environment.createSession(Onnx.of(model), options);
    this.x = Onnx.channelsFirst(x);
    this.sizes = Onnx.sizes(x.shape());
  }

  @Override
  public float[] run() throws OrtException {
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), sizes);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] y = new float[values.remaining()];
      values.get(y);
      return y;
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
