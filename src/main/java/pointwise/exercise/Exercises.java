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
    BY_ID.put("stack-weights", StackWeights::draw);
    BY_ID.put("stack-field", StackField::draw);
    BY_ID.put("strided-field", StridedField::draw);
    BY_ID.put("output-rows", OutputRows::draw);
    BY_ID.put("transposed-rows", TransposedRows::draw);
    BY_ID.put("grouped-parameters", GroupedParameters::draw);
    BY_ID.put("tool-count", ToolCount::draw);
    BY_ID.put("stage-parameters", StageParameters::draw);
    BY_ID.put("dense-share", DenseShare::draw);
    BY_ID.put("one-by-one-saving", OneByOneSaving::draw);
    BY_ID.put("pooling-instead-of-dense", PoolingInsteadOfDense::draw);
    BY_ID.put("ceil-pooling", CeilPooling::draw);
    BY_ID.put("five-as-three", FiveAsThree::draw);
    BY_ID.put("separable-parameters", SeparableParameters::draw);
    BY_ID.put("separable-ratio", SeparableRatio::draw);
    BY_ID.put("block-diagonal", BlockDiagonal::draw);
    BY_ID.put("nin-block", NinBlock::draw);
    BY_ID.put("one-by-one-product", OneByOneProduct::draw);
    BY_ID.put("mlpconv-field", MlpconvField::draw);
    BY_ID.put("convolve-by-hand", ConvolveByHand::draw);
    BY_ID.put("same-with-stride", SameWithStride::draw);
    BY_ID.put("impulse-response", ImpulseResponse::draw);
    BY_ID.put("flat-index", FlatIndex::draw);
    BY_ID.put("asymmetric-pair", AsymmetricPair::draw);
    BY_ID.put("rank-one", RankOne::draw);
    BY_ID.put("composed-pair", ComposedPair::draw);
    BY_ID.put("branch-parameters", BranchParameters::draw);
    BY_ID.put("grid-reduction", GridReduction::draw);
    BY_ID.put("smoothed-targets", SmoothedTargets::draw);
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
