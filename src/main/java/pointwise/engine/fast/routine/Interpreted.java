package pointwise.engine.fast.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** An operation that has no routine of its own: its inputs are copied out and its result back. */
public final class Interpreted extends Routine {
  private final List<Shape> inputs;
  private final Shape output;
  private final Function<List<Tensor>, Tensor> forward;

  public Interpreted(List<Shape> inputs, Shape output, Function<List<Tensor>, Tensor> forward) {
    this.inputs = Require.all(inputs, "the shape of an input");
    this.output = Require.given(output, "the shape of the output");
    this.forward = Require.given(forward, "a computation");
  }

  @Override
  public Shape output() {
    return output;
  }

  @Override
  public int tasks() {
    return 1;
  }

  @Override
  public String explanation() {
    return "as the operation defines itself";
  }

  @Override
  public void run(int task, TensorView[] places, TensorView y) {
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      tensors.add(places[i].read(inputs.get(i)));
    }
    y.write(forward.apply(tensors));
  }
}
