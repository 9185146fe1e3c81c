package pointwise.exercise.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.cost.ReceptiveFields;
import pointwise.exercise.Question;
import pointwise.net.AlexNet;
import pointwise.net.LeNet;
import pointwise.net.NetworkInNetwork;
import pointwise.net.Vgg;
import pointwise.op.Network;

/** The receptive field of a layer of a published network: AlexNet pool5 195, VGG-16 212. */
final class NetworkField {
  private NetworkField() {}

  private static final List<Network> NETWORKS =
      List.of(
          AlexNet.alexnet2012(),
          Vgg.a(),
          Vgg.d(),
          Vgg.e(),
          LeNet.lenet1998(),
          NetworkInNetwork.cifar10(),
          NetworkInNetwork.imagenet());

  /** What widens the field, and how. */
  private record Layer(String label, long field, long jump) {}

  static Question draw(Random random) {
    Network network = NETWORKS.get(random.nextInt(NETWORKS.size()));
    List<Layer> layers = layers(network);
    int asked = 1 + random.nextInt(layers.size() - 1);
    long answer = layers.get(asked).field;
    long jump = layers.get(asked).jump;
    String stack =
        IntStream.rangeClosed(0, asked)
            .mapToObj(i -> layers.get(i).label)
            .collect(Collectors.joining(", "));
    return Question.asking(
            "%s begins like this, windows without their 1×1s: %s. How many rows of the image does one"
                + " output of the last of these see?",
            network.title(), stack)
        .answer(answer, "Each kernel adds (k − 1) steps; a step is %d pixels at the end.", jump)
        .mistake(layers.get(asked - 1).field, "That is one layer less.")
        .mistake(jump, "That is the step from one output to the next.")
        .mistake(answer - 1, "You begin with the pixel itself, which is 1 before any kernel.")
        .mistake(answer * answer, "Those are the pixels; the question asks for rows.")
        .mistake(
            network.input().height(), "That is the whole image; so far no unit sees that much.")
        .hint("Keep two numbers: the field r and the step j. Both begin at 1.")
        .hint("A kernel of k with stride s: r becomes r + (k − 1)·j, then j becomes j·s.");
  }

  private static List<Layer> layers(Network network) {
    List<Layer> layers = new ArrayList<>();
    long before = 1;
    for (ReceptiveFields.Row row : ReceptiveFields.of(network.body(), network.input()).rows()) {
      if (row.vertical().size() > before && row.vertical().size() < network.input().height()) {
        before = row.vertical().size();
        layers.add(new Layer(row.layer(), before, Math.round(row.vertical().pixelsPerUnit())));
      }
    }
    return layers;
  }
}
