package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.*;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pointwise.cost.CostReport;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.tensor.Heap;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Padding;
import pointwise.window.Window;

/** What is too large, too deep or missing is told in one sentence, and never computed wrongly. */
class LimitsTest {
  private static final int MOST = Integer.MAX_VALUE;
  private static final Shape IMAGE = Shape.of(28, 28, 192);

  @Test
  void sizesThatAreNoInt() {
    Op wide = conv(2_000_000_000, 1);
    refused(
        () -> count(concat(wide, wide), Shape.of(1, 1, 1)),
        "concat1: 4,000,000,000 channels are more than 2^31 - 1");
    refused(
        () -> count(depthwiseConv(1).multiplier(MOST), IMAGE),
        "depthwise1: 192 × 2,147,483,647 = 412,316,860,224 channels are more than 2^31 - 1");
    refused(
        () -> count(flatten(), Shape.of(1 << 20, 1 << 20, 1 << 20)),
        "flatten1: 1,152,921,504,606,846,976 features are more than 2^31 - 1");
    refused(
        () -> count(conv(1, 1).pad(1), Shape.of(MOST, 1, 1)),
        "conv1: The height with its padding, 2,147,483,649, is more than 2^31 - 1");
  }

  @Test
  void closedFormsOfHugeImages() {
    assertThat(count(conv(1, 1).noBias(), Shape.of(MOST, 1, 1)).multiplicationsInside())
        .isEqualTo(MOST);
    assertThat(count(conv(1, 3).same().noBias(), Shape.of(MOST - 2, 1, 1)).multiplicationsInside())
        .isEqualTo(3L * (MOST - 2) - 2);
    assertThat(count(maxPool(2, 1), Shape.of(MOST, 1, 1)).output())
        .isEqualTo(Shape.of(1 << 30, 1, 1).withImage((1 << 30) - 1, 1, 1));
  }

  @Test
  void receptiveFieldsNeitherWrapNorHang() {
    Op[] steps = Collections.nCopies(6, conv(1, 1).stride(1 << 14)).toArray(Op[]::new);
    refused(
        () -> receptiveFields(sequence(steps), Shape.of(1, 1, 1)),
        "conv5: it sees pixels that are more than 2^63 - 1 apart");
    Op up = transposedConv(1, 1).stride(1 << 14);
    refused(
        () -> receptiveFields(sequence(up, up), Shape.of(1, 1, 1)),
        "transposed2: Behind it 268,435,456 units side by side see different pixels, and 65,536"
            + " can be told apart");
  }

  @Test
  void nothingAtAll() {
    assertThat(memory(sequence(), IMAGE).inference()).isEqualTo(28 * 28 * 192 * 4);
    assertThat(memory(sequence(), IMAGE))
        .hasToString(
            "602,112 bytes of activations to run (at the input), 602,112 to train; 0 of weights;"
                + " 0.00 MACs per byte");
    Network empty = network("empty", IMAGE);
    refused(
        () -> empty.on(Shape.of(28, 28, 3)),
        "empty: the network takes 192 channels, but got 3 (28×28×3)");
    refused(() -> residual(null), "Expected the body of a residual, but got null");
    refused(() -> residual(conv(1, 1), null), "Expected the shortcut of a residual, but got null");
    refused(
        () -> sequence(conv(1, 1), null),
        "Expected operations in a sequence, but number 2 of 2 is null");
    refused(() -> count((Op) null, IMAGE), "Expected an operation, but got null");
    refused(() -> count(relu(), null), "Expected the shape of the input, but got null");
    refused(() -> conv(1, 1).named(null), "Expected a name, but got null");
    refused(() -> Tensor.parse(null), "Expected a tensor literal, but got null");
    refused(() -> Tensor.zeros(null), "Expected a shape, but got null");
    refused(() -> model(relu(), IMAGE, 1).forward(null), "Expected an input, but got null");
  }

