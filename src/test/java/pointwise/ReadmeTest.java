package pointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.cost.Comparison;
import pointwise.cost.Convention;
import pointwise.cost.CostReport;
import pointwise.net.AlexNet;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;

/** What the README shows is what the library says. */
class ReadmeTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op DIRECT = conv(55, 5).same();
  private static final Op REDUCED = sequence(conv(20, 1), relu(), conv(55, 5).same());

  @Test
  void itsTableIsTheComparison() throws IOException {
    Comparison comparison = compare(VOLUME, DIRECT, REDUCED);
    assertThat(readme()).containsSubsequence(comparison.reports().stream().map(this::row).toList());
  }

  private String row(CostReport report) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %,d | %,d | %,d | %.4f |",
        report.op(),
        report.output(),
        report.weights(),
        report.biases(),
        report.multiplications(),
        report.multiplicationsInside(),
        compare(VOLUME, DIRECT, report.op()).ratio());
  }

  @Test
  void itsModuleCostsWhatItSays() throws IOException {
    CostReport module = count(inception(64, 96, 128, 16, 32, 32), Shape.of(28, 28, 192));
    assertThat(readme())
        .contains(
            String.format(
                Locale.ROOT, "report.multiplications();   // %,d", module.multiplications()),
            String.format(Locale.ROOT, "report.parameters();        // %,d", module.parameters()));
  }

  @Test
  void itsThreeAlexNetsHaveTheParametersThatItSays() throws IOException {
    assertThat(String.join("\n", readme()))
        .contains(
            String.format(
                Locale.ROOT,
                "alexnet2012()).parameters()    // %,d",
                parameters(AlexNet.alexnet2012())),
            String.format(
                Locale.ROOT,
                "torchvision()).parameters()    // %,d",
                parameters(AlexNet.torchvision())),
            String.format(
                Locale.ROOT,
                "ungrouped()).parameters()      // %,d",
                parameters(AlexNet.ungrouped())),
            numberOfConventions() + " tools' counts");
  }

  private static long parameters(Network network) {
    return count(network).parameters();
  }

  private static String numberOfConventions() {
    return Convention.values().length == 13 ? "thirteen" : "" + Convention.values().length;
  }

  @Test
  void itsPictureIsTheDrawing(@TempDir Path folder) throws IOException {
    Path drawn = draw(REDUCED, VOLUME).save(folder.resolve("bottleneck.svg"));
    assertThat(Path.of("docs/bottleneck.svg")).hasSameTextualContentAs(drawn);
  }

  @Test
  void itNamesEveryNotebook() throws IOException {
    String text = String.join("\n", readme());
    try (Stream<Path> notebooks = Files.list(Path.of("notebooks"))) {
      notebooks
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .forEach(name -> assertThat(text).contains("(notebooks/" + name + ")"));
    }
  }

  private static List<String> readme() throws IOException {
    return Files.readAllLines(Path.of("README.md"), StandardCharsets.UTF_8);
  }
}
