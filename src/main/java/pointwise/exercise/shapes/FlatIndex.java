package pointwise.exercise.shapes;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;

/** Where flatten puts an element. */
final class FlatIndex {
  private FlatIndex() {}

  static Question draw(Random random) {
    int height = 4 + random.nextInt(5);
    int width = height + 1 + random.nextInt(3);
    int depth = 8 * (1 + random.nextInt(4));
    int row = 1 + random.nextInt(height - 1);
    int column = 1 + random.nextInt(width - 1);
    int channel = 1 + random.nextInt(depth - 1);
    Shape shape = Shape.of(height, width, depth);
    long answer = shape.position(row, column, channel);
    return Question.asking(
            "A volume of %s (height × width × channels) is flattened in row-major order. At which"
                + " position, counted from 0, is the element of row %d, column %d, channel %d?",
            shape, row, column, channel)
        .answer(answer, "(%d·%d + %d)·%d + %d.", row, width, column, depth, channel)
        .mistake(
            Shape.of(depth, height, width).position(channel, row, column),
            "That is with the channels first, as PyTorch has it.")
        .mistake(
            Shape.of(width, height, depth).position(column, row, channel),
            "You took the columns for rows: a row has %d columns.",
            width)
        .mistake(answer + 1, "Positions are counted from 0.")
        .mistake(
            (long) row * height * depth + (long) column * depth + channel,
            "A row is %d columns long; you stepped by the height.",
            width)
        .mistake(
            Shape.of(height, width).position(row, column),
            "That is the pixel; each has %d channels, one after another.",
            depth)
        .mistake(answer - channel, "That is the pixel's first channel.")
        .hint("How many numbers come before row %d? A row has %d pixels.", row, width)
        .hint("(row · width + column) · channels + channel.");
  }
}
