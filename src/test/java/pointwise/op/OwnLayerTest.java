package pointwise.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static pointwise.Pointwise.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.cost.Convention;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.learn.Tape;
import pointwise.model.Model;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** A layer that is not the library's does what the library's do, and what it lacks is named. */
class OwnLayerTest {
  private static final Shape IMAGE = Shape.of(6, 6, 4);

  /** x · relu6(x + 3) / 6 (Howard et al. 2019, section 5.2). */
  record HardSwish() implements Layer {
    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public Multiplications multiplications(Shape input) {
      return Multiplications.NONE;
    }

    @Override
    public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
      float[] y = x.toArray();
      for (int i = 0; i < y.length; i++) {
        y[i] *= Math.min(6, Math.max(0, y[i] + 3)) / 6;
      }
      return Tensor.of(x.shape(), y);
    }

    @Override
    public Gradients backward(
        Tensor x, Tensor y, Tensor gradient, Map<String, Tensor> weights, Pass pass) {
      float[] g = gradient.toArray();
      for (int i = 0; i < g.length; i++) {
        float value = x.data()[i];
        g[i] *= value <= -3 ? 0 : value >= 3 ? 1 : value / 3 + 0.5f;
      }
      return Gradients.of(Tensor.of(x.shape(), g));
    }
  }

  /** A gain per channel, which multiplies once per element. */
  record Gain(boolean wrong) implements Layer {
    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public List<Parameter> parameters(Shape input) {
      return List.of(Parameter.perChannel("gain", Parameter.Role.SCALE, input.channels()));
    }

    @Override
    public Multiplications multiplications(Shape input) {
      return new Multiplications(input.size(), input.size());
    }

    @Override
    public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
      float[] gain = weights.get("gain").data();
      float[] y = x.toArray();
      for (int i = 0; i < y.length; i++) {
        y[i] *= gain[i % gain.length];
      }
      return wrong ? Tensor.of(Shape.of(y.length), y) : Tensor.of(x.shape(), y);
    }
  }

  /** Every other row, without saying that it slides a window. */
  record Thin() implements Layer {
    @Override
    public Shape output(Shape input) {
      return Shape.of(input.height() / 2, input.width(), input.channels());
    }

    @Override
    public Multiplications multiplications(Shape input) {
      return Multiplications.NONE;
    }

    @Override
    public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
      return Tensor.zeros(output(x.shape()));
    }
  }

  private static final Op DESIGN =
      sequence(conv(4, 3).same(), new Gain(false), new HardSwish(), conv(2, 1));

  @Test
  void itsParametersAndMultiplicationsAreCounted() {
    long convolutions = count(sequence(conv(4, 3).same(), conv(2, 1)), IMAGE).multiplications();
    assertThat(count(DESIGN, IMAGE).multiplications()).isEqualTo(convolutions + 6 * 6 * 4);
    assertThat(count(new Gain(false), IMAGE).parameters()).isEqualTo(4);
    assertThat(count(DESIGN, IMAGE).toCsv()).contains("gain1", "hardSwish1");
  }

  @Test
  void everyEngineRunsIt() {
    Model model =
        model(DESIGN, IMAGE, 3)
            .withWeights(Map.of("gain1/gain", Tensor.of(Shape.of(4), 1, 2, 3, 4)));
    Tensor x = Tensor.random(IMAGE, 5);
    Tensor expected = model.forward(x, new NaiveEngine());
    for (Engine engine : List.of(Engines.loops(1), Engines.loops(2), Engines.fastest())) {
      float[] y = model.forward(x, engine).data();
      for (int i = 0; i < y.length; i++) {
        assertThat(y[i]).isCloseTo(expected.data()[i], within(1e-4f));
      }
    }
    assertThat(
            model(new HardSwish(), Shape.of(5), 1).forward(Tensor.of(Shape.of(5), -4, -3, 0, 1, 5)))
        .isEqualTo(Tensor.of(Shape.of(5), -0f, -0f, 0, 1 * 4f / 6, 5));
  }

  @Test
  void itIsDrawnInANetworkAndSeesWhatItsInputSees() {
    String svg = draw(network("Own", IMAGE, DESIGN)).toString();
    assertThat(svg).contains("hardSwish");
    var fields = receptiveFields(DESIGN, IMAGE);
    assertThat(fields.row("hardSwish1").fields()).isEqualTo(fields.row("conv1").fields());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> receptiveFields(new Thin(), IMAGE))
        .withMessageContainingAll("thin1", "3×6×4", "6×6×4", "implements Windowed");
  }

  @Test
  void aToolThatTellsLayersApartRefusesIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> count(DESIGN, IMAGE).under(Convention.FVCORE))
        .withMessageContaining("gain1");
  }

  @Test
  void itLearnsIfItHasAGradientAndIsNamedIfNot() {
    Graph graph = Graph.of(new HardSwish(), Shape.of(1));
    for (float at : new float[] {-3.5f, -2, -0.5f, 0.5f, 2, 3.5f}) {
      float step = 1e-2f;
      float difference = (value(graph, at + step) - value(graph, at - step)) / (2 * step);
      Tape tape =
          Tape.recordForInput(graph, Map.of(), Tensor.of(Shape.of(1), at), Engines.loops(1), 1);
      Tensor slope = tape.backward(Map.of(graph.output(), Tensor.full(Shape.of(1), 1))).input();
      assertThat(slope.data()[0]).isCloseTo(difference, within(1e-3f));
    }
    Model model = model(DESIGN, IMAGE, 1);
    Tape tape =
        Tape.record(model.graph(), model.weights(), Tensor.random(IMAGE, 1), Engines.loops(1), 1);
    Tensor ones = Tensor.full(Shape.of(6, 6, 2), 1);
    assertThatThrownBy(() -> tape.backward(Map.of(model.graph().output(), ones)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("gain1", "has no gradient");
  }

  private static float value(Graph graph, float x) {
    return Tape.record(graph, Map.of(), Tensor.of(Shape.of(1), x), Engines.loops(1), 1)
        .value(graph.output())
        .data()[0];
  }

  @Test
  void aValueOfAnotherShapeThanItSaysIsRefused() {
    Model model = model(new Gain(true), IMAGE, 1);
    for (Engine engine : List.of(new NaiveEngine(), Engines.loops(2))) {
      assertThatThrownBy(() -> model.forward(Tensor.zeros(IMAGE), engine))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("Gain[wrong=true]", "6×6×4", "144");
    }
  }

  /** Says nothing where it is asked the given question. */
  record Silent(String about) implements Layer {
    private <T> T unless(String question, T answer) {
      return about.equals(question) ? null : answer;
    }

    @Override
    public Shape output(Shape input) {
      return unless("an output", input);
    }

    @Override
    public List<Parameter> parameters(Shape input) {
      return unless("parameters", List.of());
    }

    @Override
    public Multiplications multiplications(Shape input) {
      return unless("multiplications", Multiplications.NONE);
    }

    @Override
    public Tensor forward(Tensor x, Map<String, Tensor> weights, Engine engine) {
      return x;
    }

    @Override
    public Family family() {
      return unless("a family", Family.CUSTOM);
    }

    @Override
    public String kind() {
      return unless("a kind", "silent");
    }

    @Override
    public String label() {
      return unless("a label", "silent");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"an output", "a kind", "a label", "a family", "parameters", "multiplications"})
  void whatItDoesNotSayIsNamed(String question) {
    Op silent = new Silent(question);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> count(silent, IMAGE).toString())
        .withMessageEndingWith("Expected " + question + " of " + silent + ", but got null");
  }

  @Test
  void fewerThanNoMultiplicationsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Multiplications(-5, -7))
        .withMessage("Of all multiplications those inside are a part, but got -7 of -5");
    assertThatIllegalArgumentException().isThrownBy(() -> new Multiplications(1, 2));
  }
}
