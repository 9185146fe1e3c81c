package pointwise;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongToDoubleFunction;
import pointwise.cost.Audit;
import pointwise.cost.Comparison;
import pointwise.cost.ConventionReport;
import pointwise.cost.CostReport;
import pointwise.cost.Memory;
import pointwise.cost.NetworkDiff;
import pointwise.cost.PublishedTable;
import pointwise.cost.ReceptiveFields;
import pointwise.cost.TrainingMemory;
import pointwise.data.Dataset;
import pointwise.data.Split;
import pointwise.engine.fast.Engines;
import pointwise.exercise.Exercise;
import pointwise.exercise.Proof;
import pointwise.exercise.Question;
import pointwise.learn.Evaluation;
import pointwise.learn.History;
import pointwise.learn.Optimizer;
import pointwise.learn.Trainer;
import pointwise.learn.Trials;
import pointwise.model.Model;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.op.Operations;
import pointwise.practice.Catalogue;
import pointwise.practice.Drill;
import pointwise.practice.DrillReport;
import pointwise.practice.Exercises;
import pointwise.practice.Paper;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.timing.Stopwatch;
import pointwise.timing.TimingReport;
import pointwise.view.Picture;
import pointwise.view.chart.Charts;
import pointwise.view.diagram.Diagrams;
import pointwise.view.motion.Motions;
import pointwise.view.slider.Slider;
import pointwise.view.slider.WhatIf;

/**
 * The vocabulary of the notebooks: {@code import static pointwise.Pointwise.*}.
 *
 * <p>The operations themselves are those of {@link Operations}; here is what is asked about them.
 */
public final class Pointwise extends Operations {
  private Pointwise() {}

  /** What an operation costs on an input of that shape. */
  public static CostReport count(Op op, Shape input) {
    return CostReport.of(op, input);
  }

  /** What several designs cost on the same input. */
  public static Comparison compare(Shape input, Op... designs) {
    return Comparison.of(input, designs);
  }

  /** An operation with random weights; the same seed gives the same weights everywhere. */
  public static Model model(Op op, Shape input, long seed) {
    return Model.of(op, input, seed);
  }

  // Learning.

  /**
   * What trains a model: {@code trainer(model(LeNet.modern28(), 1), Mnist.digits()).fit(5)}.
   *
   * @param data what is learned from, and what is held back
   */
  public static Trainer trainer(Model model, Split data) {
    return Trainer.of(model, data);
  }

  /** What a model says about a data set whose classes are known. */
  public static Evaluation evaluate(Model model, Dataset data) {
    return Evaluation.of(model, data);
  }

  /**
   * The same training with the seeds 1 … {@code seeds}: mean, spread, and what may be concluded
   * from them.
   */
  public static Trials trials(String name, int seeds, LongToDoubleFunction trial) {
    return Trials.of(name, seeds, trial);
  }

  // Timing and explaining.

  /** How long an operation takes on an input of that shape, with random weights. */
  public static TimingReport time(Op op, Shape input) {
    return time(input, op);
  }

  /** How long several designs take on the same input, with random weights: about 2 s each. */
  public static TimingReport time(Shape input, Op... designs) {
    return Stopwatch.time(Engines.fastest(), input, designs);
  }

  /** How long an operation takes if every multiplication that is counted is also done. */
  public static TimingReport timeAsCounted(Op op, Shape input) {
    return timeAsCounted(input, op);
  }

  /**
   * How long several designs take if every multiplication that is counted is also done: without
   * Winograd's short cut for 3×3 and 5×5, which {@link #time(Shape, Op...)} takes where it is
   * faster.
   */
  public static TimingReport timeAsCounted(Shape input, Op... designs) {
    return Stopwatch.time(Engines.direct(), input, designs);
  }

  /** How the engine of this machine computes an operation on an input of that shape, and why. */
  public static String explain(Op op, Shape input) {
    return Model.of(op, input, 1).explain(Engines.fastest());
  }

  // Exercises.

  /** Draws an exercise by name. */
  public static Exercise exercise(String id) {
    return exercise(id, 1);
  }

  /** Draws an exercise by name with other figures; the same seed gives the same figures. */
  public static Exercise exercise(String id, long seed) {
    return Exercises.draw(id, seed);
  }

