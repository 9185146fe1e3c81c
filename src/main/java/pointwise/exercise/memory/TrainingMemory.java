package pointwise.exercise.memory;

import static pointwise.op.Operations.conv;

import java.util.Collections;
import java.util.Random;
import pointwise.cost.Memory;
import pointwise.exercise.Question;
import pointwise.op.Sequence;
import pointwise.tensor.Shape;

/** What training keeps that inference gives back. */
final class TrainingMemory {
  private TrainingMemory() {}

  static Question draw(Random random) {
    int layers = 3 + random.nextInt(4);
    int size = 14 * (1 + random.nextInt(6));
    int channels = 16 * (1 + random.nextInt(10));
    boolean training = random.nextBoolean();
    Shape input = Shape.of(size, size, channels);
    Memory memory =
        Memory.of(new Sequence(Collections.nCopies(layers, conv(channels, 3).same())), input);
    long tensor = memory.input();
    return Question.asking(
            training
                ? "%d convolutions of 3×3 with %d filters and SAME padding follow one another on a %s"
                    + " volume in float32; no layer works in place. How many bytes of activations,"
                    + " the input among them, are held for the gradients in training?"
                : "%d convolutions of 3×3 with %d filters and SAME padding follow one another on a %s"
                    + " volume in float32; no layer works in place. How many bytes of activations,"
                    + " the input among them, are held at a time in inference?",
            layers,
            channels,
            input)
        .answer(
            training ? memory.training() : memory.inference(),
            training
                ? "Training keeps every layer's result, and the input."
                : "Inference needs a layer's input and its result, and gives the rest back.")
        .mistake(
            training ? memory.inference() : memory.training(),
            training
                ? "That is inference; training keeps the results of all layers."
                : "That is training; inference gives back what nobody reads any more.")
        .mistake(tensor, "That is a single tensor; a layer reads one and writes another.")
        .mistake(
            tensor * layers,
            "That forgets one tensor: the input and the results of %d layers.",
            layers)
        .mistake(
            (training ? memory.training() : memory.inference()) / 4,
            "Those are the numbers; a float32 takes four bytes.")
        .mistake(memory.weights(), "Those are the weights; the question asks for the activations.")
        .hint("Which tensors must still be there while the last layer is computed?")
        .hint("One tensor takes rows · columns · channels · 4 bytes. How many are held?");
  }
}
