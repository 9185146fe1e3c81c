package pointwise.net;

import static pointwise.op.Operations.*;

import java.util.ArrayList;
import java.util.List;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/**
 * The networks of Oxford's Visual Geometry Group (Simonyan and Zisserman 2014: Very Deep
 * Convolutional Networks for Large-Scale Image Recognition, Table 1), one for each column. A stage
 * is its number, its filters and the kernels of its convolutions.
 */
public final class Vgg {
  private Vgg() {}

  /** Column A: 11 layers with weights. */
  public static Network a() {
    return vgg(
        "VGG A",
        stage(1, 64, 3),
        stage(2, 128, 3),
        stage(3, 256, 3, 3),
        stage(4, 512, 3, 3),
        stage(5, 512, 3, 3));
  }

  /** Column A-LRN: A with local response normalisation behind the first convolution. */
  public static Network aLrn() {
    return vgg(
        "VGG A-LRN",
        sequence(
            conv(64, 3).same().named("conv1_1"),
            relu(),
            lrn().named("norm1"),
            maxPool(2).named("pool1")),
        stage(2, 128, 3),
        stage(3, 256, 3, 3),
        stage(4, 512, 3, 3),
        stage(5, 512, 3, 3));
  }

  /** Column B: 13 layers. */
  public static Network b() {
    return vgg(
        "VGG B",
        stage(1, 64, 3, 3),
        stage(2, 128, 3, 3),
        stage(3, 256, 3, 3),
        stage(4, 512, 3, 3),
        stage(5, 512, 3, 3));
  }

  /** Column C: 16 layers, the last convolution of the last three stages a 1×1. */
  public static Network c() {
    return vgg(
        "VGG C",
        stage(1, 64, 3, 3),
        stage(2, 128, 3, 3),
        stage(3, 256, 3, 3, 1),
        stage(4, 512, 3, 3, 1),
        stage(5, 512, 3, 3, 1));
  }

  /**
   * Column D: 16 layers, known as VGG-16. 138,357,544 parameters, of which 138,344,128 are weights;
   * the 138,334,128 in circulation are a slip of the pen.
   */
  public static Network d() {
    return vgg(
        "VGG D",
        stage(1, 64, 3, 3),
        stage(2, 128, 3, 3),
        stage(3, 256, 3, 3, 3),
        stage(4, 512, 3, 3, 3),
        stage(5, 512, 3, 3, 3));
  }

  /** Column E: 19 layers, known as VGG-19. */
  public static Network e() {
    return vgg(
        "VGG E",
        stage(1, 64, 3, 3),
        stage(2, 128, 3, 3),
        stage(3, 256, 3, 3, 3, 3),
        stage(4, 512, 3, 3, 3, 3),
        stage(5, 512, 3, 3, 3, 3));
  }

  private static Op stage(int number, int filters, int... kernels) {
    List<Op> layers = new ArrayList<>();
    for (int kernel : kernels) {
      int next = layers.size() / 2 + 1;
      layers.add(conv(filters, kernel).same().named("conv" + number + "_" + next));
      layers.add(relu());
    }
    layers.add(maxPool(2).named("pool" + number));
    return new Sequence(layers);
  }

  private static Network vgg(String title, Op... stages) {
    return new Network(
        title,
        Shape.of(224, 224, 3),
        sequence(
            sequence(stages),
            flatten().named("flatten"),
            dense(4096).named("fc6"),
            relu(),
            dropout(0.5).named("drop6"),
            dense(4096).named("fc7"),
            relu(),
            dropout(0.5).named("drop7"),
            dense(1000).named("fc8"),
            softmax().named("prob")));
  }
}
