package pointwise.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** What differs between the outputs that are committed and those of a fresh run. */
final class NotebookDiff {
  private NotebookDiff() {}

  /** One message a difference; empty if a reader sees today what was committed. */
  static List<String> between(Notebook committed, Notebook fresh) {
    List<String> found = new ArrayList<>();
    if (!committed.metadata().equals(fresh.metadata())) {
      found.add("the metadata should be " + fresh.metadata());
    }
    for (int i = 0; i < committed.cells().size(); i++) {
      Cell before = committed.cells().get(i);
      Cell now = fresh.cells().get(i);
      if (!before.json().path("metadata").equals(now.json().path("metadata"))) {
        found.add(before.where() + ": its metadata should be " + now.json().path("metadata"));
      }
      if (before.executionCount() != now.executionCount()) {
        found.add(
            String.format(
                Locale.ROOT,
                "%s: committed as run number %d, but is number %d",
                before.where(),
                before.executionCount(),
                now.executionCount()));
      }
      if (!before.hasTag("timing")) {
        compareOutputs(before, now, found);
      }
    }
    return found;
  }

  private static void compareOutputs(Cell before, Cell now, List<String> found) {
    List<Output> expected = before.outputs();
    List<Output> actual = now.outputs();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      Output was = i < expected.size() ? expected.get(i) : null;
      Output is = i < actual.size() ? actual.get(i) : null;
      if (was == null) {
        found.add("%s: shows more than is committed: %s".formatted(now.where(), is.forms()));
      } else if (is == null) {
        found.add("%s: no longer shows %s".formatted(before.where(), was.forms()));
      } else {
        compareForms(before, was, is, found);
      }
    }
  }

  private static void compareForms(Cell cell, Output was, Output is, List<String> found) {
    TreeSet<String> forms = new TreeSet<>(was.forms().keySet());
    forms.addAll(is.forms().keySet());
    boolean anyPicture = cell.hasTag("picture");
    for (String form : forms) {
      String expected = was.forms().get(form);
      String actual = is.forms().get(form);
      if (Objects.equals(expected, actual)) {
        continue;
      }
      if (expected == null || actual == null) {
        String change = expected == null ? "is new" : "is gone";
        found.add("%s: the form %s %s".formatted(cell.where(), form, change));
      } else {
        TextDiff.between(form, expected, actual, anyPicture)
            .ifPresent(difference -> found.add(cell.where() + ": " + difference));
      }
    }
  }
}
