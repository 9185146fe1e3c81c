package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds every box of a {@link Flow} its column and its lane.
 *
 * <p>Data flows from left to right: the column of a box is the longest way to it. A branch has a
 * lane of its own from the fork to the join, so that no edge ever crosses a box.
 */
final class Lanes {
  /**
   * An edge.
   *
   * @param from the box it leaves
   * @param to the box it enters
   * @param lane where it runs
   */
  record Edge(int from, int to, int lane) {}

  private final List<Edge> edges = new ArrayList<>();
  private final BitSet main;
  private final int[] columns;
  private final int[] tops;
  private final int[] bottoms;

  Lanes(Flow flow) {
    int boxes = flow.boxes().size();
    main = main(flow);
    columns = new int[boxes];
    tops = new int[boxes];
    bottoms = new int[boxes];
    for (int box = 1; box < boxes; box++) {
      place(box, flow.boxes().get(box).sources());
    }
  }

  /**
   * The first reader of a value goes on in its lane, every other one gets a new lane below; so does
   * a side head, even if it comes first.
   */
  private void place(int box, List<Integer> sources) {
    tops[box] = Integer.MAX_VALUE;
    for (int source : sources) {
      columns[box] = Math.max(columns[box], columns[source] + 1);
    }
    for (int source : sources) {
      boolean turnsAside = main.get(source) && !main.get(box);
      boolean taken = edges.stream().anyMatch(edge -> edge.from() == source && main.get(edge.to()));
      int lane = turnsAside || taken ? laneBelow(source) : tops[source];
      edges.add(new Edge(source, box, lane));
      tops[box] = Math.min(tops[box], lane);
      bottoms[box] = Math.max(bottoms[box], lane);
    }
  }

  /** The first lane below everything that was placed to the right of that box. */
  private int laneBelow(int box) {
    return 1
        + edges.stream()
            .filter(edge -> columns[edge.to()] > columns[box])
            .mapToInt(Edge::lane)
            .max()
            .orElse(tops[box]);
  }

  /** The boxes that lead to the output, the last one. */
  private static BitSet main(Flow flow) {
    BitSet main = new BitSet();
    main.set(flow.boxes().size() - 1);
    for (int box = flow.boxes().size() - 1; box > 0; box--) {
      if (main.get(box)) {
        flow.boxes().get(box).sources().forEach(main::set);
      }
    }
    return main;
  }

  List<Edge> edges() {
    return edges;
  }

  int column(int box) {
    return columns[box];
  }

  /** The upper lane of a box, where its result leaves. */
  int top(int box) {
    return tops[box];
  }

  /** The lower lane of a box; below the upper one for a join. */
  int bottom(int box) {
    return bottoms[box];
  }

  int lastColumn() {
    return IntStream.of(columns).max().orElse(0);
  }

  /** Whether a single value passes between a column and the next: there a line may be broken. */
  boolean singleValueAfter(int column) {
    int[] passing =
        edges.stream()
            .filter(edge -> columns[edge.from()] <= column && columns[edge.to()] > column)
            .mapToInt(Edge::from)
            .distinct()
            .toArray();
    return passing.length == 1 && columns[passing[0]] == column;
  }

  /** The lowest lane among the edges into a range of columns. */
  int lowest(int firstColumn, int lastColumn) {
    return edges.stream()
        .filter(edge -> columns[edge.to()] >= firstColumn && columns[edge.from()] <= lastColumn)
        .filter(edge -> columns[edge.to()] <= lastColumn)
        .mapToInt(Edge::lane)
        .max()
        .orElse(0);
  }
}
