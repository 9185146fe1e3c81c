package pointwise.view.motion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import pointwise.model.Model;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Animation;
import pointwise.view.diagram.Diagrams;

/** Chooses how a window is shown to slide. */
public final class Motions {
  /** More numbers than that do not fit a page, whatever they are. */
  private static final int MOST_NUMBERS = 1000;

  private Motions() {}

  /**
   * The windows of some operations on inputs of that shape: in figures, if each is one layer and
   * all of them fit a page; otherwise to scale, for which there has to be a single operation.
   *
   * @throws IllegalArgumentException if neither is possible
   */
  public static Animation of(Shape input, Op... ops) {
    requireSome(Require.all("operations to be animated", ops).size());
    List<Graph> graphs = Arrays.stream(ops).map(op -> Graph.of(op, input)).toList();
    if (graphs.stream().allMatch(graph -> isOneLayer(graph) && isSmall(graph))) {
      Tensor image = WholeNumbers.image(input);
      List<Sliding> slidings =
          Arrays.stream(ops).map(op -> Sliding.of(WholeNumbers.model(op, input), image)).toList();
      if (fit(slidings)) {
        return inFigures(slidings);
      }
    }
    if (ops.length == 1) {
      return Diagrams.sliding(ops[0], input);
    }
    throw new IllegalArgumentException(
        "Only layers whose figures fit a page slide beside each other, but not %s on %s"
            .formatted(Arrays.toString(ops), input));
  }

  /**
   * The windows of some models of one layer on an image, in figures.
   *
   * @throws IllegalArgumentException if a model has more than one layer, or they do not fit a page
   */
  public static Animation of(Tensor image, Model... models) {
    Require.given(image, "an image");
    requireSome(Require.all("models to be animated", models).size());
    if (Arrays.stream(models).allMatch(model -> isSmall(model.graph()))) {
      List<Sliding> slidings =
          Arrays.stream(models).map(model -> Sliding.of(model, image)).toList();
      if (fit(slidings)) {
        return inFigures(slidings);
      }
    }
    throw new IllegalArgumentException(
        "The figures of %s on %s do not fit a page: animate(op, shape) slides to scale"
            .formatted(
                IntStream.range(0, models.length).mapToObj(i -> models[i].op()).toList(),
                image.shape()));
  }

  private static boolean fit(List<Sliding> slidings) {
    return new FigureMotion(slidings, FigureMotion.MOST).fits();
  }

  private static Animation inFigures(List<Sliding> slidings) {
    return Animation.small(
        FigureMotion.MOST, steps -> new FigureMotion(slidings, steps).animation());
  }

  private static void requireSome(int layers) {
    if (layers == 0) {
      throw new IllegalArgumentException("An animation needs at least one layer");
    }
  }

  private static boolean isSmall(Graph graph) {
    return graph.input().shape().size() <= MOST_NUMBERS
        && graph.output().shape().size() <= MOST_NUMBERS;
  }

  private static boolean isOneLayer(Graph graph) {
    return graph.nodes().size() == 1 && Sliding.isShown(graph.nodes().get(0).step());
  }
}
