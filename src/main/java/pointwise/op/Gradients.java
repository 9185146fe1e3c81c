package pointwise.op;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
