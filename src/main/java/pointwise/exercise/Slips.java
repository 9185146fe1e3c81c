package pointwise.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import pointwise.cost.CostReport;
import pointwise.exercise.answer.NumberAnswer;
import pointwise.exercise.answer.ShapeAnswer;
import pointwise.exercise.answer.Texts;
import pointwise.op.Conv2d;
import pointwise.op.Op;
import pointwise.op.Windowed;
import pointwise.tensor.Shape;
import pointwise.window.Padding;

/**
 * The mistakes that can happen in every count: they need not be declared, and give way to those
 * that are.
 */
final class Slips {
  private static final String TWO = "Two mistakes at once. %s And: %s";

  private Slips() {}

  /** A convolution that somebody took for another. */
  private record Confusion(String diagnosis, UnaryOperator<Op> change) {}

  /** What a single window operation can be taken for, and what else can be counted of it. */
  static List<Mistake> single(Measure measure, Op op, Shape input) {
    List<Mistake> mistakes = new ArrayList<>(measured(measure, op, input));
    confusions(measure, op)
        .forEach(one -> add(mistakes, measure, one.change.apply(op), input, one.diagnosis));
    return mistakes;
  }

  /** What it can be taken for if two mistakes are made at once. */
  static List<Mistake> pairs(Measure measure, Op op, Shape input) {
    List<Mistake> mistakes = new ArrayList<>();
    List<Confusion> confusions = confusions(measure, op);
    for (int i = 0; i < confusions.size(); i++) {
      for (int j = i + 1; j < confusions.size(); j++) {
        Op both = confusions.get(j).change.apply(confusions.get(i).change.apply(op));
        String diagnosis = Texts.say(TWO, confusions.get(i).diagnosis, confusions.get(j).diagnosis);
        add(mistakes, measure, both, input, diagnosis);
      }
    }
    return mistakes;
  }

  private static void add(
      List<Mistake> mistakes, Measure measure, Op op, Shape input, String diagnosis) {
    try {
      mistakes.add(
          new Mistake(measure.of(op, input), diagnosis, Optional.of(CostReport.of(op, input))));
    } catch (IllegalArgumentException impossible) {
      // Such a convolution does not exist on that input: nobody can have counted it.
    }
  }

  private static List<Confusion> confusions(Measure measure, Op op) {
    List<Confusion> confusions = new ArrayList<>();
    if (op instanceof Conv2d conv) {
      if (conv.groups() > 1 && measure != Measure.OUTPUT && measure != Measure.ROWS) {
        confusions.add(
            new Confusion(
                Texts.say("That ignores the groups: a filter sees only the channels of its own."),
                changed -> ((Conv2d) changed).groups(1)));
      }
      if (measure == Measure.PARAMETERS) {
        confusions.add(
            conv.bias()
                ? new Confusion(
                    Texts.say("The biases are missing: every filter has one."),
                    changed -> ((Conv2d) changed).noBias())
                : new Confusion(
                    Texts.say("That counts biases, which this one does not have."),
                    changed -> {
                      Conv2d c = (Conv2d) changed;
                      return new Conv2d(c.filters(), c.window(), c.groups(), true);
                    }));
      }
    }
    if (op instanceof Windowed<?> windowed && measure != Measure.PARAMETERS) {
      if (windowed.window().strideHeight() > 1) {
        confusions.add(
            new Confusion(
                Texts.say("That is with stride 1."), changed -> ((Windowed<?>) changed).stride(1)));
      }
      if (windowed.window().dilationHeight() > 1) {
        confusions.add(
            new Confusion(
                Texts.say("That forgets the dilation: the taps are further apart."),
                changed -> ((Windowed<?>) changed).dilation(1)));
      }
      confusions.add(
          windowed.window().padding().equals(Padding.VALID)
              ? new Confusion(
                  Texts.say("That is with SAME padding; here there is none."),
                  changed -> ((Windowed<?>) changed).same())
              : new Confusion(
                  Texts.say("That is without padding."),
                  changed -> ((Windowed<?>) changed).valid()));
    }
    return confusions;
  }

