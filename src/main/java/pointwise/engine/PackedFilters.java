package pointwise.engine;

import java.util.ArrayList;
import java.util.List;
import pointwise.tensor.Tensor;

/**
 * The filters of a convolution in the order in which the tiles read them.
 *
 * <p>The weights that one output sees, its <i>patch</i>, are numbered as in memory: tap by tap,
 * channel by channel. They fall into <i>stretches</i> that also lie side by side in the input. A
 * block of filters holds its stretches one after another, and a part of a stretch, a {@link Run},
 * is what a {@link Tile} multiplies in one call.
 */
final class PackedFilters {
  /** A run of weights stays in a near cache while all pixels of a task meet it. */
  private static final int RUN_FLOATS = 12_288;

  /**
   * Filters that one tile computes together.
   *
   * @param tile the micro-kernel
   * @param group the group they belong to
   * @param first the output channel of the first one
   * @param filters how many exist; the block is filled up with zeros
   * @param weights where its weights begin
   * @param biases where its biases begin
   */
  record Block(Tile tile, int group, int first, int filters, int weights, int biases) {}

  final List<Block> blocks = new ArrayList<>();
  final int patch;
  final float[] biases;

  private final int stretch;
  private final float[] weights;

  /**
   * Packs filters.
   *
   * @param stretch the floats of a patch that lie side by side in the input
   */
  PackedFilters(Tiles tiles, ConvShape s, Tensor filters, Tensor bias, int stretch) {
    this.patch = s.rows().kernel() * s.columns().kernel() * s.groupChannels();
    this.stretch = stretch;
    int weightsEnd = 0;
    int biasesEnd = 0;
    int groupFilters = s.outChannels() / s.groups();
    for (int group = 0; group < s.groups(); group++) {
      for (int filter = 0; filter < groupFilters; ) {
        Tile tile = tiles.next(groupFilters - filter, patch);
        int count = Math.min(tile.filters, groupFilters - filter);
        blocks.add(
            new Block(tile, group, group * groupFilters + filter, count, weightsEnd, biasesEnd));
        weightsEnd = Math.addExact(weightsEnd, Math.multiplyExact(patch, tile.filters));
        biasesEnd += tile.filters;
        filter += count;
      }
    }
    this.weights = new float[weightsEnd];
    this.biases = new float[biasesEnd];
    for (Block block : blocks) {
      pack(block, filters.data(), s.outChannels());
      if (bias != null) {
        System.arraycopy(bias.data(), block.first, biases, block.biases, block.filters);
      }
    }
  }

  private PackedFilters(PackedFilters other, float[] factors, float[] shifts) {
    this.patch = other.patch;
    this.stretch = other.stretch;
    this.blocks.addAll(other.blocks);
    this.weights = other.weights.clone();
    this.biases = other.biases.clone();
    for (Block block : blocks) {
      for (int filter = 0; filter < block.filters; filter++) {
        int bias = block.biases + filter;
        int channel = block.first + filter;
        biases[bias] = biases[bias] * factors[channel] + shifts[channel];
      }
      int step = block.tile.step(stretch);
      for (int place = 0; place < patch; place++) {
        int first = index(block, place);
        for (int filter = 0; filter < block.filters; filter++) {
          weights[first + filter * step] *= factors[block.first + filter];
        }
      }
    }
  }

  /** The same filters, each times a factor, its bias likewise and plus a shift. */
  PackedFilters with(float[] factors, float[] shifts) {
    return new PackedFilters(this, factors, shifts);
  }

  /** How many floats of a stretch to multiply at once, if so many lie side by side. */
  static int runLength(Tile tile, int sideBySide) {
    return Axis.evenPart(sideBySide, Math.max(1, RUN_FLOATS / tile.filters));
  }

  /**
   * Some weights of a block.
   *
   * @param place the first one's number in the patch
   * @param length how many; all in one stretch
   * @param shift where they begin in the input, seen from the beginning of a pixel's patch
   */
  Run run(Block block, int place, int length, int shift) {
    return new Run(shift, weights, index(block, place), length, stretch);
  }

  /**
   * Adds to the sums of all pixels the products of a block with patches that lie side by side.
   *
   * @param at where in {@code x} the patch of each pixel begins, seen from {@code shift}
   * @param to where the sums begin
   */
  void multiplyWhole(
      Block block, float[] x, int[] at, int pixels, int shift, float[] sums, int to) {
    int longest = runLength(block.tile, patch);
    for (int start = 0; start < patch; start += longest) {
      Run run = run(block, start, Math.min(longest, patch - start), shift + start);
      block.tile.multiply(x, at, 0, pixels, run, sums, to);
    }
  }

  private void pack(Block block, float[] filters, int outChannels) {
    int step = block.tile.step(stretch);
    for (int place = 0; place < patch; place++) {
      int from = place * outChannels + block.first;
      int to = index(block, place);
      for (int filter = 0; filter < block.filters; filter++) {
        weights[to + filter * step] = filters[from + filter];
      }
    }
  }

  /** Where the first filter's weight for a place in the patch stands. */
  private int index(Block block, int place) {
    int k = place % stretch;
    return block.weights + (place - k) * block.tile.filters + block.tile.index(k, stretch);
  }
}
