package pointwise.exercise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** The exercises by name. Adding one is adding its file and its line here. */
public final class Exercises {
  private static final Map<String, Function<Random, Exercise>> BY_ID = new LinkedHashMap<>();

  static {
    BY_ID.put("multiplications", ConvolutionMultiplications::draw);
    BY_ID.put("bottleneck", BottleneckMultiplications::draw);
    BY_ID.put("break-even", BreakEvenWidth::draw);
    BY_ID.put("concat-channels", ConcatChannels::draw);
    BY_ID.put("module-parameters", ModuleParameters::draw);
    BY_ID.put("module-saving", ModuleSaving::draw);
  }

  private Exercises() {}

  /** The names that {@link #draw} knows. */
  public static Set<String> ids() {
    return BY_ID.keySet();
  }

  /**
   * Draws an exercise; the same seed gives the same figures everywhere.
   *
   * @throws IllegalArgumentException if there is no exercise of that name
   */
  public static Exercise draw(String id, long seed) {
    Function<Random, Exercise> exercise = BY_ID.get(id);
    if (exercise == null) {
      throw new IllegalArgumentException(
          "There is no exercise '%s'; there are %s".formatted(id, String.join(", ", ids())));
    }
    return exercise.apply(new Random(seed));
  }
}
