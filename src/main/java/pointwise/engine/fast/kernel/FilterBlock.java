package pointwise.engine.fast.kernel;

import java.util.ArrayList;
import java.util.List;
import pointwise.engine.ConvShape;
import pointwise.tensor.Tensor;

/**
 * Filters that one tile computes together, in the order in which it reads them: place by place of
 * the <i>patch</i> that an output sees, tap by tap and channel by channel, the weights of them all.
 *
 * @param tile the micro-kernel
 * @param group the group they belong to
 * @param first the output channel of the first one
 * @param filters how many exist; the block is filled up with zeros
 * @param weights for each place as many as the tile has filters
 * @param biases as many as the tile has filters
 */
public record FilterBlock(
    MicroKernel tile, int group, int first, int filters, float[] weights, float[] biases) {
  /** All filters of a convolution. */
  public static List<FilterBlock> pack(
      MicroKernels tiles, ConvShape s, Tensor filters, Tensor bias) {
    List<FilterBlock> blocks = new ArrayList<>();
    int ofGroup = s.outChannels() / s.groups();
    for (int first = 0, count; first < s.outChannels(); first += count) {
      int left = ofGroup - first % ofGroup;
      MicroKernel tile = tiles.next(left);
      count = Math.min(tile.filters(), left);
      float[] weights = new float[Math.multiplyExact(s.patch(), tile.filters())];
      for (int from = first, to = 0; to < weights.length; from += s.outChannels()) {
        System.arraycopy(filters.data(), from, weights, to, count);
        to += tile.filters();
      }
      float[] biases = new float[tile.filters()];
      if (bias != null) {
        System.arraycopy(bias.data(), first, biases, 0, count);
      }
      blocks.add(new FilterBlock(tile, first / ofGroup, first, count, weights, biases));
    }
    return blocks;
  }

  /** The same filters, each times its channel's factor, its bias likewise and plus a shift. */
  public FilterBlock with(float[] factors, float[] shifts) {
    float[] scaled = weights.clone();
    float[] moved = biases.clone();
    for (int filter = 0; filter < filters; filter++) {
      int channel = (first + filter) % factors.length;
      moved[filter] = biases[filter] * factors[channel] + shifts[channel];
      for (int i = filter; i < scaled.length; i += tile.filters()) {
        scaled[i] *= factors[channel];
      }
    }
    return new FilterBlock(tile, group, first, filters, scaled, moved);
  }

  /** Sets the sums of so many pixels to the biases. */
  public void start(float[] sums, int from, int pixels) {
    for (int i = 0; i < pixels; i++) {
      System.arraycopy(biases, 0, sums, from + i * tile.filters(), tile.filters());
    }
  }
}
