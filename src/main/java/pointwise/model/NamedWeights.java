package pointwise.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pointwise.tensor.Npz;
import pointwise.tensor.Require;
import pointwise.tensor.Tensor;

/** Weights by name, given by hand or by a file, that must be those of a model. */
final class NamedWeights {
  private NamedWeights() {}

  /** Weights with some of them replaced by others of the same names and shapes. */
  static Map<String, Tensor> replaced(Map<String, Tensor> weights, Map<String, Tensor> replaced) {
    Map<String, Tensor> changed = new LinkedHashMap<>(weights);
    for (Map.Entry<?, ?> entry : Require.given(replaced, "weights").entrySet()) {
      // A map whose types went unsaid may hold anything.
      if (!(entry.getKey() instanceof String name)
          || !(entry.getValue() instanceof Tensor tensor)) {
        throw new IllegalArgumentException("Weights are tensors by name, but the map has " + entry);
      }
      Tensor old = weights.get(name);
      if (old == null) {
        throw unknown(name, weights.keySet());
      }
      if (!old.shape().equals(tensor.shape())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The weights '%s' have shape %s, but the new ones have shape %s",
                name,
                old.shape(),
                tensor.shape()));
      }
      changed.put(name, tensor);
    }
    return changed;
  }

  /** The tensors of a file, which must be these. */
  static Map<String, Tensor> loaded(Path file, Collection<String> names) {
    Map<String, Tensor> loaded = Npz.read(file);
    if (!loaded.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s lacks the weights %s; it has %s",
              file,
              names.stream()
                  .filter(name -> !loaded.containsKey(name))
                  .collect(Collectors.joining(", ")),
              listed(loaded.keySet())));
    }
    for (String name : loaded.keySet()) {
      if (!names.contains(name)) {
        throw unknown(name, names);
      }
    }
    return loaded;
  }

  private static IllegalArgumentException unknown(String name, Collection<String> names) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "There are no weights named '%s'; this model has %s",
            name,
            listed(names)));
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
