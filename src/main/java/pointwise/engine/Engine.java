package pointwise.engine;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import pointwise.tensor.Require;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/**
 * Computes the operations that do the work of a network.
 *
 * <p>Images are height × width × channels, or batch × height × width × channels. Every method
 * answers with a new tensor, leaves its arguments alone, and throws {@link
 * IllegalArgumentException} if the shapes do not fit each other.
 */
public interface Engine {
  /**
   * A convolution: each output channel is the sum, over the window and the channels of its group,
   * of input times filter. The filter is not mirrored (a correlation, as in every framework).
   *
   * @param x the image or batch
   * @param filters kernel height × kernel width × (input channels / groups) × output channels
   * @param bias one number per output channel, or null for none
   * @param window kernel, stride, padding, dilation
   * @param groups how many equal parts the channels fall into; part i of the output sees only part
   *     i of the input
   */
  Tensor conv2d(Tensor x, Tensor filters, Tensor bias, Window window, int groups);

  /**
   * A depthwise convolution: each input channel has filters of its own, and nothing is summed over
   * channels. It is the convolution whose groups are the single channels.
   *
   * @param x the image or batch
   * @param filters kernel height × kernel width × input channels × multiplier; output channel
   *     {@code c · multiplier + m} comes from input channel c
   * @param bias one number per output channel, or null for none
   * @param window kernel, stride, padding, dilation
   */
  default Tensor depthwiseConv2d(Tensor x, Tensor filters, Tensor bias, Window window) {
    Tensor grouped = ConvShape.asGroups(ConvShape.shapeOf(x), filters);
    return conv2d(x, grouped, bias, window, x.shape().channels());
  }

  /**
   * A transposed convolution, the adjoint of the convolution with the same filters and window:
   * every input value is multiplied with all taps of its filters, and what falls on the same pixel
   * of the result is added up (Zeiler et al. 2010, section 2; Dumoulin and Visin 2016, section 4).
   *
   * @param x the image or batch
   * @param filters kernel height × kernel width × output channels × input channels
   * @param bias one number per output channel, or null for none
   * @param window kernel, stride and dilation, and the padding of the convolution, which here crops
   *     the result; SAME gives {@code in · stride} rows and columns
   */
  Tensor transposedConv2d(Tensor x, Tensor filters, Tensor bias, Window window);

  /**
   * A dense layer: a matrix product over the features.
   *
   * @param x features, or batch × features
   * @param weights input features × output features
   * @param bias one number per output feature, or null for none
   */
  Tensor dense(Tensor x, Tensor weights, Tensor bias);

  /** The largest value under the window; padding counts as −∞. */
  Tensor maxPool(Tensor x, Window window);

  /**
   * The mean under the window.
   *
   * @param x the image or batch
   * @param window kernel, stride, padding
   * @param countPadding whether the sum is divided by the cells inside the declared padding (Caffe,
   *     PyTorch) or by the real cells only (TensorFlow, Keras)
   */
  Tensor avgPool(Tensor x, Window window, boolean countPadding);

  /**
   * Runs the tasks {@code 0 … tasks − 1}, each once, in any order: on the engine's threads, if it
   * has some.
   *
   * @throws CancellationException if the calling thread is interrupted
   */
  default void run(int tasks, IntConsumer task) {
    Require.given(task, "a task");
    for (int i = 0; i < tasks; i++) {
      if (Thread.interrupted()) {
        throw new CancellationException(
            String.format(
                Locale.ROOT,
                "Interrupted: the computation was stopped after %,d of its %,d tasks",
                i,
                tasks));
      }
      task.accept(i);
    }
  }
}
