package pointwise.engine;

import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** The fast engine on Java's Vector API. Only loaded where the JVM has the module. */
final class VectorEngine extends FastEngine {
  private static final boolean WINOGRAD =
      Boolean.parseBoolean(System.getProperty("pointwise.winograd", "true"));

  VectorEngine(int threads) {
    super(threads, new VectorRows());
  }

  @Override
  public double peakGmacs() {
    return VectorPeak.gmacs(this);
  }

  @Override
  public Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(x, filters, bias, window, groups);
    if (WINOGRAD && Winograd.suits(s, VectorTiles.LANES)) {
      return new Winograd(VectorTiles.tiles(), new VectorTransforms(), s, filters, bias, threads());
    }
    return new DirectConv(VectorTiles.tiles(), s, filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    return new DepthwiseConv(new VectorTaps(), s, filters, bias);
  }
}
