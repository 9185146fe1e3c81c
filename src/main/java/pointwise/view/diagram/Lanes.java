package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final int NONE = -1;

  private final List<Edge> edges = new ArrayList<>();

  /** The edges that leave each box. */
  private final List<List<Edge>> leaving;

  private final BitSet main;

  /** The boxes whose lane goes on in a box that leads to the output. */
  private final BitSet taken = new BitSet();

  private final int[] columns;
  private final int[] tops;
  private final int[] bottoms;

  /** The lowest lane among the edges into each column, or {@link #NONE}. */
  private final int[] lowest;

  /** How many boxes of each column have a reader. */
  private final int[] sources;

  /** How many values pass between each column and the next. */
  private final int[] passing;

  private int lastColumn;

  Lanes(Flow flow) {
    int boxes = flow.boxes().size();
    main = main(flow);
    columns = new int[boxes];
    tops = new int[boxes];
    bottoms = new int[boxes];
    lowest = new int[boxes];
    Arrays.fill(lowest, NONE);
    leaving = Stream.generate(() -> (List<Edge>) new ArrayList<Edge>()).limit(boxes).toList();
    for (int box = 1; box < boxes; box++) {
      place(box, flow.boxes().get(box).sources());
    }
    sources = new int[lastColumn + 1];
    passing = passing();
  }

  private int[] passing() {
    int[] change = new int[lastColumn + 1];
    for (int box = 0; box < columns.length; box++) {
      int end = leaving.get(box).stream().mapToInt(edge -> columns[edge.to()]).max().orElse(NONE);
      if (end != NONE) {
        sources[columns[box]]++;
        change[columns[box]]++;
        change[end]--;
      }
    }
    Arrays.parallelPrefix(change, Integer::sum);
    return change;
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
    lastColumn = Math.max(lastColumn, columns[box]);
    for (int source : sources) {
      boolean turnsAside = main.get(source) && !main.get(box);
      int lane = turnsAside || taken.get(source) ? laneBelow(source) : tops[source];
      taken.set(source, taken.get(source) || main.get(box));
      lowest[columns[box]] = Math.max(lowest[columns[box]], lane);
      Edge edge = new Edge(source, box, lane);
      edges.add(edge);
      leaving.get(source).add(edge);
      tops[box] = Math.min(tops[box], lane);
      bottoms[box] = Math.max(bottoms[box], lane);
    }
  }

  /** The first lane below everything that was placed to the right of that box. */
  private int laneBelow(int box) {
    return 1 + lanesInto(columns[box] + 1, lastColumn).max().orElse(tops[box]);
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

  List<Edge> leaving(int box) {
    return leaving.get(box);
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
    return lastColumn;
  }

  /** Whether a single value passes between a column and the next: there a line may be broken. */
  boolean singleValueAfter(int column) {
    return passing[column] == 1 && sources[column] == 1;
  }

  /** The lowest lane among the edges into a range of columns. */
  int lowest(int firstColumn, int lastColumn) {
    return lanesInto(firstColumn, lastColumn).max().orElse(0);
  }

  private IntStream lanesInto(int firstColumn, int lastColumn) {
    return IntStream.rangeClosed(firstColumn, lastColumn)
        .map(column -> lowest[column])
        .filter(lane -> lane != NONE);
  }
}
