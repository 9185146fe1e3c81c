package pointwise.net;

import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.sequence;

import pointwise.op.Network;
import pointwise.tensor.Shape;

/** Networks as a reader writes them in a cell, from the public vocabulary. */
final class OwnNetworks {
  private OwnNetworks() {}

  /** The toy of the series' post on Network in Network. */
  static Network toy() {
    return new Network(
        "toy",
        Shape.of(3, 3, 2),
        concat(
                conv(3, 1).same().noBias().named("k1x1"),
                conv(2, 2).same().noBias().named("k2x2"),
                maxPool(3).stride(1).same().named("max3x3"))
            .resultNamed("concat"));
  }

  /** The stem of Inception V2 as Table 1 of Szegedy et al. 2015 prints it. */
  static Network stem() {
    return new Network(
        "stem",
        Shape.of(299, 299, 3),
        sequence(
            conv(32, 3).stride(2).noBias().named("conv_a"),
            conv(32, 3).noBias().named("conv_b"),
            conv(64, 3).same().noBias().named("conv_c_padded"),
            maxPool(3).stride(2).named("pool"),
            conv(80, 3).noBias().named("conv_d"),
            conv(192, 3).stride(2).noBias().named("conv_e"),
            conv(288, 3).same().noBias().named("conv_f")));
  }
}
