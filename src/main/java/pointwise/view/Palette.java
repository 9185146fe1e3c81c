package pointwise.view;

import java.util.Locale;
import pointwise.op.Step;
import pointwise.op.Windowed;
import pointwise.window.Window;

/**
 * Internal: the colour of a kind of step, from the palette that colour-blind readers tell apart
 * (Okabe and Ito 2008, "Color Universal Design").
 */
public enum Palette {
  SKY(0x56B4E9, "1×1 convolution"),
  GREEN(0x009E73, "3×3 convolution"),
  ORANGE(0xE69F00, "5×5 convolution"),
  BLUE(0x0072B2, "dense layer"),
  VERMILION(0xD55E00, "larger or oblong convolution"),
  PURPLE(0xCC79A7, "depthwise or transposed convolution"),
  YELLOW(0xF0E442, "pooling"),
  GREY(0x888888, "normalisation, activation or join"),
  BLACK(0x444444, "custom layer"),
  SLATE(0x6B7A99, "module of several kinds of layers");

  /** The same card on every page: light enough for dark text, too dim to glare on a dark page. */
  public static final String PAPER = "#e9e9e4";

  public static final String INK = "#1a1a1a";
  public static final String SOFT_INK = "#4a4a4a";

  private final int rgb;
  private final String meaning;

  Palette(int rgb, String meaning) {
    this.rgb = rgb;
    this.meaning = meaning;
  }

  /** The steps that have this colour. */
  public String meaning() {
    return meaning;
  }

  /** The colour of a step: by the kernel's size for a convolution, by its family otherwise. */
  public static Palette of(Step step) {
    return switch (step.family()) {
      case CONVOLUTION, PARTIAL_CONVOLUTION -> ofKernel(step);
      case MAX_POOLING, AVERAGE_POOLING, GLOBAL_POOLING -> YELLOW;
      case DEPTHWISE_CONVOLUTION, TRANSPOSED_CONVOLUTION -> PURPLE;
      case DENSE -> BLUE;
      case BATCH_NORM,
          LOCAL_RESPONSE_NORM,
          RELU,
          SATURATING_ACTIVATION,
          SOFTMAX,
          SOFTMIN,
          DROPOUT,
          RESHAPE,
          CONCATENATION,
          ADDITION ->
          GREY;
      case CUSTOM -> BLACK;
    };
  }

  private static Palette ofKernel(Step step) {
    if (!(step instanceof Windowed<?> layer)) {
      throw new IllegalArgumentException(
          "%s is of the family %s but has no window to be drawn"
              .formatted(step.label(), step.family()));
    }
    Window window = layer.window();
    int larger = Math.max(window.kernelHeight(), window.kernelWidth());
    if (window.kernelHeight() != window.kernelWidth()) {
      return VERMILION;
    }
    return switch (larger) {
      case 1 -> SKY;
      case 3 -> GREEN;
      case 5 -> ORANGE;
      default -> VERMILION;
    };
  }

  /** The full colour as SVG writes it. */
  public String stroke() {
    return mixed(0, 0xFFFFFF);
  }

  /** A tint light enough for dark text. */
  public String fill() {
    return mixed(0.68, 0xFFFFFF);
  }

  /** The colour with a share of another. */
  public String mixed(double share, int other) {
    int mix = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double own = (rgb >> shift) & 0xFF;
      double foreign = (other >> shift) & 0xFF;
      mix |= (int) Math.round(own + share * (foreign - own)) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", mix);
  }

  /** The full colour. */
  public int rgb() {
    return rgb;
  }
}
