package pointwise.net;

import static pointwise.Pointwise.model;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.softmax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pointwise.op.Network;
import pointwise.tensor.Tensor;

/** Runs one network in a JVM of its own and prints its probabilities' sum and its peak memory. */
final class PeakMemory {
  private PeakMemory() {}

  /** Prints the sum of the probabilities, a space, and the peak of resident memory in KiB or −1. */
  public static void main(String[] arguments) throws IOException {
    Network network = Published.network(arguments[0]);
    System.out.println(probabilities(network).sum() + " " + peak());
  }

  /** What a network makes of a random image; where it ends in logits, softmax of them. */
  static Tensor probabilities(Network network) {
    Tensor image = Tensor.random(network.input(), 2);
    Tensor result = model(network, 1).forward(image);
    boolean logits =
        !network.graph().nodes().get(network.graph().nodes().size() - 1).name().equals("prob");
    return logits ? model(sequence(softmax()), result.shape(), 1).forward(result) : result;
  }

  /** Linux keeps it; other systems do not tell. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(-1);
  }
}
