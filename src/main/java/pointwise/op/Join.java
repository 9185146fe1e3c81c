package pointwise.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pointwise.engine.Engine;
import pointwise.engine.fast.FastEngine;
import pointwise.engine.fast.routine.Routine;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** How branches come together again. */
public enum Join implements Step {
  /** Channels side by side, in the order of the branches. */
  CONCAT {
    @Override
    public Family family() {
      return Family.CONCATENATION;
    }

    @Override
    public Memory memory() {
      return Memory.INPUTS_SIDE_BY_SIDE;
    }

    @Override
    public Shape output(List<Shape> inputs) {
      Shape first = some(inputs, "the shape of an input").get(0);
      long channels = 0;
      for (int i = 0; i < inputs.size(); i++) {
        Shape shape = inputs.get(i);
        if (!shape.withChannels(first.channels()).equals(first)) {
          throw new IllegalArgumentException(
              first.isImage() && shape.isImage()
                  ? String.format(
                      Locale.ROOT,
                      "Concat needs branches of equal height and width: expected %d×%d but branch %d gives %d×%d",
                      first.height(),
                      first.width(),
                      i + 1,
                      shape.height(),
                      shape.width())
                  : String.format(
                      Locale.ROOT,
                      "Concat needs branches of equal shape but for the channels: expected %s but branch %d gives %s",
                      first,
                      i + 1,
                      shape));
        }
        channels += shape.channels();
      }
      return first.withChannels(Multiplications.size("channels", channels));
    }

    @Override
    public Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Engine engine) {
      Shape shape = output(shapes(inputs));
      float[] y = Tensor.allocate(shape);
      int first = 0;
      for (Tensor input : inputs) {
        int channels = input.shape().channels();
        for (int from = 0, to = first; to < y.length; from += channels, to += shape.channels()) {
          System.arraycopy(input.data(), from, y, to, channels);
        }
        first += channels;
      }
      return Tensor.wrap(shape, y);
    }

    /** To each branch the channels that are its. */
    @Override
    public Gradients backward(
        List<Tensor> inputs,
        Tensor output,
        Tensor gradient,
        Map<String, Tensor> weights,
        Pass pass) {
      Gradients.checkGradient(this, output(shapes(inputs)), gradient);
      List<Tensor> parts = new ArrayList<>();
      int first = 0;
      for (Tensor input : inputs) {
        int channels = input.shape().channels();
        parts.add(Channels.range(gradient, first, channels));
        first += channels;
      }
      return new Gradients(parts, Map.of(), Map.of());
    }
  },

  /** Element by element. */
  ADD {
    @Override
    public Family family() {
      return Family.ADDITION;
    }

    @Override
    public Shape output(List<Shape> inputs) {
      Shape first = some(inputs, "the shape of an input").get(0);
      for (Shape shape : inputs) {
        if (!shape.equals(first)) {
          throw new IllegalArgumentException(
              "A residual needs a body and a shortcut of equal shape, but they give %s and %s"
                  .formatted(first, shape));
        }
      }
      return first;
    }

    @Override
    public Tensor forward(List<Tensor> inputs, Map<String, Tensor> weights, Engine engine) {
      Shape shape = output(shapes(inputs));
      float[] y = inputs.get(0).toArray();
      for (Tensor input : inputs.subList(1, inputs.size())) {
        for (int i = 0; i < y.length; i++) {
          y[i] += input.data()[i];
        }
      }
      return Tensor.wrap(shape, y);
    }

    /** The same to each. */
    @Override
    public Gradients backward(
        List<Tensor> inputs,
        Tensor output,
        Tensor gradient,
        Map<String, Tensor> weights,
        Pass pass) {
      Gradients.checkGradient(this, output(shapes(inputs)), gradient);
      return new Gradients(Collections.nCopies(inputs.size(), gradient), Map.of(), Map.of());
    }

    @Override
    public Routine prepare(List<Shape> inputs, Map<String, Tensor> weights, FastEngine engine) {
      return Require.given(engine, "an engine").sum(output(inputs));
    }
  };

  private static <T> List<T> some(List<T> inputs, String what) {
    if (Require.all(inputs, what).isEmpty()) {
      throw new IllegalArgumentException("Branches meet where there is at least 1, but got none");
    }
    return inputs;
  }

  private static List<Shape> shapes(List<Tensor> inputs) {
    return some(inputs, "an input").stream().map(Tensor::shape).toList();
  }

  @Override
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label() {
    return kind();
  }

  @Override
  public List<Parameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Multiplications multiplications(List<Shape> inputs) {
    return Multiplications.NONE;
  }
}
