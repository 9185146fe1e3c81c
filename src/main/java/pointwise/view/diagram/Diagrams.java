package pointwise.view.diagram;

import pointwise.op.Graph;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Animation;
import pointwise.view.Picture;

/** Chooses the picture that tells most about an operation. */
public final class Diagrams {
  private Diagrams() {}

  /**
   * A few convolutions one after another as volumes and filters to scale; everything else as boxes
   * with their shapes below. Of a network with more than 24 boxes, the named modules are single
   * boxes.
   *
   * @throws IllegalArgumentException if the operation cannot take such an input
   */
  public static Picture of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    return Volumes.fit(graph) ? VolumePicture.of(graph) : FlowPicture.of(graph);
  }

  /**
   * A few convolutions one after another whose windows slide, to scale.
   *
   * @throws IllegalArgumentException if the operation is anything else, or a convolution is
   *     transposed
   */
  public static Animation sliding(Op op, Shape input) {
    return VolumeMotion.of(op, input);
  }

  /**
   * An image as grids and as it lies in memory.
   *
   * @throws IllegalArgumentException if it is no single image, or a large one
   */
  public static Picture memory(Tensor image) {
    return MemoryPicture.of(image);
  }

  /**
   * A kernel of rank 1 as the product of a column and a row.
   *
   * @throws IllegalArgumentException if they are long
   */
  public static Picture product(Tensor column, Tensor row) {
    return ProductPicture.of(column, row);
  }

  /** A published network as boxes, each of its modules a single one. */
  public static Picture of(Network network) {
    return FlowPicture.of(Require.given(network, "a network").graph());
  }

  /** The layers as boxes, whatever the operation. */
  public static Picture boxes(Op op, Shape input) {
    return FlowPicture.of(Graph.of(op, input));
  }

  /**
   * What the layer sees that sees most, growing layer by layer.
   *
   * @throws IllegalArgumentException if the input is no image, or no layer slides a window
   */
  public static Animation growingField(Op op, Shape input) {
    return FieldMotion.of(new FieldFinder(op, input).largest());
  }

  /**
   * The pixels that the middle unit sees of the layer that sees most, and those of the layers
   * before it.
   *
   * @throws IllegalArgumentException if the input is no image, or no layer slides a window
   */
  public static Picture receptiveField(Op op, Shape input) {
    return FieldPicture.of(new FieldFinder(op, input).largest());
  }

  /**
   * The pixels that the middle unit of a layer sees, and those of the layers before it.
   *
   * @throws IllegalArgumentException if there is no such layer, or the input is no image
   */
  public static Picture receptiveField(Op op, Shape input, String layer) {
    return FieldPicture.of(new FieldFinder(op, input).of(layer));
  }

  /**
   * The pixels that one unit of a layer sees, and those of the layers before it.
   *
   * @throws IllegalArgumentException if there is no such layer or unit, or the input is no image
   */
  public static Picture receptiveField(Op op, Shape input, String layer, int row, int column) {
    return FieldPicture.of(new FieldFinder(op, input).of(layer, row, column));
  }
}
