package pointwise.exercise.parameters;

import static pointwise.op.Operations.conv;
import static pointwise.op.Operations.partialConv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import pointwise.cost.CostReport;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** LeNet-5's C3, whose maps each see some of the maps before: 1,516 and not 2,416. */
final class PartialConnections {
  private PartialConnections() {}

  private static final int BEFORE = 6;

  static Question draw(Random random) {
    int three = 2 + random.nextInt(7);
    int four = 2 + random.nextInt(9);
    int all = 1 + random.nextInt(4);
    int kernel = 3 + 2 * random.nextInt(3);
    List<List<Integer>> table = new ArrayList<>();
    add(table, three, 3);
    add(table, four, 4);
    add(table, all, BEFORE);
    int maps = table.size();
    Shape input = Shape.of(14, 14, BEFORE);
    CostReport report = CostReport.of(partialConv(table, kernel), input);
    return Question.asking(
            "As in LeNet-5's C3, the maps of a %d×%d convolution do not see all %d maps before them:"
                + " %d see 3, %d see 4 and %d see all %d. Each has a bias. How many parameters is"
                + " that?",
            kernel, kernel, BEFORE, three, four, all, BEFORE)
        .answer(
            report.parameters(),
            "%d·3 + %d·4 + %d·%d kernels of %d·%d, and %d biases.",
            three,
            four,
            all,
            BEFORE,
            kernel,
            kernel,
            maps)
        .mistake(
            CostReport.of(conv(maps, kernel), input).parameters(),
            "That is with every map seeing all maps before it.")
        .mistake(report.weights(), "The biases are missing: every map has one.")
        .mistake(
            (long) maps * (kernel * kernel + 1),
            "That is one kernel for each map; a map has one for each map that it sees.")
        .mistake(
            report.weights() + report.weights() / kernel / kernel,
            "That has a bias for each kernel; there is one for each map.")
        .mistake(report.multiplications(), "Those are the multiplications; a weight counts once.")
        .mistake(
            CostReport.of(conv(maps, kernel).noBias(), input).parameters(),
            "Two mistakes at once: every map sees all maps before it, and the biases are missing.")
        .hint("How many kernels are there? A map has one for each map that it sees.")
        .hint("Count pairs of maps that are connected, then kernel · kernel weights for each.");
  }

  private static void add(List<List<Integer>> table, int maps, int seen) {
    for (int i = 0; i < maps; i++) {
      int first = i;
      table.add(IntStream.range(0, seen).mapToObj(j -> (first + j) % BEFORE).toList());
    }
  }
}
