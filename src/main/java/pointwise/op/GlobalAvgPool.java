package pointwise.op;

import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** The mean of each channel over the whole image (Lin et al. 2013, section 3.2). */
public record GlobalAvgPool() implements Layer {

  @Override
  public Shape output(Shape input) {
    Shape one = Require.given(input, "the shape of the input").withImage(1, 1, input.channels());
    return one.rank() == 4 ? Shape.of(one.batch(), one.channels()) : Shape.of(one.channels());
  }

  @Override
  public Multiplications multiplications(Shape input) {
    return Multiplications.NONE;
  }

  @Override
  public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
    if (!fitsAWindow(Require.given(x, "an input").shape())) {
      return means(x);
    }
    Window whole = Window.of(x.shape().height(), x.shape().width());
    return Require.given(engine, "an engine")
        .avgPool(x, whole, false)
        .reshape(output(x.shape()).toArray());
  }

  @Override
  public Gradients backward(
      Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
    Gradients.check(this, x, y, gradient, weights, pass);
    int channels = x.shape().channels();
    int pixels = x.shape().height() * x.shape().width();
    float[] result = new float[x.data().length];
    for (int i = 0; i < result.length; i++) {
      int image = i / channels / pixels;
      result[i] = gradient.data()[image * channels + i % channels] / pixels;
    }
    return Gradients.of(Tensor.wrap(x.shape(), result));
  }

  private static boolean fitsAWindow(Shape image) {
    return Math.max(image.height(), image.width()) <= Window.LIMIT;
  }

  /** The means of an image that is larger than a window can be. */
  private Tensor means(Tensor x) {
    int channels = x.shape().channels();
    int pixels = x.shape().height() * x.shape().width();
    float[] y = new float[x.shape().batch() * channels];
    for (int i = 0; i < y.length; i++) {
      int first = i / channels * pixels * channels + i % channels;
      double sum = 0;
      for (int pixel = 0; pixel < pixels; pixel++) {
        sum += x.data()[first + pixel * channels];
      }
      y[i] = (float) (sum / pixels);
    }
    return Tensor.wrap(output(x.shape()), y);
  }

  @Override
  public boolean seesWholeInput() {
    return true;
  }

  @Override
  public Routine prepare(Shape x, Map<String, Tensor> weights, FastEngine engine) {
    if (!fitsAWindow(Require.given(x, "the shape of the input"))) {
      return Layer.super.prepare(x, weights, engine);
    }
    return Require.given(engine, "an engine").avgPool(x, Window.of(x.height(), x.width()), false);
  }

  @Override
  public Family family() {
    return Family.GLOBAL_POOLING;
  }

  @Override
  public String kind() {
    return "globalavgpool";
  }

  @Override
  public String label() {
    return "global avg pool";
  }

  @Override
  public String toString() {
    return "globalAvgPool()";
  }
}