  @Test
  void deepAndLarge() {
    refused(
        () -> {
          Op op = relu();
          for (int i = 0; i < 10_000; i++) {
            op = sequence(op);
          }
        },
        "Operations can stand 500 deep in each other, but these are 501 deep: put what comes one"
            + " after another into one sequence");
    refused(
        () -> {
          Op op = relu();
          for (int i = 0; i < 60; i++) {
            op = residual(op, op);
          }
        },
        "An operation can be made of 1,000,000 operations, but this one would be of 1,048,575");
    Op deep = relu();
    for (int i = 0; i < 499; i++) {
      deep = residual(deep);
    }
    assertThat(count(deep, Shape.of(1)).rows()).hasSize(500);
    assertThat(deep.toString()).startsWith("residual(residual(");
    refused(
        () -> Tensor.parse("[".repeat(20_000)),
        "A tensor literal can have 100 axes, but at position 100 a bracket stands deeper");
    Op long10 = new Sequence(Collections.nCopies(10_000, relu()));
    assertThat(model(long10, Shape.of(2), 1).forward(Tensor.of(Shape.of(2), -1, 1)))
        .isEqualTo(Tensor.of(Shape.of(2), 0, 1));
  }

  @Test
  void memoryIsSaidInBytes() {
    refused(
        () -> Heap.require(1L << 60, () -> "a tensor"),
        "There is not enough memory for a tensor: it needs 1,152,921,504,606,846,976 bytes");
    refused(
        () ->
            Heap.within(
                () -> "this",
                () -> {
                  throw new OutOfMemoryError();
                }),
        "There is not enough memory for this");
    refused(
        () -> model(dense(1 << 20), Shape.of(1 << 20), 1),
        "A tensor of shape 1048576×1048576 has 1,099,511,627,776 elements");
  }

  /** Nothing of that size is allocated to tell how it would be computed. */
  @Test
  void twoLiveTensorsOfFourGigabytesAreExplained() {
    Shape large = Shape.of(1 << 15, 1 << 15, 1);
    assertThat(explain(residual(conv(1, 1)), large))
        .matches("(?s)conv1: .*\\nadd1: element by element.*");
    assertThat(memory(residual(conv(1, 1)), large).inference()).isEqualTo(3L << 32);
  }

  @Test
  void interruptsEndWhatTakesLong() {
    interrupted(() -> Tensor.random(Shape.of(1000), 1));
    interrupted(() -> model(dense(1000), Shape.of(1000), 1));
    interrupted(() -> count(sequence(relu(), relu()), Shape.of(1)));
    interrupted(() -> Tensor.parse("[1, 2, 3]"));
    Model softmax = model(softmax(), Shape.of(10), 1);
    interrupted(() -> softmax.forward(Tensor.zeros(Shape.of(10)), Engines.loops(1)));
  }

  /** The interrupt comes while the work is under way, and would else never be noticed. */
  @Test
  void anInterruptEndsWorkThatHasBegun() throws Exception {
    Shape large = Shape.of(1 << 21);
    Model softmax = model(softmax(), large, 1);
    Tensor x = Tensor.zeros(large);
    Op row = new Sequence(Collections.nCopies(20_000, relu()));
    stopped(() -> softmax.forward(x, Engines.loops(1)));
    stopped(() -> Tensor.random(large, 1));
    stopped(() -> model(dense(1000), Shape.of(1000), 1));
    stopped(() -> count(row, Shape.of(1)));
  }

