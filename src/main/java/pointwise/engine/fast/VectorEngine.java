package pointwise.engine.fast;

import java.util.List;
import java.util.Optional;
import pointwise.engine.ConvShape;
import pointwise.engine.fast.kernel.DepthwiseKernels;
import pointwise.engine.fast.kernel.Kernels;
import pointwise.engine.fast.kernel.MicroKernels;
import pointwise.engine.fast.kernel.PlainDepthwiseKernels;
import pointwise.engine.fast.kernel.PlainRowKernels;
import pointwise.engine.fast.kernel.Vectors;
import pointwise.engine.fast.kernel.WinogradTransforms;
import pointwise.engine.fast.routine.DepthwiseConv;
import pointwise.engine.fast.routine.DirectConv;
import pointwise.engine.fast.routine.LoopsConv;
import pointwise.engine.fast.routine.Routine;
import pointwise.engine.fast.routine.SideBySide;
import pointwise.engine.fast.routine.Winograd;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The fast engine on Java's Vector API. Only loaded where the JVM has the module. */
final class VectorEngine extends FastEngine {
  private final boolean winograd;
  private final Kernels kernels;

  VectorEngine(int threads, boolean winograd, Kernels kernels) {
    super(threads, kernels.rows().orElseGet(PlainRowKernels::new));
    this.winograd = winograd;
    this.kernels = kernels;
  }

  @Override
  public List<String> replaced() {
    return kernels.replaced();
  }

  @Override
  public double peakGmacs() {
    return VectorPeak.gmacs(this);
  }

  @Override
  Routine conv2d(ConvShape s, Tensor filters, Tensor bias) {
    if (kernels.microKernels().isEmpty()) {
      return new LoopsConv(s, filters, bias, threads());
    }
    MicroKernels micro = kernels.microKernels().get();
    return transforms(s)
        .<Routine>map(transforms -> Winograd.of(micro, transforms, s, filters, bias, threads()))
        .orElseGet(() -> DirectConv.of(micro, s, filters, bias, threads()));
  }

  @Override
  Routine conv2dAlone(ConvShape s, Tensor filters, Tensor bias) {
    return kernels
        .microKernels()
        .flatMap(micro -> SideBySide.of(s, filters, bias, Vectors.LANES))
        .map(wide -> conv2d(s.input(), wide.filters(), wide.bias(), wide.window(), 1))
        .orElseGet(() -> conv2d(s, filters, bias));
  }

  @Override
  public Routine depthwiseConv2d(Shape x, Tensor filters, Tensor bias, Window window) {
    ConvShape s = ConvShape.depthwise(x, filters, bias, window);
    DepthwiseKernels taps =
        kernels.depthwise().orElseGet(() -> new PlainDepthwiseKernels(s.outChannels()));
    return new DepthwiseConv(taps, s, filters, bias);
  }

  /** What Winograd's way needs for a convolution, if it is to be taken. */
  private Optional<WinogradTransforms> transforms(ConvShape s) {
    if (!winograd || !Winograd.suits(s, Vectors.LANES)) {
      return Optional.empty();
    }
    return s.rows().kernel() == 3 ? kernels.transforms3() : kernels.transforms5();
  }
}
