package pointwise.view.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pointwise.Pointwise.audit;
import static pointwise.Pointwise.compare;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.conventions;
import static pointwise.Pointwise.count;
import static pointwise.Pointwise.maxPool;
import static pointwise.Pointwise.memory;
import static pointwise.Pointwise.model;
import static pointwise.Pointwise.receptiveFields;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.cost.Convention;
import pointwise.cost.CostReport;
import pointwise.cost.PublishedTable;
import pointwise.net.GoogLeNet;
import pointwise.net.LeNet;
import pointwise.net.MobileNet;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Display;
import pointwise.view.Picture;
import pointwise.view.Svg;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DisplayTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op REDUCED =
      sequence(conv(20, 1), relu(), conv(55, 5).same().named("5<5 & \"x\""), maxPool(2));

  private static Element html(Object value) {
    return Jsoup.parseBodyFragment(Views.html(value)).body();
  }

  private static Elements row(Element html, int row) {
    return html.select("tbody tr").get(row).select("td");
  }

  @Test
  void aReportIsATableWithItsTotalInBold() {
    Element html = html(count(REDUCED, VOLUME));
    assertThat(html.select("caption").text()).isEqualTo("30×40×200 → 15×20×55");
    assertThat(html.select("tbody tr").last().select("b").eachText())
        .contains("total", "31,500", "37,800,000");
    assertThat(html.select("tbody tr").first().select("b")).isEmpty();
  }

  @Test
  void whatALayerDoesNotHaveIsADash() {
    Element html = html(count(REDUCED, VOLUME));
    assertThat(row(html, 1).eachText()).containsSequence("–", "–", "–", "–", "24,000");
    assertThat(html.text()).doesNotContain(" 0 ");
  }

  @Test
  void numbersStandRightAndTextLeftWithoutAStyleSheet() {
    Element html = html(count(REDUCED, VOLUME));
    assertThat(row(html, 0).get(0).attr("style")).contains("text-align:left");
    assertThat(row(html, 0).get(3).attr("style")).contains("text-align:right");
    assertThat(row(html, 0).get(3).attr("align"))
        .as("where styles are stripped")
        .isEqualTo("right");
    assertThat(html.select("style, script")).isEmpty();
  }

  @Test
  void aLongReportOpensModuleByModule() {
    Element html = html(count(GoogLeNet.caffe()));
    Element module =
        html.select("details").stream()
            .filter(details -> details.select("summary b").text().equals("inception_3a"))
            .findFirst()
            .orElseThrow();
    assertThat(module.select("summary").text())
        .isEqualTo("inception_3a 28×28×256 163,696 2.3 % 128,049,152 8.1 %");
    assertThat(module.select("tbody tr")).hasSize(14);
    assertThat(row(module, 0).eachText())
        .containsExactly("inception_3a/1x1", "1×1 conv, 64", "28×28×64", "12,352", "9,633,792");
    assertThat(html.select("style, script")).isEmpty();
    assertThat(html(count(LeNet.lenet1998())).select("details")).isEmpty();
  }

  /** conv2/3x3 has the most multiplications, 21.9 %; the bars of both columns have its scale. */
  @Test
  void barsShowTheSharesToScale() {
    Element html = html(count(GoogLeNet.caffe()));
    double most = bar(html, "conv2/3x3", 1);
    assertThat(most).isEqualTo(7);
    assertThat(bar(html, "inception_5b", 0) / most).isBetween(0.93, 0.95);
    assertThat(bar(html, "inception_5b", 1) / most).isBetween(0.20, 0.21);
  }

  private static double bar(Element html, String part, int column) {
    return html.select("summary").stream()
        .filter(summary -> summary.select("b").text().equals(part))
        .map(summary -> summary.select("span[style*=background]").get(column).attr("style"))
        .mapToDouble(style -> Double.parseDouble(style.replaceAll(".*;width:([0-9.]*)em.*", "$1")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesInASummaryAreEscaped() {
    Op[] layers =
        IntStream.range(0, 31).mapToObj(i -> conv(1, 1).named("<" + i)).toArray(Op[]::new);
    assertThat(Views.html(count(sequence(layers), VOLUME)))
        .contains("&lt;30")
        .doesNotContain("<30");
  }

  @Test
  void namesAreEscaped() {
    String html = Views.html(count(REDUCED, VOLUME));
    assertThat(html).contains("5&lt;5 &amp; &quot;x&quot;").doesNotContain("5<5");
  }

  @Test
  void aComparisonHasARowADesign() {
    Element html = html(compare(VOLUME, conv(55, 5).same().named("direct"), REDUCED));
    assertThat(html.select("tbody tr")).hasSize(2);
    assertThat(row(html, 0).eachText()).contains("direct", "330,000,000", "1.0000");
  }

  @Test
  void zerosOfAnyOtherTableStayAndALongOneIsCut() {
    Table table =
        Table.create("many").addColumns(IntColumn.create("n", IntStream.range(0, 5000).toArray()));
    Element html = html(table);
    assertThat(row(html, 0).text()).isEqualTo("0");
    assertThat(html.select("tbody tr")).hasSize(100);
    assertThat(html.select("caption").text()).isEqualTo("many (the first 100 of 5,000 rows)");
  }

  @Test
  void conventionsStandSideBySideWithTheirDifferencesInWords() {
    Element html = html(conventions(MobileNet.v1()));
    assertThat(html.select("tbody tr")).hasSize(Convention.values().length);
    Elements thop = row(html, Convention.THOP.ordinal());
    assertThat(thop.eachText()).contains("thop", "588,962,304");
    assertThat(thop.last().text()).contains("adds 20,170,752 for batch normalisation");
    assertThat(thop.last().attr("style")).as("words wrap").doesNotContain("nowrap");
    assertThat(html(count(MobileNet.v1()).under(Convention.THOP)).select("p").text())
        .contains("588,962,304", "and adds");
  }

  @Test
  void aLongReportIsFoldedBehindItsSentence() {
    Element fields = html(receptiveFields(Vgg.d()));
    assertThat(fields.select("details > summary").text())
        .isEqualTo("40 layers; one unit of fc6 sees the most, 404×404 pixels");
    assertThat(fields.select("tbody tr")).hasSize(40);
    Element memory = html(memory(Vgg.d()));
    assertThat(memory.select("details > summary").text()).startsWith("25,690,112 bytes");
    assertThat(memory.select("tbody tr")).hasSize(40);
    assertThat(memory.select("script, style")).isEmpty();
  }

  @Test
  void aShortReportIsOpen() {
    Element memory = html(memory(REDUCED, VOLUME));
    assertThat(memory.select("details")).isEmpty();
    assertThat(memory.select("p").text()).contains("bytes of activations to run");
    assertThat(row(memory, 1).get(3).text()).as("a relu has no weights").isEqualTo("–");
    assertThat(html(receptiveFields(REDUCED, VOLUME)).select("tbody tr")).hasSize(4);
  }

  @Test
  void whatAnAuditFindsIsBold() {
    Element html = html(audit(PublishedTable.googlenetTable1(), GoogLeNet.caffe()));
    Elements deviating = html.select("tbody tr:contains(explained)");
    assertThat(deviating).isNotEmpty().allMatch(row -> row.child(0).select("b").hasText());
    assertThat(html.select("tbody tr:contains(agrees)"))
        .isNotEmpty()
        .allMatch(row -> row.select("b").isEmpty());
    assertThat(html.select("p").text()).isEqualTo("K is 1024.");
  }

  @Test
  void whereTwoNetworksPartIsATable() {
    Element html = html(compare(GoogLeNet.caffe(), GoogLeNet.torchvision()));
    assertThat(html.select("caption").text()).contains("GoogLeNet (torchvision)");
  }

  @Test
  void tablesMayBeEmpty() {
    assertThat(html(Table.create("none", StringColumn.create("x"))).select("th").text())
        .isEqualTo("x");
  }

  @Test
  void aModelIsTheTableOfItsWeights() {
    assertThat(row(html(model(REDUCED, VOLUME, 1)), 0).eachText())
        .containsExactly("conv1/weights", "1×1×200×20", "4,000");
  }

  @Test
  void aSmallTensorIsAGridAChannel() {
    Element html = html(Tensor.of(Shape.of(2, 1, 2), 1, 2, -3, 0.25f));
    assertThat(html.select("table")).hasSize(2);
    assertThat(html.select("table").get(0).select("td").eachText()).containsExactly("1", "-3");
    assertThat(html.select("table").get(1).select("td").eachText()).containsExactly("2", "0.2500");
    assertThat(html(Tensor.zeros(Shape.of(2, 2, 8))).select("table")).hasSize(8);
    assertThat(html(Tensor.zeros(Shape.of(2, 2, 9))).select("pre")).hasSize(1);
    assertThat(html(Tensor.zeros(Shape.of(40, 40))).select("pre")).hasSize(1);
  }

  @Test
  void aNetworkIsItsDrawing() {
    assertThat(html(LeNet.lenet1998()).select("img").attr("alt")).contains("32×32×1");
  }

  @Test
  void everyRegisteredTypeIsShownAsMoreThanText() {
    assertThat(Views.types()).contains(Display.class, CostReport.class, Tensor.class, Table.class);
    assertThat(Views.html("a < b")).isEqualTo("<pre>a &lt; b</pre>");
    assertThat(Views.html(null)).isEqualTo("<pre>null</pre>");
  }

  @Test
  void aPictureCarriesItsDataAndItsWords(@TempDir Path folder) throws Exception {
    Picture picture = new Svg().picture(10, 10, "t", "1 < 2");
    Element image = html(picture).select("img").first();
    assertThat(image.attr("alt")).isEqualTo("1 < 2").isEqualTo(picture.toString());
    String data = image.attr("src").replace("data:image/svg+xml;base64,", "");
    assertThat(Base64.getDecoder().decode(data)).isEqualTo(picture.bytes());
    assertThat(Files.readAllBytes(picture.save(folder.resolve("p.svg"))))
        .isEqualTo(picture.bytes());
  }

  @Test
  void aDrawingIsPngWithTwicePixelsForANotebook(@TempDir Path folder) throws Exception {
    Picture picture = new Svg().box(2, 2, 6, 6, 0, "#0072b2", "none").picture(10, 12, "t", "a box");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertThat(image.getWidth()).isEqualTo(20);
    assertThat(image.getHeight()).isEqualTo(24);
    assertThat(image.getRGB(10, 10)).isEqualTo(0xFF0072B2);
    assertThat(image.getRGB(0, 0) >>> 24).as("outside of the round corner").isLessThan(128);
    assertThat(Files.readAllBytes(picture.save(folder.resolve("p.png")))).isEqualTo(picture.png());
    assertThat(new String(picture.png(), StandardCharsets.ISO_8859_1)).contains(Picture.SOURCE);
    assertThat(picture.toSvg()).startsWith("<svg ").contains("a box");
    assertThatThrownBy(() -> picture.save(folder.resolve("p.gif")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("saved as .png or .svg")
        .hasMessageContaining("p.gif");
  }

  @Test
  void aPictureAndANetworkAreShownAsPictures() {
    assertThat(Views.mediaType(Picture.class)).isEqualTo("image/png");
    assertThat(Views.mediaType(Network.class)).isEqualTo("image/png");
    assertThat(Views.mediaType(CostReport.class)).isEqualTo("text/html");
    assertThat(Views.picture(LeNet.lenet1998()).orElseThrow().alt()).contains("32×32×1");
    assertThat(Views.picture(count(REDUCED, VOLUME))).isEmpty();
  }
}
