package pointwise.exercise;

import java.util.List;
import pointwise.cost.CostReport;
import pointwise.cost.ReceptiveFields;
import pointwise.exercise.answer.Answer;
import pointwise.exercise.answer.NumberAnswer;
import pointwise.exercise.answer.ShapeAnswer;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** Internal: what can be asked about an operation on an input: the library computes it. */
public enum Measure {
  /** Multiply-accumulates, the padding's zeros among them. */
  MULTIPLICATIONS {
    @Override
    Answer of(Op op, Shape input) {
      return new NumberAnswer(CostReport.of(op, input).multiplications());
    }
  },
  /** What is learned: weights, biases, a normalisation's scales. */
  PARAMETERS {
    @Override
    Answer of(Op op, Shape input) {
      return new NumberAnswer(CostReport.of(op, input).parameters());
    }
  },
  /** What is multiplied with an input. */
  WEIGHTS {
    @Override
    Answer of(Op op, Shape input) {
      return new NumberAnswer(CostReport.of(op, input).weights());
    }
  },
  /** The shape that comes out. */
  OUTPUT {
    @Override
    Answer of(Op op, Shape input) {
      return new ShapeAnswer(op.output(input));
    }
  },
  /** The rows that come out. */
  ROWS {
    @Override
    Answer of(Op op, Shape input) {
      return new NumberAnswer(op.output(input).height());
    }
  },
  /** The rows of the input that one unit of the last layer sees. */
  FIELD {
    @Override
    Answer of(Op op, Shape input) {
      List<ReceptiveFields.Row> rows = ReceptiveFields.of(op, input).rows();
      return new NumberAnswer(rows.get(rows.size() - 1).vertical().size());
    }
  };

  /** The answer for an operation on an input of that shape. */
  abstract Answer of(Op op, Shape input);
}
