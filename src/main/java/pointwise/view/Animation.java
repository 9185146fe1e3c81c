package pointwise.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Drawings that follow each other, as one animated PNG: it plays wherever a picture is shown, with
 * no script, and where nothing moves (on paper, in an old viewer) its first frame stands.
 */
public final class Animation {
  /** Bytes of a file that leave a notebook room for other pictures. */
  static final int LARGEST = 300_000;

  private final List<Frame> frames;
  private Picture picture;

  /**
   * A drawing and how long it is shown.
   *
   * @param drawing made of SVG
   * @param millis up to {@value ApngFile#LONGEST}
   */
  public record Frame(Picture drawing, int millis) {
    public Frame {
      if (millis < 1 || millis > ApngFile.LONGEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A frame is shown for 1 to %d ms, not for %d",
                ApngFile.LONGEST,
                millis));
      }
    }
  }

  /**
   * An animation of these frames.
   *
   * @param frames of one size, in order; the first one says it all
   */
  public Animation(List<Frame> frames) {
    this.frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("An animation needs at least 1 frame");
    }
    Picture first = frames.get(0).drawing();
    for (Frame frame : frames) {
      Picture drawing = frame.drawing();
      if (drawing.width() != first.width() || drawing.height() != first.height()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The frames of an animation are of one size, but one is %d×%d and another %d×%d",
                first.width(),
                first.height(),
                drawing.width(),
                drawing.height()));
      }
    }
  }

  /**
   * The animation with as many steps as fit into a file of 300 kB.
   *
   * @param most steps to begin with
   * @param withSteps the animation with at most so many steps
   */
  public static Animation small(int most, IntFunction<Animation> withSteps) {
    int steps = most;
    Animation animation = withSteps.apply(steps);
    for (int bytes = animation.bytes(); bytes > LARGEST && steps > 1; bytes = animation.bytes()) {
      steps = Math.max(1, Math.min(steps - 1, (int) ((long) steps * LARGEST / bytes)));
      animation = withSteps.apply(steps);
    }
    return animation;
  }

  private int bytes() {
    return picture().png().length;
  }

  /** The drawings in order. */
  public List<Frame> frames() {
    return frames;
  }

  /**
   * The animation as a picture. Its text alternative is that of the first frame; like a drawing's
   * PNG it carries {@link Picture#SOURCE}, here of all frames.
   */
  public synchronized Picture picture() {
    if (picture == null) {
      picture = encoded();
    }
    return picture;
  }

  private Picture encoded() {
    List<ApngFile.Change> changes = new ArrayList<>();
    BufferedImage before = null;
    for (Frame frame : frames) {
      BufferedImage image = SvgRaster.image(frame.drawing());
      ApngFile.Change change = ApngFile.Change.between(before, image, frame.millis());
      if (change.isNone()) {
        int last = changes.size() - 1;
        changes.set(last, changes.get(last).longer(frame.millis()));
      } else {
        changes.add(change);
      }
      before = image;
    }
    String source =
        frames.stream().map(frame -> frame.drawing().toSvg()).collect(Collectors.joining());
    PngFile file = new ApngFile(changes).file().withText(Picture.SOURCE, SvgRaster.digest(source));
    Picture first = frames.get(0).drawing();
    return Picture.png(file.bytes(), first.width(), first.height(), first.alt());
  }
}
