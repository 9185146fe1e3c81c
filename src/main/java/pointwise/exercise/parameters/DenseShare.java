package pointwise.exercise.parameters;

import static pointwise.op.Operations.dense;
import static pointwise.op.Operations.sequence;

import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.tensor.Shape;

/** The share of its parameters that a VGG network has in its first dense layer. */
final class DenseShare {
  private DenseShare() {}

  /** A VGG's convolutions, and its three dense layers on what its poolings leave. */
  private record Counts(CostReport convolutions, CostReport head) {
    static Counts of(Network vgg, int left, int hidden, int classes) {
      Network network = vgg.on(Shape.of(32 * left, 32 * left, 3));
      return new Counts(
          CostReport.of(network.body(), network.input()),
          CostReport.of(
              sequence(
                  dense(hidden).named("fc6"),
                  dense(hidden).named("fc7"),
                  dense(classes).named("fc8")),
              Shape.of(left * left * 512)));
    }

    long sum(String name, ToLongFunction<CostReport.Row> quantity) {
      CostReport report = name.startsWith("conv") ? convolutions : head;
      return report.rows().stream()
          .filter(row -> row.name().startsWith(name))
          .mapToLong(quantity)
          .sum();
    }

    /** The share of the rows of that name, in whole per cent. */
    long share(String name, ToLongFunction<CostReport.Row> quantity) {
      return Math.round(
          100.0 * sum(name, quantity) / (sum("conv", quantity) + sum("fc", quantity)));
    }
  }

  static Question draw(Random random) {
    List<Network> columns = List.of(Vgg.a(), Vgg.b(), Vgg.c(), Vgg.d(), Vgg.e());
    Network vgg = columns.get(random.nextInt(columns.size()));
    int left = 3 + random.nextInt(6);
    int hidden = 1024 << random.nextInt(3);
    int classes = List.of(10, 100, 1000).get(random.nextInt(3));
    Counts counts = Counts.of(vgg, left, hidden, classes);
    Counts at224 = Counts.of(vgg, 7, hidden, classes);
    long dense = counts.share("fc", CostReport.Row::parameters);
    return Question.asking(
            "%s is built for images of %s: five poolings leave %d×%d×512, and then come fc6 and fc7"
                + " with %,d outputs each and fc8 with %,d. What percentage of its parameters is in"
                + " fc6, rounded?",
            vgg.title(), Shape.of(32 * left, 32 * left, 3), left, left, hidden, classes)
        .answer(
            counts.share("fc6", CostReport.Row::parameters),
            "%,d of %,d.",
            counts.sum("fc6", CostReport.Row::parameters),
            counts.sum("conv", CostReport.Row::parameters)
                + counts.sum("fc", CostReport.Row::parameters))
        .mistake(
            counts.share("fc6", CostReport.Row::multiplications),
            "That is its share of the multiplications, which sit in the convolutions.")
        .mistake(dense, "That is the share of all three dense layers.")
        .mistake(100 - dense, "That is the share of the convolutions.")
        .mistake(
            at224.share("fc6", CostReport.Row::parameters),
            "That is for 224×224, where 7×7×512 are left; here it is %d×%d×512.",
            left,
            left)
        .hint(
            "fc6 sees all %d·%d·512 numbers. How many weights is that with %,d outputs?",
            left, left, hidden)
        .hint(
            "The convolutions have %,d parameters, fc7 and fc8 together %,d.",
            counts.sum("conv", CostReport.Row::parameters),
            counts.sum("fc7", CostReport.Row::parameters)
                + counts.sum("fc8", CostReport.Row::parameters));
  }
}
