package pointwise.engine;

import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The fast engine on Java's Vector API. Only loaded where the JVM has the module. */
final class VectorEngine extends FastEngine {
  VectorEngine(int threads) {
    super(threads);
  }

  @Override
  public Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(x, filters, bias, window, groups);
    return new DirectConv(VectorTiles.tiles(), s, filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    return new DepthwiseConv(new VectorTaps(), s, filters, bias);
  }

  @Override
  public Routine dense(Shape x, Tensor weights, Tensor bias) {
    ConvShape.checkDense(x, weights, bias);
    return new Dense(x, weights, bias, threads());
  }

  @Override
  public Routine maxPool(Shape x, Window window) {
    return Pool.max(x, window);
  }

  @Override
  public Routine avgPool(Shape x, Window window, boolean countPadding) {
    return Pool.average(x, window, countPadding);
  }
}
