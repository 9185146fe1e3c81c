package pointwise.cost;

import java.util.EnumSet;
import java.util.Set;
import pointwise.op.Family;
import pointwise.op.Step;

/** Layers that a counting rule treats alike. */
enum LayerGroup {
  ALL("all layers", EnumSet.allOf(Family.class)),
  CONVOLUTION(
      "convolutions",
      EnumSet.of(
          Family.CONVOLUTION,
          Family.DEPTHWISE_CONVOLUTION,
          Family.TRANSPOSED_CONVOLUTION,
          Family.PARTIAL_CONVOLUTION)),
  TRANSPOSED("transposed convolutions", EnumSet.of(Family.TRANSPOSED_CONVOLUTION)),
  DENSE("dense layers", EnumSet.of(Family.DENSE)),
  BATCH_NORM("batch normalisation", EnumSet.of(Family.BATCH_NORM)),
  LOCAL_RESPONSE_NORM("local response normalisation", EnumSet.of(Family.LOCAL_RESPONSE_NORM)),
  RELU("ReLU", EnumSet.of(Family.RELU)),
  MAX_POOLING("max pooling", EnumSet.of(Family.MAX_POOLING)),
  AVERAGE_POOLING("average pooling", EnumSet.of(Family.AVERAGE_POOLING)),
  GLOBAL_POOLING("global average pooling", EnumSet.of(Family.GLOBAL_POOLING)),
  ADDITION("adding branches", EnumSet.of(Family.ADDITION)),
  SOFTMAX("softmax", EnumSet.of(Family.SOFTMAX));

  private final String words;
  private final Set<Family> families;

  LayerGroup(String words, Set<Family> families) {
    this.words = words;
    this.families = families;
  }

  boolean has(Step step) {
    return families.contains(step.family());
  }

  @Override
  public String toString() {
    return words;
  }
}
