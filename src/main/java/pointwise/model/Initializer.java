package pointwise.model;

import pointwise.op.Parameter;
import pointwise.tensor.Tensor;

/** How random weights are drawn: normal with mean 0 and a spread that keeps signals in range. */
public enum Initializer {
  /** Variance 2 / fan-in, for layers before a ReLU (He et al. 2015, section 2.2). */
  HE {
    @Override
    double variance(Parameter p) {
      return 2.0 / p.fanIn();
    }
  },
  /** Variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010, section 4.2.1). */
  GLOROT {
    @Override
    double variance(Parameter p) {
      return 2.0 / (p.fanIn() + p.fanOut());
    }
  };

  abstract double variance(Parameter parameter);

  /** The starting value of a parameter; the same seed gives the same values everywhere. */
  Tensor initialize(Parameter parameter, long seed) {
    return switch (parameter.role()) {
      case WEIGHT -> Tensor.random(parameter.shape(), seed, Math.sqrt(variance(parameter)));
      case BIAS, OFFSET, MEAN -> Tensor.zeros(parameter.shape());
      case SCALE, VARIANCE -> Tensor.full(parameter.shape(), 1);
      case PATTERN -> signs(Tensor.random(parameter.shape(), seed));
    };
  }

  private static Tensor signs(Tensor random) {
    float[] signs = random.toArray();
    for (int i = 0; i < signs.length; i++) {
      signs[i] = signs[i] < 0 ? -1 : 1;
    }
    return Tensor.wrap(random.shape(), signs);
  }
}