  /**
   * Adds your own exercise for this session and draws it: {@code exercise("my-stem", random ->
   * Question.asking(…)…)}.
   */
  public static Exercise exercise(String id, Function<Random, Question> source) {
    return Exercises.register(id, source);
  }

  /**
   * Adds an exercise from a CSV file, as {@link Exercises#save} or a spreadsheet writes one, and
   * draws it.
   */
  public static Exercise exercise(Path file) {
    return Exercises.load(Require.given(file, "a file"));
  }

  /** What can be asked for by name, as a table. */
  public static Catalogue exercises() {
    return Exercises.catalogue();
  }

  /** Draws 300 exercises of that name and says what is wrong with them. */
  public static Proof proof(String id) {
    return Exercises.proof(id);
  }

  /** A paper, still without questions: {@code paper("CNN counting", 42).ask("bottleneck", 2)}. */
  public static Paper paper(String title, long seed) {
    return Paper.of(title, seed);
  }

  /** Practice that brings back what was missed sooner. */
  public static Drill drill() {
    return Drill.atHome();
  }

  /** How well each topic is known in the {@link #drill()}. */
  public static DrillReport progress() {
    return drill().progress();
  }

  // What a person looks at.

  /** The picture that shows most of an operation on an input of that shape. */
  public static Picture draw(Op op, Shape input) {
    return Diagrams.of(op, input);
  }

  /** A published network as boxes, each of its modules a single one. */
  public static Picture draw(Network network) {
    return Diagrams.of(network);
  }

  /** What the layer that sees most sees of the image, and within it the layers before it. */
  public static Picture drawReceptiveField(Op op, Shape input) {
    return Diagrams.receptiveField(op, input);
  }

  /** What the middle unit of a layer sees of the image, and within it the layers before it. */
  public static Picture drawReceptiveField(Op op, Shape input, String layer) {
    return Diagrams.receptiveField(op, input, layer);
  }

  /** What one unit of a layer sees of the image: at the border padding, too. */
  public static Picture drawReceptiveField(Op op, Shape input, String layer, int row, int column) {
    return Diagrams.receptiveField(op, input, layer, row, column);
  }

  /** What the layer of a network that sees most sees of the image. */
  public static Picture drawReceptiveField(Network network) {
    return drawReceptiveField(given(network).body(), network.input());
  }

  /** What the middle unit of a network's layer sees of the image. */
  public static Picture drawReceptiveField(Network network, String layer) {
    return drawReceptiveField(given(network).body(), network.input(), layer);
  }

  /** A small image as grids and, below, as its numbers lie in memory. */
  public static Picture drawMemory(Tensor image) {
    return Diagrams.memory(image);
  }

  /** A kernel of rank 1 as the product of a column and a row. */
  public static Picture drawProduct(Tensor column, Tensor row) {
    return Diagrams.product(column, row);
  }

  /**
   * A window that slides: in figures where they can be read, with whole numbers drawn for the
   * purpose; otherwise the filters to scale, at some of their places. It plays in a notebook.
   */
  public static Picture animate(Op op, Shape input) {
    return animate(input, op);
  }

  /** Windows of several layers that slide over the same input, in step and in figures. */
  public static Picture animate(Shape input, Op... ops) {
    return Motions.of(input, ops).picture();
  }

  /** The same with numbers of one's own: an image, and models of one layer each. */
  public static Picture animate(Tensor image, Model... models) {
    return Motions.of(image, models).picture();
  }

  /** How the receptive field of the layer that sees most grows, layer by layer. */
  public static Picture animateReceptiveField(Op op, Shape input) {
    return Diagrams.growingField(op, input).picture();
  }

  /** How the receptive field of a network's layer that sees most grows, layer by layer. */
  public static Picture animateReceptiveField(Network network) {
    return animateReceptiveField(given(network).body(), network.input());
  }

  /** The designs of a comparison as bars, by their multiplications. */
  public static Picture chart(Comparison comparison) {
    return Charts.multiplications(comparison);
  }

  /** The designs of a timing by their multiplications and their milliseconds. */
  public static Picture chart(TimingReport report) {
    return Charts.times(report);
  }

  /** The layers of a report as bars, by their multiplications. */
  public static Picture chart(CostReport report) {
    return Charts.multiplications(report);
  }

