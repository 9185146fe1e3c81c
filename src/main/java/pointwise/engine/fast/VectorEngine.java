package pointwise.engine.fast;

import pointwise.engine.ConvShape;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The fast engine on Java's Vector API. Only loaded where the JVM has the module. */
final class VectorEngine extends FastEngine {
  private final boolean winograd;

  VectorEngine(int threads, boolean winograd) {
    super(threads, new VectorRows());
    this.winograd = winograd;
  }

  @Override
  public double peakGmacs() {
    return VectorPeak.gmacs(this);
  }

  @Override
  public Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    ConvShape s = ConvShape.conv2d(x, filters, bias, window, groups);
    if (winograd && Winograd.suits(s, Vectors.LANES)) {
      return Winograd.of(Tiles.own(), new VectorTransforms(), s, filters, bias, threads());
    }
    return DirectConv.of(Tiles.own(), s, filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    return new DepthwiseConv(new VectorTaps(), s, filters, bias);
  }
}
