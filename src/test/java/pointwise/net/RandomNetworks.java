package pointwise.net;

import static pointwise.Pointwise.avgPool;
import static pointwise.Pointwise.batchNorm;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.dense;
import static pointwise.Pointwise.depthwiseConv;
import static pointwise.Pointwise.dropout;
import static pointwise.Pointwise.flatten;
import static pointwise.Pointwise.globalAvgPool;
import static pointwise.Pointwise.lrn;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.partialConv;
import static pointwise.Pointwise.radialBasis;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.sideHead;
import static pointwise.Pointwise.sigmoid;
import static pointwise.Pointwise.softmax;
import static pointwise.Pointwise.softmin;
import static pointwise.Pointwise.subsample;
import static pointwise.Pointwise.tanh;
import static pointwise.Pointwise.transposedConv;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/**
 * Networks that nobody drew: every kind of step, joins nested in joins, empty branches, values with
 * several readers, side heads.
 */
public final class RandomNetworks {
  private static final int LARGEST = 6_000;
  private static final int DEPTH = 3;

  private final Random random;

  private RandomNetworks(Random random) {
    this.random = random;
  }

  /** A small network; the same numbers give the same one. */
  public static Network draw(Random random) {
    RandomNetworks draws = new RandomNetworks(random);
    Shape input = draws.input();
    return new Network("random", input, draws.chain(input, DEPTH, 4, draws::step));
  }

  private Shape input() {
    int[] image = {between(3, 10), between(3, 10), of(1, 2, 3, 4, 8, 17)};
    return switch (between(0, 7)) {
      case 0 -> Shape.of(between(1, 9));
      case 1 -> Shape.of(between(1, 3), between(1, 9));
      case 2 -> Shape.of(between(1, 2), image[0], image[1], image[2]);
      default -> Shape.of(image);
    };
  }

  private interface Draw {
    Op op(Shape shape, int depth);
  }

  /** Up to so many operations one after another; none at all is the identity. */
  private Op chain(Shape shape, int depth, int most, Draw draw) {
    Op[] ops = new Op[between(0, most)];
    Shape at = shape;
    for (int i = 0; i < ops.length; i++) {
      ops[i] = draw.op(at, depth);
      at = ops[i].output(at);
    }
    return sequence(ops);
  }

  private Op step(Shape shape, int depth) {
    return fitting(
        shape, () -> between(0, 3) == 0 ? keeping(shape, depth) : changing(shape, depth));
  }

  /** The first drawn operation that the shape allows and whose result is small. */
  private static Op fitting(Shape shape, Supplier<Op> draw) {
    while (true) {
      Op op = draw.get();
      try {
        if (op.output(shape).size() <= LARGEST) {
          return op;
        }
      } catch (IllegalArgumentException doesNotFit) {
        // The next one may.
      }
    }
  }

  /** An operation whose result may have any shape. */
  private Op changing(Shape shape, int depth) {
    if (depth > 0 && between(0, 2) == 0) {
      return composite(shape, depth - 1);
    }
    int filters = between(1, 10);
    int height = between(1, 5);
    int width = between(1, 5);
    int stride = between(1, 3);
    if (shape.rank() <= 2) {
      return switch (between(0, 2)) {
        case 0 -> radialBasis(filters);
        case 1 -> dense(filters).noBias();
        default -> dense(filters);
      };
    }
    return switch (between(0, 15)) {
      case 0 -> conv(filters, height, width).stride(stride, 1);
      case 1 -> conv(filters, height, width).same().stride(stride).noBias();
      case 2 -> conv(filters, height).pad(2, 0, 1, 3).dilation(between(1, 2), 1);
      case 3 -> conv(2 * filters, width).same().groups(2);
      case 4 -> conv(of(8, 9, 16), of(3, 5)).same();
      case 5 -> depthwiseConv(height, width).same().stride(stride).multiplier(between(1, 2));
      case 6 -> transposedConv(filters, height, width).stride(stride);
      case 7 -> transposedConv(filters, height).same().stride(1, stride).noBias();
      case 8 -> maxPool(height, width).stride(stride);
      case 9 -> maxPool(3).stride(2).ceil();
      case 10 -> avgPool(2).same().stride(stride);
      case 11 -> avgPool(3).stride(2).pad(1).ceil().countPadding();
      case 12 -> globalAvgPool();
      case 13 -> subsample(2);
      case 14 -> partialConv(connections(shape), of(1, 3));
      default -> flatten();
    };
  }