  /** The loss and accuracy of a training, epoch by epoch. */
  public static Picture chart(History history) {
    return Charts.learning(history);
  }

  /** Where the parameters and where the multiplications sit: two bars, cut by module. */
  public static Picture chartShares(CostReport report) {
    return Charts.shares(
        "%s → %s".formatted(Require.given(report, "a report").input(), report.output()), report);
  }

  /** Where a network's parameters and where its multiplications sit: two bars, cut by module. */
  public static Picture chartShares(Network network) {
    return Charts.shares(given(network).title(), count(network));
  }

  /** What a design costs for every width of a reduction up to the given one, and directly. */
  public static Picture breakEven(
      Shape input, Op direct, IntFunction<? extends Op> reduced, int widest) {
    return Charts.breakEven(input, direct, reduced, 1, widest);
  }

  // What if.

  /**
   * A whole number to be moved: {@code slider("filters", 4, 120).at(20)}. For a fraction, move its
   * hundredths: {@code whatIf(slider("dropped, in %", 0, 90), p -> dropout(p / 100.0))}.
   */
  public static Slider slider(String name, int least, int greatest) {
    return Slider.of(name, least, greatest);
  }

  /**
   * Shows values, tables or pictures for the number of a slider, and changes them as it is moved.
   * Where nothing can be moved, what is shown for its start stands.
   */
  public static void whatIf(Slider slider, IntFunction<?>... shown) {
    WhatIf.of(slider, shown).show();
  }

  /** The same with two sliders. */
  public static void whatIf(Slider first, Slider second, WhatIf.OfTwo... shown) {
    WhatIf.of(first, second, shown).show();
  }

  // Networks.

  /** What a network costs on its own input. */
  public static CostReport count(Network network) {
    return count(given(network).body(), network.input());
  }

  /** A network with random weights. */
  public static Model model(Network network, long seed) {
    return model(given(network).body(), network.input(), seed);
  }

  /** A network's operations counted by the rule of every tool, each difference in words. */
  public static ConventionReport conventions(Network network) {
    return conventions(given(network).body(), network.input());
  }

  /** An operation counted by the rule of every tool, each difference in words. */
  public static ConventionReport conventions(Op op, Shape input) {
    return ConventionReport.of(op, input);
  }

  /** What the units of each layer of a network see of the image. */
  public static ReceptiveFields receptiveFields(Network network) {
    return receptiveFields(given(network).body(), network.input());
  }

  /** What the units of each layer see of the image. */
  public static ReceptiveFields receptiveFields(Op op, Shape input) {
    return ReceptiveFields.of(op, input);
  }

  /** The memory a network needs for one input. */
  public static Memory memory(Network network) {
    return memory(given(network).body(), network.input());
  }

  /** The memory an operation needs. */
  public static Memory memory(Op op, Shape input) {
    return Memory.of(op, input);
  }

  /**
   * The memory of a training step: of activations, gradients, weights and what the optimiser keeps.
   *
   * @param input the shape of a batch
   */
  public static TrainingMemory trainingMemory(Op op, Shape input, Optimizer optimizer) {
    return TrainingMemory.of(op, input, Require.given(optimizer, "an optimizer").slots());
  }

  /** The memory of a training step of a network on a batch of so many inputs. */
  public static TrainingMemory trainingMemory(Network network, int batch, Optimizer optimizer) {
    return trainingMemory(given(network).body(), network.input().batch(batch), optimizer);
  }

  /** Where two variants of a network part: the layers that do not cost the same, side by side. */
  public static NetworkDiff compare(Network first, Network second) {
    return NetworkDiff.of(first, second);
  }

  /** Your own network: operations one after another, on an input of that shape. */
  public static Network network(String title, Shape input, Op... ops) {
    return new Network(title, input, sequence(ops));
  }

  /** A published table against a network, cell by cell, with what each deviation equals. */
  public static Audit audit(PublishedTable table, Network network) {
    return Audit.of(table, network);
  }

  /** A published table as comma-separated values against a network. */
  public static Audit audit(String csv, Network network) {
    return audit(PublishedTable.parse("the table", csv), network);
  }

  private static Network given(Network network) {
    return Require.given(network, "a network");
  }
}