  /** The right network, but something else counted of it. */
  private static List<Mistake> measured(Measure measure, Op op, Shape input) {
    CostReport report = CostReport.of(op, input);
    List<Mistake> mistakes = new ArrayList<>();
    BiConsumer<Long, String> add =
        (number, diagnosis) ->
            mistakes.add(new Mistake(new NumberAnswer(number), Texts.say(diagnosis)));
    switch (measure) {
      case MULTIPLICATIONS:
        add.accept(
            report.multiplications() + report.output().size(),
            "That counts the biases; they are added, not multiplied.");
        add.accept(
            report.multiplicationsInside(),
            "That leaves out the padding's zeros: true of a clever loop, but papers count them.");
        add.accept(report.weights(), "Those are the weights; each is used at every position.");
        break;
      case PARAMETERS:
      case WEIGHTS:
        add.accept(
            report.multiplications(), "Those are the multiplications; a weight counts once.");
        add.accept(report.biases(), "Those are the biases alone.");
        break;
      case ROWS:
        add.accept(
            report.output().size(), "That is all of the output; the question asks for rows.");
        add.accept((long) input.height(), "Those are the rows that go in.");
        break;
      case FIELD:
        long rows = ((NumberAnswer) measure.of(op, input)).number();
        add.accept(rows * rows, "Those are the pixels; the question asks for rows.");
        break;
      case OUTPUT:
        mistakes.addAll(shapes(op.output(input), input));
        break;
    }
    return mistakes;
  }

  private static List<Mistake> shapes(Shape output, Shape input) {
    if (!output.isImage() || !input.isImage()) {
      return List.of();
    }
    int rows = output.height();
    int columns = output.width();
    int channels = output.channels();
    return List.of(
        new Mistake(
            new ShapeAnswer(Shape.of(channels, rows, columns)),
            Texts.say("That is with the channels first, as PyTorch has it; here they are last.")),
        new Mistake(
            new ShapeAnswer(Shape.of(columns, rows, channels)),
            Texts.say("You swapped rows and columns.")),
        new Mistake(
            new ShapeAnswer(output.withChannels(input.channels())),
            Texts.say("As many channels come out as there are filters, not as many as went in.")),
        new Mistake(new ShapeAnswer(input), Texts.say("That is the shape that goes in.")));
  }

  /** What can happen to a count whatever was counted, to the right one and to a wrong one. */
  static List<Mistake> arithmetic(long number, boolean multiplications) {
    List<Mistake> slips = new ArrayList<>();
    if (multiplications) {
      slips.add(
          new Mistake(
              new NumberAnswer(2 * number),
              Texts.say(
                  "Those are the FLOPs: a multiplication and an addition each. The question asks"
                      + " for multiplications.")));
      if (number % 2 == 0) {
        slips.add(
            new Mistake(
                new NumberAnswer(number / 2),
                Texts.say(
                    "That is half: a multiply-accumulate holds one multiplication, so nothing has"
                        + " to be halved.")));
      }
    }
    if (number > Integer.MAX_VALUE) {
      slips.add(
          new Mistake(
              new NumberAnswer((int) number),
              Texts.say("Your arithmetic overflowed an int: compute in long.")));
    }
    return slips;
  }

  /** The same slips on top of a mistake. */
  static List<Mistake> onTop(Mistake mistake, boolean multiplications) {
    if (!(mistake.leadsTo() instanceof NumberAnswer wrong)) {
      return List.of();
    }
    return arithmetic(wrong.number(), multiplications).stream()
        .map(
            slip ->
                new Mistake(
                    slip.leadsTo(),
                    Texts.say(TWO, mistake.diagnosis(), slip.diagnosis()),
                    mistake.report()))
        .toList();
  }
}