  @Test
  void aCountStopsAtTheLayerThatItHasComeTo() {
    AtomicInteger asked = new AtomicInteger();
    Op row = new Sequence(Collections.nCopies(100_000, new Interrupting(asked)));
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> count(row, Shape.of(1)));
    assertThat(asked).hasValueLessThan(20);
  }

  /** Interrupts its thread when it is asked for the tenth time. */
  private record Interrupting(AtomicInteger asked) implements Layer {
    @Override
    public Shape output(Shape input) {
      if (asked.incrementAndGet() == 10) {
        Thread.currentThread().interrupt();
      }
      return input;
    }

    @Override
    public Multiplications multiplications(Shape input) {
      return Multiplications.NONE;
    }

    @Override
    public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
      return x;
    }
  }

  @Test
  void normalisingOverMoreChannelsThanThereAre() {
    Tensor x = Tensor.random(Shape.of(4, 4, 3), 1);
    Model wide = model(lrn(MOST, 1, 0.1, 0.5), x.shape(), 1);
    Model all = model(lrn(5, 1, 0.1, 0.5), x.shape(), 1);
    assertThat(wide.forward(x, Engines.loops(1))).isEqualTo(all.forward(x, Engines.loops(1)));
  }

  @Test
  void globalPoolingOfALongImageRuns() {
    Tensor x = Tensor.full(Shape.of(20_000, 1, 3), 2);
    assertThat(model(globalAvgPool(), x.shape(), 1).forward(x))
        .isEqualTo(Tensor.full(Shape.of(3), 2));
  }

  @Test
  void poolingOverNothingButPadding() {
    Tensor x = Tensor.random(Shape.of(2, 3, 5), 1);
    Window window = Window.of(2, 2).withPadding(Padding.of(5, 4, 6, 3));
    Tensor largest = new NaiveEngine().maxPool(x, window);
    assertThat(Engines.loops(2).maxPool(x, window)).isEqualTo(largest);
    assertThat(Engines.fastest().maxPool(x, window)).isEqualTo(largest);
    refused(
        () -> count(maxPool(2).pad(5), x.shape()),
        "maxpool1: maxPool(2).pad(5) on 2×3×5 has windows that see nothing but padding");
  }

  @Test
  void whatTheEngineHoldsInBetween() {
    Op wide = conv(1, 3).dilation(1 << 14).pad(1 << 14);
    Model model = model(wide, Shape.of(4, 4, 3), 1);
    refused(
        () -> model.forward(Tensor.zeros(Shape.of(4, 4, 3)), Engines.loops(1)),
        "What the engine holds of an input and its padding is 3,");
  }

  @Test
  void tenThousandInARow() {
    Shape pixel = Shape.of(2, 2, 1);
    Op[] pairs = Collections.nCopies(5_000, sequence(conv(1, 1), relu())).toArray(Op[]::new);
    Op row = sequence(pairs);
    CostReport costs = count(row, pixel);
    assertThat(costs.multiplications()).isEqualTo(5_000 * 4);
    assertThat(costs.summary().toString()).contains("conv5000").contains("100.0");
    assertThat(draw(row, pixel).toSvg()).contains("conv5000");
    assertThat(model(row, pixel, 1).forward(Tensor.zeros(pixel), Engines.loops(1)))
        .isEqualTo(Tensor.zeros(pixel));
    refused(
        () -> chart(costs), "A bar chart can have 1,000 bars side by side, but these are 5,000");
  }

  @Test
  void chartsOfNothing() {
    refused(() -> chart(count(relu(), IMAGE)), "No layer of relu() has multiplications");
    refused(() -> chartShares(count(sequence(), IMAGE)), "No layer of sequence() has parameters");
    refused(() -> chart(compare(IMAGE)), "A comparison needs at least one design");
    assertThat(chart(compare(IMAGE, relu(), tanh())).toString())
        .endsWith("multiplications: relu() = 0; tanh() = 0");
  }

  @Test
  void tablesThatAreNone() {
    Network network = network("n", Shape.of(4, 4, 1), conv(1, 1).named("a"));
    String header = "name,parameters,operations\n";
    refused(
        () -> audit(header + "\"a,1,1\n", network),
        "the table: there is a quotation mark that is not closed");
    refused(
        () -> audit(header + "a,1\n", network),
        "the table: the row 'a,1' has 2 cells, but there are 3 columns");
    refused(
        () -> audit(header + "a,1,2,3\n", network),
        "the table: the row 'a,1,2,3' has 4 cells, but there are 3 columns");
    refused(
        () -> audit("name,name,name\na,b,c\n", network),
        "the table: two columns have the same name: name, name, name");
    refused(
        () -> audit(header + "a,K,1\n", network),
        "the table: the parameters of 'a': 'K' is no number such as");
    refused(
        () -> audit("name,parameters,operations,output\na,1,1,0×4\n", network),
        "the table: the output of 'a': Every size of a shape must be at least 1, but got 0×4");
    refused(
        () -> audit(header + "a,1,1\n", network("empty", Shape.of(1))),
        "the table: empty has no layers named 'a'; it has none at all");
    refused(() -> audit((String) null, network), "Expected comma-separated values, but got null");
    refused(() -> audit(header + "a,1,1\n", null), "Expected a network, but got null");
  }

  private static void interrupted(Runnable work) {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(work::run)
        .withMessageStartingWith("Interrupted:");
    assertThat(Thread.interrupted()).isFalse();
  }

  private static void stopped(Runnable work) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Void> endless =
        new FutureTask<>(
            () -> {
              while (true) {
                begun.countDown();
                work.run();
              }
            });
    Thread thread = new Thread(endless);
    thread.start();
    begun.await();
    thread.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> endless.get(1, TimeUnit.MINUTES))
        .withCauseInstanceOf(CancellationException.class);
  }

  private static void refused(Runnable mistake, String message) {
    assertThatIllegalArgumentException().isThrownBy(mistake::run).withMessageStartingWith(message);
  }
}
