package pointwise.op;

import java.util.List;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** Some of a tensor's channels, its innermost axis, as a tensor of their own. */
final class Channels {
  private Channels() {}

  /** The given channels of a tensor, in that order. */
  static Tensor pick(Tensor x, List<Integer> channels) {
    int all = x.shape().channels();
    Shape shape = x.shape().withChannels(channels.size());
    float[] picked = Tensor.allocate(shape);
    for (int i = 0; i < picked.length; i++) {
      picked[i] = x.data()[i / channels.size() * all + channels.get(i % channels.size())];
    }
    return Tensor.wrap(shape, picked);
  }

  /** So many channels from the given one on. */
  static Tensor range(Tensor x, int first, int count) {
    int all = x.shape().channels();
    Shape shape = x.shape().withChannels(count);
    float[] part = Tensor.allocate(shape);
    for (int from = first, to = 0; to < part.length; from += all, to += count) {
      System.arraycopy(x.data(), from, part, to, count);
    }
    return Tensor.wrap(shape, part);
  }

  /** One of several equal parts of the channels. */
  static Tensor part(Tensor x, int part, int parts) {
    int count = x.shape().channels() / parts;
    return parts == 1 ? x : range(x, part * count, count);
  }

  /** Puts channels into a whole with so many of them, from the given one on. */
  static void put(Tensor part, int first, float[] whole, int all) {
    int count = part.shape().channels();
    float[] data = part.data();
    for (int from = 0, to = first; from < data.length; from += count, to += all) {
      System.arraycopy(data, from, whole, to, count);
    }
  }

  /** Adds to the given channels of the whole. */
  static void add(Tensor part, List<Integer> channels, float[] whole, int all) {
    int count = channels.size();
    float[] data = part.data();
    for (int i = 0; i < data.length; i++) {
      whole[i / count * all + channels.get(i % count)] += data[i];
    }
  }

  /** One number per channel. */
  static Tensor tensor(double... values) {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) values[i];
    }
    return Tensor.wrap(Shape.of(values.length), data);
  }
}
