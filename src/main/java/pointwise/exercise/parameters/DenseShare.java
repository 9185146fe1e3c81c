package pointwise.exercise.parameters;

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

  static Question draw(Random random) {
    List<Network> columns = List.of(Vgg.a(), Vgg.b(), Vgg.c(), Vgg.d(), Vgg.e());
    Network published = columns.get(random.nextInt(columns.size()));
    int left = 3 + random.nextInt(6);
    Network network = published.on(Shape.of(32 * left, 32 * left, 3));
    CostReport report = CostReport.of(network.body(), network.input());
    CostReport at224 = CostReport.of(published.body(), published.input());
    long answer = share(report, "fc6", CostReport.Row::parameters);
    long dense = share(report, "fc", CostReport.Row::parameters);
    return Question.asking(
            "%s is built for images of %s: five poolings leave %d×%d×512, and then come fc6 and fc7"
                + " with 4,096 outputs each and fc8 with 1,000. How many per cent of its parameters"
                + " are in fc6, rounded?",
            network.title(), network.input(), left, left)
        .answer(
            answer,
            "%,d of %,d.",
            sum(report, "fc6", CostReport.Row::parameters),
            report.parameters())
        .mistake(
            share(report, "fc6", CostReport.Row::multiplications),
            "That is its share of the multiplications, which sit in the convolutions.")
        .mistake(dense, "That is the share of all three dense layers.")
        .mistake(100 - dense, "That is the share of the convolutions.")
        .mistake(
            share(at224, "fc6", CostReport.Row::parameters),
            "That is for 224×224, where 7×7×512 are left; here it is %d×%d×512.",
            left,
            left)
        .hint(
            "fc6 sees all %d·%d·512 numbers. How many weights is that with 4,096 outputs?",
            left, left)
        .hint(
            "The convolutions have %,d parameters, fc7 and fc8 together %,d.",
            sum(report, "conv", CostReport.Row::parameters),
            sum(report, "fc7", CostReport.Row::parameters)
                + sum(report, "fc8", CostReport.Row::parameters));
  }

  /** The share of the rows of that name, in whole per cent. */
  private static long share(
      CostReport report, String name, ToLongFunction<CostReport.Row> quantity) {
    return Math.round(100.0 * sum(report, name, quantity) / sum(report, "", quantity));
  }

  private static long sum(CostReport report, String name, ToLongFunction<CostReport.Row> quantity) {
    return report.rows().stream()
        .filter(row -> row.name().startsWith(name))
        .mapToLong(quantity)
        .sum();
  }
}
