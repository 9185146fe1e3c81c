package pointwise.op;

import java.util.List;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.op.Parameter.Role;
import pointwise.tensor.Interrupts;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * Euclidean radial basis functions: each class gives the squared distance {@code Σ (x − pattern)²}
 * of the features to its pattern (LeCun et al. 1998, section II.B, equation 7).
 *
 * <p>The patterns are stylised 7×12 bitmaps of the characters, drawn by hand and kept: they are
 * stored and not learned. Each feature of each class costs one multiplication, the square.
 *
 * @param classes output features, the distances
 */
public record RadialBasis(int classes) implements Layer {

  public RadialBasis {
    if (classes < 1) {
      throw new IllegalArgumentException(
          "Radial basis functions need at least 1 class, but got " + classes);
    }
  }

  @Override
  public Shape output(Shape input) {
    if (Require.given(input, "the shape of the input").rank() > 2) {
      throw new IllegalArgumentException(
          "Radial basis functions take features or batch × features, but got %s: put flatten() first"
              .formatted(input));
    }
    return input.withChannels(classes);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    Shape shape = Shape.of(Require.given(input, "the shape of the input").channels(), classes);
    return List.of(new Parameter("patterns", Role.PATTERN, shape, input.channels(), classes));
  }

  /** Input features × classes. */
  @Override
  public Multiplications multiplications(Shape input) {
    long count =
        Multiplications.product(Require.given(input, "the shape of the input").size(), classes);
    return new Multiplications(count, count);
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    int features = Require.given(x, "an input").shape().channels();
    float[] patterns = Parameter.of(weights, "patterns", Shape.of(features, classes));
    Shape shape = output(x.shape());
    float[] y = Tensor.allocate(shape);
    for (int i = 0; i < y.length; i++) {
      Interrupts.check();
      int item = i / classes;
      double sum = 0;
      for (int feature = 0; feature < features; feature++) {
        double distance =
            x.data()[item * features + feature] - patterns[feature * classes + i % classes];
        sum += distance * distance;
      }
      y[i] = (float) sum;
    }
    return Tensor.wrap(shape, y);
  }

  /** The patterns are kept: they have none. */
  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int features = x.shape().channels();
    float[] patterns = Parameter.of(weights, "patterns", Shape.of(features, classes));
    float[] result = new float[x.data().length];
    for (int i = 0; i < result.length; i++) {
      int feature = i % features;
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double distance = x.data()[i] - patterns[feature * classes + c];
        sum += 2 * distance * gradient.data()[i / features * classes + c];
      }
      result[i] = (float) sum;
    }
    return Gradients.of(Tensor.wrap(x.shape(), result));
  }

  @Override
  public boolean seesWholeInput() {
    return true;
  }

  @Override
  public Family family() {
    return Family.DENSE;
  }

  @Override
  public String kind() {
    return "rbf";
  }

  @Override
  public String label() {
    return "radial basis, " + classes;
  }

  @Override
  public String toString() {
    return "radialBasis(" + classes + ")";
  }
}
