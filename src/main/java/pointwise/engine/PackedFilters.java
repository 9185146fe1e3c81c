package pointwise.engine;

import java.util.ArrayList;
import java.util.List;
import pointwise.tensor.Tensor;

/**
 * The filters of a convolution in the order in which the tiles read them.
 *
 * <p>The weights that one output sees, its <i>patch</i>, are numbered as in memory: tap by tap,
 * channel by channel. They are cut into <i>runs</i>, the stretches that also lie side by side in
 * the input. A block of filters holds its runs one after another, and a run is what a {@link Tile}
 * multiplies in one call.
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
  final float[] weights;
  final float[] biases;

  private final int length;

  /**
   * Packs filters.
   *
   * @param length the longest stretch of a patch that lies side by side in the input
   */
  PackedFilters(Tiles tiles, ConvShape s, Tensor filters, Tensor bias, int length) {
    this.patch = s.rows().kernel() * s.columns().kernel() * s.groupChannels();
    this.length = length;
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

  /** The length of the run that begins at a place in the patch. */
  int run(int tileFilters, int start) {
    int longest = Math.max(1, RUN_FLOATS / tileFilters);
    int pieces = Axis.ceilDiv(length, longest);
    int piece = Axis.ceilDiv(length, pieces);
    return Math.min(piece, length - start % length);
  }

  private void pack(Block block, float[] filters, int outChannels) {
    int columns = block.tile.filters;
    for (int start = 0, run; start < patch; start += run) {
      run = run(columns, start);
      int to = block.weights + start * columns;
      for (int k = 0; k < run; k++) {
        int from = (start + k) * outChannels + block.first;
        for (int filter = 0; filter < block.filters; filter++) {
          weights[to + block.tile.index(filter, k, run)] = filters[from + filter];
        }
      }
    }
  }
}
