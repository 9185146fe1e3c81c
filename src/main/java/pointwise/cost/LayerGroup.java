package pointwise.cost;

import java.util.List;
import pointwise.op.Step;

/** Layers that a counting rule treats alike, found by their kind. */
enum LayerGroup {
  ALL("all layers"),
  CONVOLUTION("convolutions", "conv", "depthwise", "transposed", "partialconv"),
  TRANSPOSED("transposed convolutions", "transposed"),
  DENSE("dense layers", "dense", "rbf"),
  BATCH_NORM("batch normalisation", "bn"),
  LOCAL_RESPONSE_NORM("local response normalisation", "lrn"),
  RELU("ReLU", "relu"),
  MAX_POOLING("max pooling", "maxpool"),
  AVERAGE_POOLING("average pooling", "avgpool", "subsample"),
  GLOBAL_POOLING("global average pooling", "globalavgpool"),
  ADDITION("adding branches", "add"),
  SOFTMAX("softmax", "softmax");

  private final String words;
  private final List<String> kinds;

  LayerGroup(String words, String... kinds) {
    this.words = words;
    this.kinds = List.of(kinds);
  }

  boolean has(Step step) {
    return this == ALL || kinds.contains(step.kind());
  }

  @Override
  public String toString() {
    return words;
  }
}
