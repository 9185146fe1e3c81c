package pointwise.view;

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

/**
 * A graph made ready to be drawn: an activation joins the box of the layer before it, and in a
 * large network the layers under one name become one box.
 *
 * @param boxes in the order of computation; the first is the input, the last the output
 */
record Flow(List<Box> boxes) {
  /** More boxes than that are too many to read. */
  private static final int MANY = 26;

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
   * @param output the shape on every edge that leaves it
   */
  record Box(Kind kind, String label, String note, Tint tint, List<Integer> sources, Shape output) {

    private Box with(String addition, Shape changed) {
      String joined = note.isEmpty() ? addition : note + ", " + addition;
      return new Box(kind, label, joined, tint, sources, changed);
    }
  }

  /** The boxes of a graph; those of a large one with its named groups collapsed. */
  static Flow of(Graph graph) {
    Flow whole = new Collector(graph, Set.of()).flow();
    return whole.boxes.size() <= MANY ? whole : new Collector(graph, groups(graph)).flow();
  }

  /** The names that stand for several layers and are no layers themselves. */
  private static Set<String> groups(Graph graph) {
    String scope = scope(graph);
    Set<String> layers = graph.nodes().stream().map(Graph.Node::name).collect(Collectors.toSet());
    return graph.nodes().stream()
        .map(node -> group(node, scope))
        .filter(group -> !group.isEmpty() && !layers.contains(scope + group))
        .collect(Collectors.toSet());
  }

  private static String group(Graph.Node node, String scope) {
    String name = node.name().substring(scope.length());
    return name.substring(0, Math.max(0, name.indexOf('/')));
  }

  /** What all names begin with: the name of the whole, which tells nothing in its own drawing. */
  private static String scope(Graph graph) {
    if (graph.nodes().isEmpty()) {
      return "";
    }
    String first = graph.nodes().get(0).name();
    String scope = first.substring(0, first.indexOf('/') + 1);
    return graph.nodes().stream().allMatch(node -> node.name().startsWith(scope)) ? scope : "";
  }

  /** Turns nodes into boxes one by one. */
  private static final class Collector {
    private final Graph graph;
    private final Set<String> groups;
    private final String scope;
    private final List<Box> boxes = new ArrayList<>();
    private final Map<Integer, Integer> boxOfValue = new HashMap<>();
    private final Map<String, Integer> boxOfGroup = new HashMap<>();
    private final Map<Integer, Long> readers;

    Collector(Graph graph, Set<String> groups) {
      this.graph = graph;
      this.groups = groups;
      this.scope = scope(graph);
      this.readers =
          Stream.concat(
                  graph.nodes().stream().flatMap(node -> node.inputs().stream()),
                  Stream.of(graph.output()))
              .collect(Collectors.groupingBy(Graph.Value::id, Collectors.counting()));
    }

    Flow flow() {
      Shape input = graph.input().shape();
      boxOfValue.put(0, add(new Box(Kind.END, "input", "", Tint.GREY, List.of(), input)));
      graph.nodes().forEach(node -> boxOfValue.put(node.output().id(), boxOf(node)));
      int last = boxOfValue.get(graph.output().id());
      add(new Box(Kind.END, "output", "", Tint.GREY, List.of(last), graph.output().shape()));
      return new Flow(List.copyOf(boxes));
    }

    private int add(Box box) {
      boxes.add(box);
      return boxes.size() - 1;
    }

    private int boxOf(Graph.Node node) {
      String group = group(node, scope);
      if (groups.contains(group)) {
        return boxOfGroup(node, group);
      }
      int before = boxOfValue.get(node.inputs().get(0).id());
      if (foldsIntoPrevious(node) && before > 0) {
        boxes.set(before, boxes.get(before).with(node.step().kind(), node.output().shape()));
        return before;
      }
      return add(
          new Box(
              Kind.STEP,
              node.step().label(),
              shownName(node),
              Tint.of(node.step()),
              sources(node),
              node.output().shape()));
    }

    private int boxOfGroup(Graph.Node node, String group) {
      Integer known = boxOfGroup.get(group);
      if (known == null) {
        long layers =
            graph.nodes().stream()
                .filter(other -> group(other, scope).equals(group))
                .filter(other -> !other.parameters().isEmpty())
                .count();
        String note = layers + " layers with weights";
        known =
            add(new Box(Kind.GROUP, group, note, Tint.GREY, sources(node), node.output().shape()));
        boxOfGroup.put(group, known);
      }
      Box box = boxes.get(known);
      boxes.set(
          known,
          new Box(box.kind, box.label, box.note, box.tint, box.sources, node.output().shape()));
      return known;
    }

    private boolean foldsIntoPrevious(Graph.Node node) {
      return node.step() instanceof Layer layer
          && layer.belongsToPrevious()
          && readers.get(node.inputs().get(0).id()) == 1;
    }

    private List<Integer> sources(Graph.Node node) {
      return node.inputs().stream().map(value -> boxOfValue.get(value.id())).toList();
    }

    /** The name of its row in a table of costs; nothing if it was made up and has no costs. */
    private String shownName(Graph.Node node) {
      String name = node.name().substring(scope.length());
      String own = name.substring(name.lastIndexOf('/') + 1);
      boolean madeUp = own.matches(node.step().kind() + "\\d+");
      return madeUp && node.parameters().isEmpty() ? "" : name;
    }
  }
}
