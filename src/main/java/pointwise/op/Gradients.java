package pointwise.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/**
 * What a step answers on the way back.
 *
 * @param inputs the gradient of each input, of that input's shape; null where it was not wanted
 * @param weights the gradient of each parameter that is learned, by name
 * @param measured new values of what is stored and not learned, such as a mean, by name
 */
public record Gradients(
    List<Tensor> inputs, Map<String, Tensor> weights, Map<String, Tensor> measured) {

  /**
   * Looks at what a layer's {@link Layer#backward} is given.
   *
   * @throws IllegalArgumentException if something is missing, or is not of the output's shape
   */
  static void check(
      Layer layer,
      Tensor x,
      Tensor output,
      Tensor gradient,
      Map<String, Tensor> weights,
      Pass pass) {
    Require.given(weights, "weights");
    Require.given(pass, "a pass");
    Shape shape = layer.output(Require.given(x, "an input").shape());
    checkShape("The output", Require.given(output, "the output"), layer, shape);
    checkGradient(layer, shape, gradient);
  }

  /** Looks at the gradient of a step's output, which is of that shape. */
  static void checkGradient(Step step, Shape output, Tensor gradient) {
    checkShape("The gradient of the output", Require.given(gradient, "a gradient"), step, output);
  }

  private static void checkShape(String what, Tensor given, Step step, Shape shape) {
    if (!given.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "%s of %s must have shape %s, but has %s".formatted(what, step, shape, given.shape()));
    }
  }

  /** The gradient of a single input and of nothing else. */
  public static Gradients of(Tensor input) {
    return new Gradients(Collections.singletonList(input), Map.of(), Map.of());
  }

  /** The same with the gradient of a parameter. */
  public Gradients weight(String name, Tensor gradient) {
    return new Gradients(inputs, with(weights, name, gradient), measured);
  }

  /** The same with a new value of a stored parameter. */
  public Gradients measured(String name, Tensor value) {
    return new Gradients(inputs, weights, with(measured, name, value));
  }

  private static Map<String, Tensor> with(Map<String, Tensor> map, String name, Tensor tensor) {
    Map<String, Tensor> longer = new LinkedHashMap<>(map);
    longer.put(name, tensor);
    return longer;
  }
}
