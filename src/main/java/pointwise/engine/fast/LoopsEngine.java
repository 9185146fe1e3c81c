package pointwise.engine.fast;

import pointwise.engine.ConvShape;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The fast engine in plain loops: for JVMs without Java's Vector API, and until that is warm. */
final class LoopsEngine extends FastEngine {
  LoopsEngine(int threads) {
    super(threads, new PlainRows());
  }

  @Override
  public Routine conv2d(Shape x, Tensor filters, Tensor bias, Window window, int groups) {
    return new LoopsConv(
        ConvShape.conv2d(x, filters, bias, window, groups), filters, bias, threads());
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    return new DepthwiseConv(new PlainTaps(s.outChannels()), s, filters, bias);
  }
}
