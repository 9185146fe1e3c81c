package pointwise.exercise;

/** What a topic is about. */
public enum Group {
  /** Which shape comes out. */
  SHAPES("shapes"),
  /** What is learned and stored. */
  PARAMETERS("parameters"),
  /** What is multiplied. */
  OPERATIONS("operations"),
  /** What is kept in memory, and what a unit sees of the image. */
  MEMORY("memory and reach"),
  /** Values by hand, functions to write, what things are for. */
  CONCEPTS("code and concepts"),
  /** What a reader wrote. */
  OWN("own");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
