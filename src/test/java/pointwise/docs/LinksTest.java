package pointwise.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every link that stays inside the project leads somewhere, and the links from outside lead here.
 *
 * <p>With {@code -Dlinks=update}, in a fork, Binder's links are rewritten to what pom.xml says.
 */
class LinksTest {
  private static final boolean UPDATE = "update".equals(System.getProperty("links"));
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern BINDER =
      Pattern.compile("(mybinder\\.org/v2/gh/)([^/\\s\"]+/[^/\\s\"]+)/");
  private static final Pattern OPENS = Pattern.compile("urlpath=lab/tree/([^)\\s\"]+)");
  private static final Pattern SCM =
      Pattern.compile("<scm>\\s*<url>https://github\\.com/([^<]+)</url>");

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadSomewhere(Page page) {
    assertThat(broken(page)).isEmpty();
  }

  private static List<String> broken(Page page) {
    List<String> broken = new ArrayList<>();
    for (String link : page.links()) {
      if (!ELSEWHERE.matcher(link).matches()) {
        String decoded = URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        String[] parts = decoded.split("#", 2);
        Path file = page.file().resolveSibling(parts[0]);
        boolean itself = parts[0].isEmpty();
        if (!(itself || Files.exists(file))
            || (parts.length > 1
                && !(itself ? page : Page.read(file)).anchors().contains(parts[1]))) {
          broken.add(link);
        }
      }
    }
    return broken;
  }

  @Test
  void aBrokenOneIsFound() {
    Path file = Path.of("docs", "x.md");
    String text =
        """
        # The `one` 1×1, *again*
        ## A part
        ## A part
        [a](#the-one-11-again) [b](#a-part-1) [c](../pom.xml) `[d](no.md)` [e](https://x.org/y.md)
        [f](#a-part-2) [g](no.md) <img src="no.png"> [h](../CONTRIBUTING.md#no)
        """;
    assertThat(broken(new Page(file, text)))
        .containsExactly("#a-part-2", "no.md", "no.png", "../CONTRIBUTING.md#no");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fromBinderLeadHere(Page page) throws IOException {
    String here = here();
    if (UPDATE) {
      String text = Files.readString(page.file());
      String updated = BINDER.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(here) + "/");
      if (!updated.equals(text)) {
        Files.writeString(page.file(), updated);
      }
      return;
    }
    assertThat(BINDER.matcher(page.markdown()).results().map(link -> link.group(2)))
        .as("of a fork: mvn test -Dtest=LinksTest -Dlinks=update")
        .allMatch(here::equals);
    assertThat(OPENS.matcher(page.markdown()).results().map(link -> Path.of(link.group(1))))
        .allSatisfy(notebook -> assertThat(notebook).exists());
  }

  @Test
  void thePageThatPeopleLandOnHasOne() {
    assertThat(BINDER.matcher(Page.read(Path.of("README.md")).markdown()).find()).isTrue();
  }

  /** Owner and name of the repository. */
  private static String here() throws IOException {
    return SCM.matcher(Files.readString(Path.of("pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
