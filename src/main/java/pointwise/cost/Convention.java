package pointwise.cost;

import static pointwise.cost.LayerGroup.ADDITION;
import static pointwise.cost.LayerGroup.ALL;
import static pointwise.cost.LayerGroup.AVERAGE_POOLING;
import static pointwise.cost.LayerGroup.BATCH_NORM;
import static pointwise.cost.LayerGroup.CONVOLUTION;
import static pointwise.cost.LayerGroup.DENSE;
import static pointwise.cost.LayerGroup.GLOBAL_POOLING;
import static pointwise.cost.LayerGroup.LOCAL_RESPONSE_NORM;
import static pointwise.cost.LayerGroup.MAX_POOLING;
import static pointwise.cost.LayerGroup.RELU;
import static pointwise.cost.LayerGroup.SOFTMAX;
import static pointwise.cost.LayerGroup.TRANSPOSED;
import static pointwise.cost.Quantity.BIASED_OUTPUTS;
import static pointwise.cost.Quantity.INPUTS;
import static pointwise.cost.Quantity.LEARNED;
import static pointwise.cost.Quantity.MORE_BIASES_IF_CONVOLVED;
import static pointwise.cost.Quantity.MORE_BY_INPUT_CHANNELS;
import static pointwise.cost.Quantity.MORE_BY_OUTPUTS;
import static pointwise.cost.Quantity.MORE_BY_STRIDES;
import static pointwise.cost.Quantity.MULTIPLICATIONS;
import static pointwise.cost.Quantity.OUTPUTS;
import static pointwise.cost.Quantity.PIXELS;
import static pointwise.cost.Quantity.STORED;
import static pointwise.cost.Quantity.STRIDE_CELLS;
import static pointwise.cost.Quantity.WINDOW_CELLS;

import java.util.List;
import pointwise.op.Family;
import pointwise.op.Graph.Node;

/**
 * By whose rule a network's operations are counted: a table of rules, read from each tool's source.
 *
 * <p>All count output positions times the full kernel, the padding's zeros among them. Of a
 * transposed convolution most count input positions, as the papers do; what thop (0.1.1), torchinfo
 * (1.8), calflops (0.3), TensorFlow and convnet-burden do instead is a row of theirs. To add a
 * convention is to add its rows here.
 */
public enum Convention {
  /** Multiply-accumulates of convolutions and dense layers: the papers and torchvision's table. */
  PAPERS("the papers' rule", "MACs", rule(ALL, 1, MULTIPLICATIONS)),

  /** A multiplication and an addition each. */
  FLOPS("FLOPs (2 × MACs)", "FLOPs", rule(ALL, 2, MULTIPLICATIONS)),

  /** fvcore's FlopCountAnalysis, whose "flops" are MACs (fvcore/nn/jit_handles.py). */
  FVCORE(
      "fvcore",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(BATCH_NORM, 2, OUTPUTS),
      rule(GLOBAL_POOLING, 1, INPUTS)),

  /** ptflops' default backend (ptflops/aten_ops.py). */
  PTFLOPS_ATEN("ptflops aten", "MACs", rule(ALL, 1, MULTIPLICATIONS), rule(ALL, 1, BIASED_OUTPUTS)),

  /** ptflops' older backend (ptflops/pytorch_ops.py). */
  PTFLOPS_PYTORCH(
      "ptflops pytorch",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(ALL, 1, BIASED_OUTPUTS),
      rule(BATCH_NORM, 2, OUTPUTS),
      rule(RELU, 1, OUTPUTS),
      rule(MAX_POOLING, 1, INPUTS),
      rule(AVERAGE_POOLING, 1, INPUTS),
      rule(GLOBAL_POOLING, 1, INPUTS)),

  /**
   * ptflops' README: modules of ReLU and pooling are counted, and the functions that they call
   * again; torchvision's GoogLeNet and Inception call the functions only, which count once.
   */
  PTFLOPS_README(
      "ptflops README",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(ALL, 1, BIASED_OUTPUTS),
      rule(BATCH_NORM, 2, OUTPUTS),
      rule(RELU, 2, OUTPUTS),
      rule(MAX_POOLING, 2, INPUTS),
      rule(AVERAGE_POOLING, 2, INPUTS),
      rule(GLOBAL_POOLING, 2, INPUTS)),

  /** thop as it is now (thop/vision/basic_hooks.py); a softmax counts only as a module. */
  THOP(
      "thop",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(TRANSPOSED, 1, MORE_BY_OUTPUTS),
      rule(BATCH_NORM, 4, OUTPUTS),
      rule(AVERAGE_POOLING, 1, OUTPUTS),
      rule(GLOBAL_POOLING, 1, INPUTS),
      rule(GLOBAL_POOLING, 1, OUTPUTS)),

