package pointwise.data;

import java.util.Locale;
import java.util.SplittableRandom;
import pointwise.tensor.Tensor;

/** Changes images at random in ways that leave their classes as they are. */
@FunctionalInterface
public interface Augmentation {
  /**
   * A changed copy of a batch.
   *
   * @param images batch × height × width × channels
   * @param seed of what is drawn; the same seed gives the same images
   */
  Tensor apply(Tensor images, long seed);

  /** This one, then another. */
  default Augmentation then(Augmentation next) {
    return (images, seed) -> next.apply(apply(images, seed), ~seed);
  }

  /** Leaves every image as it is. */
  static Augmentation none() {
    return (images, seed) -> images;
  }

  /** Moves each image up to so many pixels along each axis; zeros come in at the edge. */
  static Augmentation shift(int pixels) {
    if (pixels < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "Cannot shift by %d pixels", pixels));
    }
    return (images, seed) -> {
      SplittableRandom random = new SplittableRandom(seed);
      return Warp.each(
          images,
          () ->
              Warp.shift(random.nextInt(-pixels, pixels + 1), random.nextInt(-pixels, pixels + 1)));
    };
  }

  /** Rotates each image about its middle by up to so many degrees, either way. */
  static Augmentation rotate(double degrees) {
    if (!(degrees >= 0 && degrees <= 180)) {
      throw new IllegalArgumentException(
          "A rotation is by up to 0 to 180 degrees, but got " + degrees);
    }
    return (images, seed) -> {
      SplittableRandom random = new SplittableRandom(seed);
      return Warp.each(
          images,
          () ->
              Warp.rotation(
                  images.shape(), Math.toRadians(degrees) * (2 * random.nextDouble() - 1)));
    };
  }
}
