package pointwise.exercise.shapes;

import static pointwise.exercise.Measure.OUTPUT;
import static pointwise.op.Operations.conv;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.exercise.answer.Texts;
import pointwise.op.Conv2d;
import pointwise.tensor.Shape;

/** The shape after one convolution: five ways to lay its window. */
final class WindowShape {
  private WindowShape() {}

  static Question valid(Random random) {
    Shape input = image(random);
    Conv2d conv = conv(filters(random), 3 + 2 * random.nextInt(4));
    return asking(conv, input, "without padding")
        .hint("At how many places can a window stand in a row?")
        .hint("Rows out = rows − kernel + 1, and as many channels as there are filters.");
  }

  static Question same(Random random) {
    Shape input = image(random);
    Conv2d conv = conv(filters(random), 3 + 2 * random.nextInt(3)).stride(1 + random.nextInt(3));
    return asking(conv.same(), input, "with SAME padding and stride %d", stride(conv))
        .hint("SAME pads so that every stride-th row gets an output.")
        .hint("Rows out = rows / stride, rounded up.");
  }

  static Question strided(Random random) {
    Shape input = image(random);
    Conv2d conv = conv(filters(random), 3 + 2 * random.nextInt(4)).stride(2 + random.nextInt(3));
    return asking(conv, input, "without padding and with stride %d", stride(conv))
        .hint("How many rows are left for the window to move in, and how many steps fit?")
        .hint("Rows out = (rows − kernel) / stride + 1, rounded down.");
  }

  static Question dilated(Random random) {
    Shape input = image(random);
    Conv2d conv = conv(filters(random), 3 + 2 * random.nextInt(2)).dilation(2 + random.nextInt(3));
    int dilation = conv.window().dilationHeight();
    return asking(conv, input, "without padding and with dilation %d", dilation)
        .hint("How many rows are there from the first tap of the kernel to the last?")
        .hint("A kernel of k with dilation d spans (k − 1)·d + 1 rows.");
  }

  static Question rectangular(Random random) {
    Shape input = image(random);
    int rows = 1 + 2 * random.nextInt(4);
    int columns = 1 + (rows + 1 + 2 * random.nextInt(3)) % 8;
    Conv2d conv = conv(filters(random), rows, columns);
    return asking(conv, input, "without padding")
        .mistake(
            conv(conv.filters(), columns, rows),
            "A kernel is written rows × columns: you took the one for the other.")
        .hint("Do the rows first, and then the columns by themselves.")
        .hint("Rows out = rows − kernel rows + 1; likewise for the columns.");
  }

  private static Question asking(Conv2d conv, Shape input, String how, Object... values) {
    return Question.asking(
            "A %d×%d convolution with %d filters, %s, runs over a %s volume (rows × columns ×"
                + " channels). Which shape comes out?",
            conv.window().kernelHeight(),
            conv.window().kernelWidth(),
            conv.filters(),
            Texts.say(how, values),
            input)
        .answer(
            OUTPUT, conv, input, "The window fits at that many places; each filter is a channel.");
  }

  private static Shape image(Random random) {
    int rows = 20 + random.nextInt(45);
    return Shape.of(rows, rows + 1 + random.nextInt(20), 1 + random.nextInt(40));
  }

  private static int filters(Random random) {
    return 48 + 8 * random.nextInt(20);
  }

  private static int stride(Conv2d conv) {
    return conv.window().strideHeight();
  }
}
