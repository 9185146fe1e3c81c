package pointwise.view.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pointwise.op.Graph;
import pointwise.op.Layer;
import pointwise.tensor.Shape;
import pointwise.view.Palette;

/**
 * A graph made ready to be drawn: an activation joins the box of the layer before it, and in a
 * large network the layers under one name become one box, but for the first module with branches:
 * it stays open, so that a reader sees what is in such a box.
 *
 * @param boxes in the order of computation; the first is the input, the last the output
 */
record Flow(List<Box> boxes) {
  /** More boxes than that are too many to read. */
  private static final int MANY = 26;

  /** A module of fewer steps is not worth a box of its own. */
  private static final int FEW = 4;

  /** What a box stands for: the input or output, a layer or join, or several layers. */
  enum Kind {
    END,
    STEP,
    GROUP
  }

  /**
   * One box.
   *
   * @param label what it does
   * @param note its name and its activations, or nothing
   * @param sources the places in the list of the boxes it reads from
   * @param output the shape that leaves it
   */
  record Box(
      Kind kind, String label, String note, Palette tint, List<Integer> sources, Shape output) {

    /** The note in lines: where room is scarce the name, then what follows it. */
    List<String> notes(boolean scarce) {
      if (note.isEmpty()) {
        return List.of();
      }
      return scarce ? List.of(note.split(", ", 2)) : List.of(note);
    }

    private Box with(String addition, Shape changed) {
      String joined =
          Stream.of(note, addition)
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining(", "));
      return new Box(kind, label, joined, tint, sources, changed);
    }
  }

  /** The boxes of a graph; those of a large one with its modules collapsed. */
  static Flow of(Graph graph) {
    Flow whole = new Collector(graph, Set.of(), "").flow();
    if (whole.boxes.size() <= MANY) {
      return whole;
    }
    Set<String> closed = modules(graph);
    String open = firstWithBranches(graph, closed);
    closed.remove(open);
    return new Collector(graph, closed, open).flow();
  }

  private static String firstWithBranches(Graph graph, Set<String> modules) {
    return graph.nodes().stream()
        .filter(node -> node.inputs().size() > 1)
        .map(graph::module)
        .filter(modules::contains)
        .findFirst()
        .orElse("");
  }

  /** The outermost modules that are made of more than a layer or two. */
  private static Set<String> modules(Graph graph) {
    Map<String, Long> steps =
        graph.nodes().stream()
            .filter(node -> !isActivation(node))
            .collect(Collectors.groupingBy(graph::module, Collectors.counting()));
    steps.remove("");
    steps.values().removeIf(count -> count < FEW);
    return steps.keySet();
  }

  private static boolean isActivation(Graph.Node node) {
    return node.step() instanceof Layer layer && layer.belongsToPrevious();
  }

  /** Turns nodes into boxes one by one. */
  private static final class Collector {
    private final Graph graph;
    private final Set<String> modules;
    private final String opened;
    private final List<Box> boxes = new ArrayList<>();
    private final Map<Integer, Integer> boxOfValue = new HashMap<>();
    private final Map<Integer, Long> readers;
    private final Set<Graph.Value> sides;
    private final Map<String, Long> weighted;
    private String openModule = "";

    /**
     * Of a graph.
     *
     * @param modules each of which becomes one box
     * @param opened one that does not: its name stands where its branches meet
     */
    Collector(Graph graph, Set<String> modules, String opened) {
      this.graph = graph;
      this.modules = modules;
      this.opened = opened;
      this.sides = Set.copyOf(graph.sideOutputs());
      this.weighted =
          graph.nodes().stream()
              .filter(node -> !isActivation(node) && !node.parameters().isEmpty())
              .collect(Collectors.groupingBy(graph::module, Collectors.counting()));
      this.readers =
          Stream.concat(
                  graph.nodes().stream().flatMap(node -> node.inputs().stream()),
                  Stream.of(graph.output()))
              .collect(Collectors.groupingBy(Graph.Value::id, Collectors.counting()));
    }

    Flow flow() {
      boxOfValue.put(0, end("input", List.of(), graph.input()));
      for (Graph.Node node : graph.nodes()) {
        int box = boxOf(node);
        boxOfValue.put(node.output().id(), box);
        if (sides.contains(node.output())) {
          end("side output", List.of(box), node.output());
        }
      }
      end("output", List.of(boxOfValue.get(graph.output().id())), graph.output());
      return new Flow(List.copyOf(boxes));
    }

    private int end(String label, List<Integer> sources, Graph.Value value) {
      return add(new Box(Kind.END, label, "", Palette.GREY, sources, value.shape()));
    }

    private int add(Box box) {
      boxes.add(box);
      return boxes.size() - 1;
    }

    private int boxOf(Graph.Node node) {
      String module = graph.module(node);
      boolean inside = modules.contains(module);
      boolean goesOn = inside && module.equals(openModule);
      openModule = inside ? module : "";
      if (goesOn) {
        int last = boxes.size() - 1;
        boxes.set(last, boxes.get(last).with("", node.output().shape()));
        return last;
      }
      if (inside) {
        return add(
            new Box(
                Kind.GROUP,
                module,
                weighted.getOrDefault(module, 0L) + " layers with weights",
                Palette.GREY,
                sources(node),
                node.output().shape()));
      }
      int before = boxOfValue.get(node.inputs().get(0).id());
      if (isActivation(node) && before > 0 && readers.get(node.inputs().get(0).id()) == 1) {
        boxes.set(before, boxes.get(before).with(node.step().kind(), node.output().shape()));
        return before;
      }
      return add(
          new Box(
              Kind.STEP,
              node.step().label(),
              shownName(node),
              Palette.of(node.step()),
              sources(node),
              node.output().shape()));
    }

    private List<Integer> sources(Graph.Node node) {
      return node.inputs().stream().map(value -> boxOfValue.get(value.id())).toList();
    }

    /** The name of its row in a table of costs; nothing if it was made up and has no costs. */
    private String shownName(Graph.Node node) {
      String own = node.name().substring(node.name().lastIndexOf('/') + 1);
      boolean madeUp = own.matches(node.step().kind() + "\\d*");
      if (madeUp && node.parameters().isEmpty()) {
        return "";
      }
      String name = graph.nameWithin(node);
      boolean isPart = graph.module(node).equals(opened) && node.inputs().size() == 1;
      return isPart && !opened.isEmpty() ? name.substring(opened.length() + 1) : name;
    }
  }
}
