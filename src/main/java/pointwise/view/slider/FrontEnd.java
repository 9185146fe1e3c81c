package pointwise.view.slider;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Internal: what a notebook's kernel can say to the page that shows the notebook. Data are maps
 * with strings as keys, lists, strings, numbers and booleans, as JSON has them.
 */
public interface FrontEnd {
  /**
   * Opens a comm that belongs to no cell, so that who executes a notebook with nobody looking does
   * not save it. Where there is no page, or one that does not know the target, nothing answers.
   *
   * @param target who is to take the comm
   * @param received takes the data of every message from the page, and whom to answer
   */
  Comm open(
      String target,
      Map<String, ?> metadata,
      Map<String, ?> data,
      BiConsumer<Map<String, ?>, Comm> received);

  /** The cell that runs. */
  Cell cell();

  /** From now on a page may open comms with this target; the messages on them are received. */
  void accept(String target, BiConsumer<Map<String, ?>, Comm> received);

  /** Makes of a value all that a cell would show of it, and shows it to nobody. */
  void render(Object value);

  /** Shows a value below the cell that runs; the answer is its place. */
  String display(Object value);

  /** A place below the cell that runs where nothing is shown yet. */
  String reserve();

  /** Shows a value in the place of what was displayed there, as a cell would show it. */
  void show(String place, Object value);

  /** Shows what is given, media type by media type, in the place of what was displayed there. */
  void showForms(String place, Map<String, ?> forms);

  /**
   * A cell of a notebook, as it runs.
   *
   * @param id what it is called each time it runs; empty if the page does not say
   * @param run what only this run of it is called
   */
  record Cell(String id, String run) {}

  /** An open comm. */
  interface Comm {
    /** The name by which the page knows it. */
    String id();

    /** Sends data to the page. */
    void send(Map<String, ?> data);

    /** Closes it on both sides. */
    void close();
  }
}