  /**
   * thop of September 2019, which its README's table still shows: multiplications and additions.
   * What it made of a transposed convolution is unknown: it is counted as a convolution is.
   */
  THOP_2019(
      "thop 2019",
      "mixed",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(CONVOLUTION, 1, BIASED_OUTPUTS),
      rule(DENSE, 1, MULTIPLICATIONS),
      rule(DENSE, -1, OUTPUTS),
      rule(BATCH_NORM, 4, OUTPUTS),
      rule(AVERAGE_POOLING, 1, OUTPUTS),
      rule(GLOBAL_POOLING, 1, INPUTS),
      rule(GLOBAL_POOLING, 1, OUTPUTS)),

  /** torchinfo's "mult-adds" (torchinfo/layer_info.py): batch normalisation once, not a pixel. */
  TORCHINFO(
      "torchinfo",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(ALL, 1, BIASED_OUTPUTS),
      rule(TRANSPOSED, 1, MORE_BY_OUTPUTS),
      rule(BATCH_NORM, 1, LEARNED)),

  /** calflops (calflops/pytorch_ops.py): biases of convolutions only. */
  CALFLOPS(
      "calflops",
      "FLOPs",
      rule(ALL, 2, MULTIPLICATIONS),
      rule(CONVOLUTION, 1, BIASED_OUTPUTS),
      rule(TRANSPOSED, 1, MORE_BIASES_IF_CONVOLVED),
      rule(BATCH_NORM, 2, OUTPUTS),
      rule(RELU, 1, OUTPUTS),
      rule(MAX_POOLING, 1, INPUTS),
      rule(AVERAGE_POOLING, 1, INPUTS),
      rule(GLOBAL_POOLING, 1, INPUTS)),

  /** TensorFlow's profiler, float_operation (profiler/internal/flops_registry.py). */
  TENSORFLOW(
      "TensorFlow",
      "FLOPs",
      rule(ALL, 2, MULTIPLICATIONS),
      rule(ALL, 1, BIASED_OUTPUTS),
      rule(TRANSPOSED, 1, MORE_BY_STRIDES),
      rule(MAX_POOLING, 1, WINDOW_CELLS),
      rule(AVERAGE_POOLING, 1, WINDOW_CELLS),
      rule(GLOBAL_POOLING, 1, INPUTS),
      rule(ADDITION, 1, OUTPUTS),
      rule(SOFTMAX, 5, OUTPUTS)),

  /** Albanie's convnet-burden (core/burden.m): batch normalisation is merged into convolutions. */
  CONVNET_BURDEN(
      "convnet-burden",
      "MACs",
      rule(ALL, 1, MULTIPLICATIONS),
      rule(ALL, 1, BIASED_OUTPUTS),
      rule(TRANSPOSED, 1, MORE_BY_INPUT_CHANNELS),
      rule(RELU, 2, OUTPUTS),
      rule(LOCAL_RESPONSE_NORM, 3, OUTPUTS),
      rule(LOCAL_RESPONSE_NORM, 2, PIXELS),
      rule(MAX_POOLING, 2, STRIDE_CELLS),
      rule(AVERAGE_POOLING, 2, STRIDE_CELLS),
      rule(GLOBAL_POOLING, 1, INPUTS),
      rule(ADDITION, 1, OUTPUTS)),

  /** Keras's "Total params": what batch normalisation stores is among them. */
  KERAS("Keras", "parameters", rule(ALL, 1, LEARNED), rule(ALL, 1, STORED));

  /** One row of a convention's table: {@code factor} for each {@code quantity} of some layers. */
  record Rule(LayerGroup layers, int factor, Quantity quantity) {
    long count(Node node) {
      return layers.has(node.step()) ? Math.multiplyExact(factor, quantity.of(node)) : 0;
    }
  }

  private final String title;
  private final String unit;
  private final List<Rule> rules;

  Convention(String title, String unit, Rule... rules) {
    this.title = title;
    this.unit = unit;
    this.rules = List.of(rules);
  }

  private static Rule rule(LayerGroup layers, int factor, Quantity quantity) {
    return new Rule(layers, factor, quantity);
  }

  /** The tool's name. */
  public String title() {
    return title;
  }

  /** What is counted: MACs, FLOPs (2 a MAC), a mixture, or parameters. */
  public String unit() {
    return unit;
  }

  /**
   * Whether every layer counts alike, so that one of the reader's own counts too.
   *
   * @throws IllegalArgumentException if the tool tells layers apart and this one is not known
   */
  void mustKnow(Node node) {
    boolean alike = rules.stream().allMatch(rule -> rule.layers() == ALL);
    if (!alike && node.step().family() == Family.CUSTOM) {
      throw new IllegalArgumentException(
          "%s has no rule for %s (%s): its family() is CUSTOM, and only the papers' rule, FLOPs and parameters count such a layer"
              .formatted(title, node.name(), node.step().label()));
    }
  }

  List<Rule> rules() {
    return rules;
  }
}
