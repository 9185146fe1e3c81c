package pointwise.op;

/**
 * What a step is, as far as counting rules and colours tell steps apart. Code that asks switches
 * over all of them, so that the compiler names what a new one still needs.
 */
public enum Family {
  /** Filters that see all channels, or those of their group. */
  CONVOLUTION,
  /** Filters that see a single channel each. */
  DEPTHWISE_CONVOLUTION,
  /** The adjoint of a convolution. */
  TRANSPOSED_CONVOLUTION,
  /** A convolution whose filters see the channels that a table of connections gives them. */
  PARTIAL_CONVOLUTION,
  /** Every output sees every input. */
  DENSE,
  /** The largest number of each window. */
  MAX_POOLING,
  /** The mean of each window. */
  AVERAGE_POOLING,
  /** The mean of each channel. */
  GLOBAL_POOLING,
  /** Batch normalisation. */
  BATCH_NORM,
  /** Local response normalisation. */
  LOCAL_RESPONSE_NORM,
  /** ReLU. */
  RELU,
  /** A sigmoid, a hyperbolic tangent. */
  SATURATING_ACTIVATION,
  /** Numbers that add up to 1. */
  SOFTMAX,
  /** Distances as if they were probabilities: what LeNet-5 of 1998 ends in. */
  SOFTMIN,
  /** Training only: nothing is computed. */
  DROPOUT,
  /** Another shape for the same numbers. */
  RESHAPE,
  /** Branches side by side. */
  CONCATENATION,
  /** Branches added up. */
  ADDITION,
  /**
   * A layer that is not the library's: it is counted, run and drawn, but no tool's rule knows it.
   */
  CUSTOM
}
