package pointwise.view;

import java.util.List;

/** What can be shown in a notebook: as HTML, and as plain text by {@code toString()}. */
public interface Display {
  /** Self-contained HTML that needs no script and no style sheet. */
  String html();

  /**
   * What is shown beside the HTML, picture by picture: a viewer that cleans HTML drops the images
   * in it. None, unless a view says so.
   */
  default List<Picture> pictures() {
    return List.of();
  }
}
