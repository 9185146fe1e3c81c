package pointwise.exercise;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import pointwise.tensor.Require;

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

  /** The group of that name, in capitals or not; of its title the first word is enough. */
  public static Optional<Group> named(String name) {
    String lower = Require.given(name, "the name of a group").strip().toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(
            group ->
                lower.equals(group.title)
                    || lower.equals(group.title.split(" ")[0])
                    || lower.equals(group.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  @Override
  public String toString() {
    return title;
  }
}
