package pointwise.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A viewer that cleans, as GitHub and nbviewer do, drops every image with its data inside from HTML
 * and shows HTML before any other form: a picture survives as image/png beside text alone.
 */
class PicturesSurviveTest {

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyPictureOfANotebookIsSeenWhereItIsCleaned(Path file) throws IOException {
    List<Output> pictures =
        Notebook.read(file).cells().stream()
            .flatMap(cell -> cell.outputs().stream())
            .filter(PicturesSurviveTest::isPicture)
            .toList();
    // The interview is asked in words.
    assertThat(pictures.isEmpty()).isEqualTo(file.endsWith("14-interview.ipynb"));
    assertThat(pictures)
        .allSatisfy(
            picture -> {
              assertThat(picture.forms()).containsOnlyKeys("image/png", "text/plain");
              assertThat(picture.forms().get("text/plain")).as("its words").hasSizeGreaterThan(20);
              byte[] png = Base64.getMimeDecoder().decode(picture.forms().get("image/png"));
              assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
            });
  }

  @Test
  void anImageInsideHtmlIsTakenForAPicture() {
    assertThat(isPicture(new Output(Map.of("text/html", "<img src='data:x'>")))).isTrue();
    assertThat(isPicture(new Output(Map.of("text/html", "<b>1</b>")))).isFalse();
  }

  private static boolean isPicture(Output output) {
    String html = output.forms().getOrDefault("text/html", "");
    boolean image = output.forms().keySet().stream().anyMatch(form -> form.startsWith("image/"));
    return image || !Jsoup.parseBodyFragment(html).select("img, svg").isEmpty();
  }
}