  private List<List<Integer>> connections(Shape shape) {
    return Stream.generate(
            () ->
                IntStream.rangeClosed(0, between(0, 2))
                    .map(i -> between(0, shape.channels() - 1))
                    .distinct()
                    .boxed()
                    .toList())
        .limit(between(1, 4))
        .toList();
  }

  private Op composite(Shape shape, int depth) {
    return switch (between(0, 4)) {
      case 0 -> chain(shape, depth, 3, this::step);
      case 1 -> sideHead(chain(shape, depth, 3, this::step));
      case 2 -> residual(chain(shape, depth, 3, this::keeping));
      case 3 -> projected(shape, depth);
      default -> branches(shape, depth, shape.rank() > 2 && between(0, 3) == 0);
    };
  }

  /** A residual whose body and shortcut both end in the same number of channels. */
  private Op projected(Shape shape, int depth) {
    int channels = between(1, 6);
    return residual(
        sequence(chain(shape, depth, 2, this::keeping), toChannels(shape, channels)),
        sequence(toChannels(shape, channels), chain(shape, 0, 1, this::pointwise)));
  }

  private static Op toChannels(Shape shape, int channels) {
    return shape.rank() <= 2 ? dense(channels) : conv(channels, 1);
  }

  /** Branches that keep height and width, or all halve them; some are empty. */
  private Op branches(Shape shape, int depth, boolean halved) {
    return concat(
        Stream.generate(() -> branch(shape, depth, halved))
            .limit(between(1, 4))
            .toArray(Op[]::new));
  }

  private Op branch(Shape shape, int depth, boolean halved) {
    Op body = chain(shape, depth, 3, this::keeping);
    Op widened = between(0, 1) == 0 ? body : sequence(body, toChannels(shape, between(1, 6)));
    return halved
        ? sequence(widened, between(0, 1) == 0 ? maxPool(2).same() : conv(3, 3).same().stride(2))
        : widened;
  }

  /** An operation whose result has the shape of its input. */
  private Op keeping(Shape shape, int depth) {
    if (depth > 0 && between(0, 3) == 0) {
      return switch (between(0, 2)) {
        case 0 -> residual(chain(shape, depth - 1, 3, this::keeping));
        case 1 -> sideHead(chain(shape, depth - 1, 2, this::step));
        default -> sequence(branches(shape, depth - 1, false), toChannels(shape, shape.channels()));
      };
    }
    if (shape.rank() <= 2 || between(0, 1) == 0) {
      return pointwise(shape, depth);
    }
    int channels = shape.channels();
    return switch (between(0, 4)) {
      case 0 -> conv(channels, of(1, 3, 5), of(1, 3)).same();
      case 1 -> depthwiseConv(3).same().noBias();
      case 2 -> maxPool(3).stride(1).same();
      case 3 -> avgPool(3, 2).stride(1).same();
      default -> transposedConv(channels, 3).same();
    };
  }

  /** An operation on each value, or on the channels of each pixel. */
  private Op pointwise(Shape shape, int depth) {
    return switch (between(0, 9)) {
      case 0, 1, 2 -> relu();
      case 3 -> batchNorm();
      case 4 -> lrn(3, 1, 0.1, 0.75);
      case 5 -> dropout(0.5);
      case 6 -> shape.rank() <= 2 ? flatten() : sigmoid();
      case 7 -> tanh();
      case 8 -> between(0, 1) == 0 ? softmax() : softmin();
      default -> sequence();
    };
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private int of(int... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
