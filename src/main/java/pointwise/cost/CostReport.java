package pointwise.cost;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.op.Parameter.Role;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import tech.tablesaw.api.Table;

/**
 * What an operation costs on an input of one shape, layer by layer and in total.
 *
 * @param op what was counted
 * @param graph its steps on that input
 * @param rows one per layer, in the order of computation
 */
public record CostReport(Op op, Graph graph, List<Row> rows) implements Report {
  /** More rows than that are too many to read one by one. */
  private static final int MANY = 30;

  private static final List<ToLongFunction<Row>> TOTALS =
      List.of(Row::multiplications, Row::parameters, Row::activations);

  /**
   * What one layer costs.
   *
   * @param node the layer
   */
  public record Row(Graph.Node node) {
    /** The layer's name. */
    public String name() {
      return node.name();
    }

    /** What it does. */
    public String layer() {
      return node.step().label();
    }

    /** The shape of its result. */
    public Shape output() {
      return node.output().shape();
    }

    /** Numbers it multiplies with. */
    public long weights() {
      return size(role -> role == Role.WEIGHT);
    }

    /** Numbers it adds. */
    public long biases() {
      return size(role -> role == Role.BIAS);
    }

    /** Numbers that scale or shift a whole channel: batch normalisation's gamma and beta. */
    public long scales() {
      return size(role -> role == Role.SCALE || role == Role.OFFSET);
    }

    /** Numbers that it keeps and does not learn: batch normalisation's mean and variance. */
    public long stored() {
      return size(role -> !role.learned());
    }

    /** Everything it learns. */
    public long parameters() {
      return size(Role::learned);
    }

    /** Multiply-accumulates, the padding's zeros among them: the papers' count. */
    public long multiplications() {
      return node.multiplications().dense();
    }

    /** Multiply-accumulates on real input only. */
    public long multiplicationsInside() {
      return node.multiplications().inside();
    }

    /** Numbers it computes. */
    public long activations() {
      return output().size();
    }

    private long size(Predicate<Role> counted) {
      return node.parameters().stream()
          .filter(parameter -> counted.test(parameter.role()))
          .mapToLong(parameter -> parameter.shape().size())
          .reduce(0, Math::addExact);
    }
  }

  /** Adds every column up once, so that a total of more than 2^63 − 1 is told at once. */
  public CostReport {
    rows = List.copyOf(rows);
    for (ToLongFunction<Row> column : TOTALS) {
      total(rows, column);
    }
  }

  /**
   * Counts an operation.
   *
   * @throws IllegalArgumentException if it cannot take such an input, or a count is over 2^63 − 1
   */
  public static CostReport of(Op op, Shape input) {
    Graph graph = Graph.of(op, input);
    return new CostReport(op, graph, graph.nodes().stream().map(Row::new).toList());
  }

  /** The shape the operation was applied to. */
  public Shape input() {
    return graph.input().shape();
  }

  /** The shape of its result. */
  public Shape output() {
    return graph.output().shape();
  }

  /** Multiply-accumulates as papers count them: the padding's zeros are multiplied too. */
  public long multiplications() {
    return total(Row::multiplications);
  }

  /** Multiply-accumulates on real input only: what a loop that skips the padding executes. */
  public long multiplicationsInside() {
    return total(Row::multiplicationsInside);
  }

  /** Numbers that are multiplied with an input. */
  public long weights() {
    return total(Row::weights);
  }

  /** Numbers that are added. */
  public long biases() {
    return total(Row::biases);
  }

  /** Numbers that scale or shift a whole channel: batch normalisation's gamma and beta. */
  public long scales() {
    return total(Row::scales);
  }

  /** Numbers that are kept and not learned: batch normalisation's mean and variance. */
  public long stored() {
    return total(Row::stored);
  }

  /** Everything that is learned: weights, biases and scales. */
  public long parameters() {
    return total(Row::parameters);
  }

  /** Numbers that the layers compute. */
  public long activations() {
    return total(Row::activations);
  }

  /** The same layers counted by a tool's rule: {@code count(net).under(Convention.FVCORE)}. */
  public Tally under(Convention convention) {
    return Tally.of(Require.given(convention, "a convention"), graph);
  }

  /** The rows and their total as a Tablesaw table, to be filtered, sorted or drawn. */
  @Override
  public Table table() {
    return CostTables.of(this);
  }

  /** What one training step multiplies: forward and for the gradients. */
  public TrainingCost training() {
    return TrainingCost.of(graph);
  }

  /** The layers of each module added up, and what share of the whole each has. */
  public Summary summary() {
    return Summary.of(this);
  }

  /** Whether it has so many rows that its summary tells more. */
  public boolean isLong() {
    return rows.size() > MANY;
  }

  /** The table or, if it is long, the summary. */
  @Override
  public String toString() {
    return isLong() ? summary().toString() : table().printAll();
  }

  private long total(ToLongFunction<Row> column) {
    return total(rows, column);
  }

  private static long total(List<Row> rows, ToLongFunction<Row> column) {
    return Exact.total("The total over " + rows.size() + " layers", rows, column);
  }
}
