package pointwise.exercise.concepts;

import java.util.Random;
import pointwise.exercise.Question;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;

/** A label smoothed over all classes (Szegedy et al. 2015, Rethinking Inception, section 7). */
final class SmoothedTargets {
  private SmoothedTargets() {}

  static Question draw(Random random) {
    int classes = 4 + random.nextInt(5);
    int label = 1 + random.nextInt(classes - 2);
    int percent = 5 * (1 + random.nextInt(8));
    double epsilon = percent / 100.0;
    double share = epsilon / classes;
    double others = epsilon / (classes - 1);
    return Question.asking(
            "An image belongs to class %d of the %d classes 0 to %d. Its label is smoothed with"
                + " ε = %.2f, as Inception V3 does it. What is the target of each class? Answer with"
                + " the %d numbers: check(\"[…, …]\").",
            label, classes, classes - 1, epsilon, classes)
        .answer(
            targets(classes, label, 1 - epsilon + share, share),
            "Every class gets ε/%d, and the right one 1 − ε besides.",
            classes)
        .mistake(
            targets(classes, label, 1 - epsilon, others),
            "You divided ε among the other classes; it is spread over all %d, the right one too.",
            classes)
        .mistake(
            targets(classes, label, 1 - epsilon, share),
            "These do not sum to 1: the right class gets its ε/%d as well.",
            classes)
        .mistake(
            targets(classes, label, 1 - epsilon, epsilon),
            "ε is what all classes share, not what each of them gets.")
        .mistake(
            targets(classes, label, 1, share),
            "These sum to more than 1: the right class gives up ε before it is spread.")
        .mistake(targets(classes, label, 1, 0), "That is the label before it is smoothed.")
        .mistake(
            targets(classes, label, share, 1 - epsilon + share),
            "You took the right class for the others.")
        .mistake(
            targets(classes, label - 1, 1 - epsilon + share, share),
            "The classes are counted from 0.")
        .hint("Mix two distributions: 1 − ε of the label, ε of one that knows nothing.")
        .hint("The one that knows nothing gives each of the %d classes 1/%d.", classes, classes);
  }

  private static Tensor targets(int classes, int label, double right, double wrong) {
    float[] targets = new float[classes];
    for (int i = 0; i < classes; i++) {
      targets[i] = (float) (i == label ? right : wrong);
    }
    return Tensor.of(Shape.of(classes), targets);
  }
}
