package pointwise.view.image;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pointwise.data.Dataset;
import pointwise.learn.Evaluation;
import pointwise.tensor.Require;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Picture;

/** Pictures of images, of what layers make of them, and of filters. */
public final class Images {
  private static final int IMAGE = 56;
  private static final int MAP = 70;
  private static final int FILTER = 40;

  private Images() {}

  /** The first items of a data set, each with its class under it; one channel of each is shown. */
  public static Picture of(Dataset data, int count) {
    List<Tile> tiles =
        IntStream.range(0, Math.min(count, Require.given(data, "a data set").size()))
            .mapToObj(item -> Tile.channel(String.valueOf(data.label(item)), data.input(item), 0))
            .toList();
    return picture(tiles, IMAGE, "Images, each with its class under it: ");
  }

  /** The worst mistakes: what it is, what it was taken for, and how surely. */
  public static Picture mistakes(Evaluation evaluation, int count) {
    List<Tile> tiles =
        Require.given(evaluation, "an evaluation").mistakes().stream()
            .limit(count)
            .map(item -> Tile.channel(mistake(evaluation, item), evaluation.data().input(item), 0))
            .toList();
    return picture(tiles, IMAGE, "The worst mistakes, what is right first: ");
  }

  private static String mistake(Evaluation evaluation, int item) {
    int taken = evaluation.predicted(item);
    return String.format(
        Locale.ROOT,
        "%d, not %d (%.0f %%)",
        evaluation.data().label(item),
        taken,
        100 * evaluation.probability(item, taken));
  }

  /**
   * The channels of an image or of a layer's result, one tile each: what is positive in ink, what
   * is negative in orange.
   *
   * @param image height × width × channels; a batch of one is taken as its image
   */
  public static Picture channels(String title, Tensor image) {
    Tensor one = Require.given(image, "an image").shape().rank() == 4 ? image.slice(0) : image;
    Shape shape = one.shape();
    if (!shape.isImage() || image.shape().batch() != 1) {
      throw new IllegalArgumentException(
          "Channels are drawn of one image, height × width × channels, not of " + image.shape());
    }
    List<Tile> tiles =
        IntStream.range(0, shape.channels())
            .mapToObj(
                channel ->
                    Tile.channel(shape.channels() == 1 ? "" : "map " + channel, one, channel))
            .toList();
    return new TilePicture(tiles, shape.height() == 1 ? 12 : MAP)
        .picture(
            String.format(
                Locale.ROOT,
                "%s: %d map%s of %d×%d",
                title,
                shape.channels(),
                shape.channels() == 1 ? "" : "s",
                shape.height(),
                shape.width()));
  }

  /**
   * Filters, one tile each, for one channel of their input: positive weights in ink, negative ones
   * in orange.
   *
   * @param filters kernel height × kernel width × input channels × filters
   * @param input the channel of the input
   */
  public static Picture filters(String title, Tensor filters, int input) {
    Shape shape = Require.given(filters, "filters").shape();
    if (shape.rank() != 4 || input < 0 || input >= shape.dim(2)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are no filters for channel %d in a tensor of shape %s",
              input,
              shape));
    }
    List<Tile> tiles =
        IntStream.range(0, shape.dim(3))
            .mapToObj(filter -> Tile.filter("filter " + filter, filters, input, filter))
            .toList();
    return new TilePicture(tiles, FILTER)
        .picture(
            String.format(
                Locale.ROOT,
                "%s: %d filter%s of %d×%d",
                title,
                shape.dim(3),
                shape.dim(3) == 1 ? "" : "s",
                shape.dim(0),
                shape.dim(1)));
  }

  private static Picture picture(List<Tile> tiles, int side, String beginning) {
    if (tiles.isEmpty()) {
      throw new IllegalArgumentException("There is no image to be drawn");
    }
    return new TilePicture(tiles, side)
        .picture(beginning + tiles.stream().map(Tile::caption).collect(Collectors.joining("; ")));
  }
}
