package pointwise.view.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.concat;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.transposedConv;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pointwise.op.Graph;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.view.SvgFile;

/** However operations are nested, their drawing can be read. */
class FlowPropertyTest {
  private static final Shape INPUT = Shape.of(8, 8, 12);

  @Property(tries = 150)
  void nothingOverlaps(@ForAll("operations") Op op) {
    SvgFile.of(Diagrams.boxes(op, INPUT)).assertReadable();
  }

  @Property(tries = 150)
  void everyBoxHasItsShape(@ForAll("operations") Op op) {
    Flow flow = Flow.of(Graph.of(op, INPUT));
    List<String> read =
        flow.boxes().stream()
            .flatMap(box -> box.sources().stream())
            .distinct()
            .map(source -> flow.boxes().get(source).output().toString())
            .toList();
    SvgFile svg = SvgFile.of(Diagrams.boxes(op, INPUT));
    assertThat(svg.words().stream().filter(word -> word.matches("\\d+×\\d+×\\d+")))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  /** Operations that keep the image's size; a residual ends in as many channels as it began. */
  @Provide
  Arbitrary<Op> operations() {
    return nested(3);
  }

  private static Arbitrary<Op> nested(int depth) {
    Arbitrary<Op> leaf =
        Arbitraries.of(
            conv(12, 1),
            conv(345, 3).same(),
            maxPool(3).stride(1).same(),
            transposedConv(12, 3).same(),
            sequence(),
            relu());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Op> inner = Arbitraries.lazy(() -> nested(depth - 1));
    Arbitrary<Op> chain =
        inner.list().ofMinSize(1).ofMaxSize(4).map(ops -> sequence(ops.toArray(Op[]::new)));
    Arbitrary<Op> branches =
        inner.list().ofMinSize(1).ofMaxSize(4).map(ops -> concat(ops.toArray(Op[]::new)));
    Arbitrary<Op> shortcut = inner.map(op -> residual(sequence(op, conv(12, 1)), conv(12, 1)));
    return Arbitraries.oneOf(leaf, chain, branches, shortcut);
  }
}
