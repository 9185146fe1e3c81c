package pointwise.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * A dense (fully connected) layer: every output feature sees every input feature.
 *
 * @param outputs output features
 * @param bias whether one number is added to each output feature
 */
public record Dense(int outputs, boolean bias) implements Layer {

  public Dense {
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "A dense layer needs at least 1 output, but got " + outputs);
    }
  }

  /** Without a bias. */
  public Dense noBias() {
    return new Dense(outputs, false);
  }

  @Override
  public Shape output(Shape input) {
    if (Require.given(input, "the shape of the input").rank() > 2) {
      throw new IllegalArgumentException(
          "A dense layer takes features or batch × features, but got %s: put flatten() before it"
              .formatted(input));
    }
    return input.withChannels(outputs);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    int inputs = Require.given(input, "the shape of the input").channels();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.weights(Shape.of(inputs, outputs), inputs, outputs));
    if (bias) {
      parameters.add(Parameter.bias(outputs));
    }
    return parameters;
  }

  /** Input features × output features. */
  @Override
  public Multiplications multiplications(Shape input) {
    long count =
        Multiplications.product(Require.given(input, "the shape of the input").size(), outputs);
    return new Multiplications(count, count);
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").dense(x, learned, added);
  }

  /** Two matrix products. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int inputs = x.shape().channels();
    Tensor rows = gradient.reshape(gradient.data().length / outputs, outputs);
    Tensor w = Parameter.of(weights, "weights");
    Tensor input = pass.inputs() ? pass.engine().dense(gradient, w.transpose(1, 0), null) : null;
    Tensor columns = x.reshape(rows.shape().dim(0), inputs).transpose(1, 0);
    return ConvGradients.of(input, pass.engine().dense(columns, rows, null), gradient, bias);
  }

  @Override
  public boolean seesWholeInput() {
    return true;
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    Tensor learned = Parameter.of(weights, "weights");
    Tensor added = Parameter.of(weights, "bias", bias);
    return Require.given(engine, "an engine").dense(x, learned, added);
  }

  @Override
  public Family family() {
    return Family.DENSE;
  }

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public String label() {
    return "dense, " + outputs;
  }

  @Override
  public String toString() {
    return "dense(" + outputs + ")" + (bias ? "" : ".noBias()");
  }
}
