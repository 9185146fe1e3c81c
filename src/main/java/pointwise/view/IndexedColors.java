package pointwise.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * At most 256 colours that stand for all those of some pixels. Flat areas keep theirs exactly; of
 * the many shades along the edges of text, some fall together.
 */
final class IndexedColors {
  private static final int MOST = 256;

  /** Five bits of red, green and blue and two of alpha tell kinds of colours apart. */
  private static final int KINDS = 1 << 17;

  private final int[] colors;

  /** The palette's index for each kind of colour; −1 for one that does not occur. */
  private final int[] index = new int[KINDS];

  private IndexedColors(int[] colors) {
    this.colors = colors;
    Arrays.fill(index, -1);
  }

  static IndexedColors of(List<int[]> pictures) {
    long[] counts = new long[KINDS];
    long[] votes = new long[KINDS];
    int[] leaders = new int[KINDS];
    for (int[] pixels : pictures) {
      for (int start = 0; start < pixels.length; ) {
        int pixel = pixels[start];
        int end = endOfRun(pixels, start);
        int kind = kind(pixel);
        int run = end - start;
        counts[kind] += run;
        // Boyer and Moore's majority vote: the flat area's colour, not that of an edge.
        if (leaders[kind] == pixel) {
          votes[kind] += run;
        } else if (votes[kind] >= run) {
          votes[kind] -= run;
        } else {
          leaders[kind] = pixel;
          votes[kind] = run - votes[kind];
        }
        start = end;
      }
    }
    counts[kind(0)] = Long.MAX_VALUE; // what stays transparent must not become a colour
    leaders[kind(0)] = 0;
    int[] kinds =
        IntStream.range(0, KINDS)
            .filter(kind -> counts[kind] > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer kind) -> -counts[kind]))
            .mapToInt(Integer::intValue)
            .toArray();
    IndexedColors colors =
        new IndexedColors(Arrays.stream(kinds).limit(MOST).map(kind -> leaders[kind]).toArray());
    for (int kind : kinds) {
      colors.index[kind] = colors.nearest(leaders[kind]);
    }
    return colors;
  }

  /** Where pixels of one colour end: most are parts of long runs. */
  private static int endOfRun(int[] pixels, int start) {
    int end = start + 1;
    while (end < pixels.length && pixels[end] == pixels[start]) {
      end++;
    }
    return end;
  }

  private static int kind(int argb) {
    return ((argb >>> 30) << 15)
        | ((argb >> 19 & 31) << 10)
        | ((argb >> 11 & 31) << 5)
        | (argb >> 3 & 31);
  }

  private int nearest(int argb) {
    int nearest = 0;
    for (int i = 1; i < colors.length; i++) {
      if (distance(argb, colors[i]) < distance(argb, colors[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static int distance(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 8) {
      int difference = (a >> shift & 255) - (b >> shift & 255);
      sum += difference * difference;
    }
    return sum;
  }

  /** Red, green and blue of each colour. */
  byte[] palette() {
    byte[] bytes = new byte[3 * colors.length];
    for (int i = 0; i < colors.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        bytes[3 * i + channel] = (byte) (colors[i] >> (16 - 8 * channel));
      }
    }
    return bytes;
  }

  /** How opaque each colour is. */
  byte[] alphas() {
    byte[] bytes = new byte[colors.length];
    for (int i = 0; i < colors.length; i++) {
      bytes[i] = (byte) (colors[i] >>> 24);
    }
    return bytes;
  }

  byte[] indices(int[] pixels) {
    byte[] bytes = new byte[pixels.length];
    for (int start = 0; start < pixels.length; ) {
      int end = endOfRun(pixels, start);
      Arrays.fill(bytes, start, end, (byte) index[kind(pixels[start])]);
      start = end;
    }
    return bytes;
  }
}
