package pointwise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/design.md} says about the code is so: its packages, their sizes, the walk.
 *
 * <p>With {@code -Ddesign=update} the sizes are written anew.
 */
class DesignPageTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("design"));
  private static final Path PAGE = Path.of("docs", "design.md");
  private static final Pattern ROW =
      Pattern.compile("(\\| `(pointwise[\\w.]*)` )(\\|[^|]*\\| )(\\d+) \\| ([\\d,]+) \\|");
  private static final Pattern STEP = Pattern.compile("^\\d+\\. `(\\w+)`", Pattern.MULTILINE);

  /** What may be as large as it wants: one file per operation, and the questions. */
  private static final Pattern UNBOUNDED =
      Pattern.compile(
          "pointwise\\.op|pointwise\\.exercise\\.(shapes|parameters|operations|memory|concepts)");

  private static final int MOST_FILES = 25;
  private static final int LONGEST_WALK = 15;

  @Test
  void namesEveryPackageWithItsSize() throws IOException {
    Map<String, List<SourceFile>> packages = packages();
    if (UPDATE) {
      Files.writeString(
          PAGE, ROW.matcher(Files.readString(PAGE)).replaceAll(row -> sized(row, packages)));
    }
    Set<String> named = new HashSet<>();
    Matcher row = ROW.matcher(Files.readString(PAGE));
    while (row.find()) {
      String name = row.group(2);
      named.add(name);
      List<SourceFile> files = packages.getOrDefault(name, List.of());
      assertThat(Integer.parseInt(row.group(4)))
          .as("files of " + name + "; mvn test -Dtest=DesignPageTest -Ddesign=update counts anew")
          .isEqualTo(files.size());
      assertThat(Integer.parseInt(row.group(5).replace(",", "")))
          .as("lines of " + name)
          .isCloseTo(lines(files), Percentage.withPercentage(20));
    }
    assertThat(named).isEqualTo(packages.keySet());
  }

  private static String sized(MatchResult row, Map<String, List<SourceFile>> packages) {
    List<SourceFile> files = packages.getOrDefault(row.group(2), List.of());
    int unit = lines(files) < 250 ? 10 : 100;
    long rounded = Math.round(lines(files) / (double) unit) * unit;
    return Matcher.quoteReplacement(
        String.format(
            Locale.ROOT, "%s%d | %,d |", row.group(1) + row.group(3), files.size(), rounded));
  }

  private static int lines(List<SourceFile> files) {
    return files.stream().mapToInt(SourceFile::lines).sum();
  }

  @Test
  void noPackageIsTooLarge() throws IOException {
    packages()
        .forEach(
            (name, files) -> {
              if (!UNBOUNDED.matcher(name).matches()) {
                assertThat(files.size()).as(name).isLessThanOrEqualTo(MOST_FILES);
              }
            });
  }

  /** Each type but the first is named by one before it, so that a reader gets there by clicking. */
  @Test
  void theWalkCanBeWalked() throws IOException {
    Map<String, String> texts =
        SourceFile.all().stream()
            .filter(file -> !file.isPackageInfo())
            .collect(Collectors.toMap(SourceFile::type, SourceFile::text, (a, b) -> a));
    List<String> walk = STEP.matcher(walk()).results().map(step -> step.group(1)).toList();
    assertThat(walk.size()).isBetween(2, LONGEST_WALK);
    for (int i = 1; i < walk.size(); i++) {
      Pattern name = Pattern.compile("\\b" + walk.get(i) + "\\b");
      assertThat(walk.subList(0, i))
          .as("types of the walk that lead to " + walk.get(i))
          .anySatisfy(type -> assertThat(texts.get(type)).containsPattern(name));
    }
  }

  private static String walk() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("### A walk");
    return page.substring(start, page.indexOf("\n## ", start));
  }

  private static Map<String, List<SourceFile>> packages() throws IOException {
    return SourceFile.all().stream()
        .filter(file -> !file.isPackageInfo())
        .collect(Collectors.groupingBy(SourceFile::packageName));
  }
}
