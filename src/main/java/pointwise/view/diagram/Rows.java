package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import pointwise.view.diagram.Volumes.Stage;

/**
 * Breaks a chain of volumes and filters into rows where all of it side by side would be too small,
 * as text is broken; each row ends in a volume.
 */
final class Rows {
  /** What is at least so large, compared with the best there is, needs no further row. */
  private static final double LARGE_ENOUGH = 0.7;

  private Rows() {}

  /** The fewest rows in which the stages are large enough. */
  static List<List<Stage>> of(List<Stage> stages) {
    List<List<List<Stage>>> ways = ways(stages);
    double best = ways.stream().mapToDouble(Rows::pixels).max().orElseThrow();
    return ways.stream()
        .filter(rows -> pixels(rows) >= LARGE_ENOUGH * best)
        .min(
            Comparator.comparingInt((List<List<Stage>> rows) -> rows.size())
                .thenComparing(rows -> -pixels(rows)))
        .orElseThrow();
  }

  private static double pixels(List<List<Stage>> rows) {
    return Scale.fitting(rows).pixels();
  }

  /** Every way to break behind volumes: of n convolutions, 2 to the n − 1. */
  private static List<List<List<Stage>>> ways(List<Stage> stages) {
    int convolutions = stages.size() / 2;
    return IntStream.range(0, 1 << (convolutions - 1))
        .mapToObj(breaks -> broken(stages, breaks))
        .toList();
  }

  private static List<List<Stage>> broken(List<Stage> stages, int breaks) {
    List<List<Stage>> rows = new ArrayList<>();
    int first = 0;
    for (int convolution = 1; 2 * convolution < stages.size() - 1; convolution++) {
      if ((breaks >> (convolution - 1) & 1) == 1) {
        int end = 2 * convolution + 1;
        rows.add(stages.subList(first, end));
        first = end;
      }
    }
    rows.add(stages.subList(first, stages.size()));
    return rows;
  }
}
