package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.residual;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.sigmoid;
import static pointwise.Pointwise.transposedConv;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pointwise.net.Published;
import pointwise.tensor.Shape;

class FamilyTest {
  /** CUSTOM is for the reader's layers: one of the library's would be missed by every rule. */
  @Test
  void everyStepOfThePublishedNetworksSaysItsFamily() {
    Set<Family> met = new TreeSet<>();
    for (String name : Published.names()) {
      for (Graph.Node node : Published.network(name).graph().nodes()) {
        assertThat(node.step().family()).as(node.name()).isNotEqualTo(Family.CUSTOM);
        met.add(node.step().family());
      }
    }
    Graph others = Graph.of(sequence(residual(transposedConv(3, 1)), sigmoid()), Shape.of(8, 8, 3));
    others.nodes().forEach(node -> met.add(node.step().family()));
    assertThat(met).isEqualTo(EnumSet.complementOf(EnumSet.of(Family.CUSTOM)));
  }
}
