package pointwise.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A drawing read back from its bytes, with the checks that an eye would make. */
public final class SvgFile {
  /** A text and the room it takes in DejaVu Sans, the widest of the fonts a reader may have. */
  public record Text(String content, Rectangle2D room) {}

  private static final FontRenderContext SCREEN = new FontRenderContext(null, true, true);

  private final Document document;

  private SvgFile(Document document) {
    this.document = document;
  }

  public static SvgFile of(Picture picture) {
    assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
    return parse(picture.bytes());
  }

  public static SvgFile parse(byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      return new SvgFile(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
    } catch (Exception problem) {
      throw new AssertionError("Not well-formed: " + problem.getMessage(), problem);
    }
  }

  public Element root() {
    return document.getDocumentElement();
  }

  public String only(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    assertThat(found.getLength()).as("elements <%s>", tag).isEqualTo(1);
    return found.item(0).getTextContent();
  }

  Rectangle2D viewBox() {
    String[] box = root().getAttribute("viewBox").split(" ", 4);
    return new Rectangle2D.Double(0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
  }

  public List<Text> texts() {
    return elements("text")
        .map(
            text -> {
              boolean bold = text.getAttribute("font-weight").equals("bold");
              Font font =
                  new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                      .deriveFont((float) number(text, "font-size"));
              double width = font.getStringBounds(text.getTextContent(), SCREEN).getWidth();
              double height = number(text, "font-size");
              double left = text.getAttribute("text-anchor").equals("start") ? 0 : width / 2;
              return new Text(
                  text.getTextContent(),
                  new Rectangle2D.Double(
                      number(text, "x") - left, number(text, "y") - 0.8 * height, width, height));
            })
        .toList();
  }

  public List<String> words() {
    return texts().stream().map(Text::content).toList();
  }

  /** The boxes in front: without the card, and without the second card behind a group. */
  public List<Rectangle2D> boxes() {
    List<Rectangle2D> boxes = new ArrayList<>();
    elements("rect")
        .skip(1)
        .forEach(
            rect -> {
              Rectangle2D box =
                  new Rectangle2D.Double(
                      number(rect, "x"),
                      number(rect, "y"),
                      number(rect, "width"),
                      number(rect, "height"));
              boxes.removeIf(
                  behind ->
                      behind.getWidth() == box.getWidth()
                          && Math.abs(behind.getX() - box.getX()) < 5
                          && Math.abs(behind.getY() - box.getY()) < 5);
              boxes.add(box);
            });
    return boxes;
  }

  public List<Line2D> lines() {
    List<Line2D> lines = new ArrayList<>();
    elements("polyline")
        .forEach(
            polyline -> {
              double[] c = coordinates(polyline);
              for (int i = 0; i + 3 < c.length; i += 2) {
                lines.add(new Line2D.Double(c[i], c[i + 1], c[i + 2], c[i + 3]));
              }
            });
    return lines;
  }

  public List<double[]> polygons() {
    return elements("polygon").map(SvgFile::coordinates).toList();
  }

  /** Everything lies on the card, no box on another, no line on a box, no text on anything. */
  public void assertReadable() {
    texts().forEach(text -> assertOnCard(text.content, text.room));
    boxes().forEach(box -> assertOnCard("a box", box));
    lines().forEach(line -> assertOnCard("a line", line.getBounds2D()));
    polygons().forEach(corners -> assertOnCard("a polygon", bounds(corners)));
    assertApart("texts", texts().stream().map(Text::room).toList());
    assertApart("boxes", boxes());
    for (Rectangle2D box : boxes()) {
      for (Text text : texts()) {
        assertThat(box.contains(text.room) || !box.intersects(text.room))
            .as("'%s' is inside of a box or outside", text.content)
            .isTrue();
      }
      Rectangle2D inside =
          new Rectangle2D.Double(
              box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
      for (Line2D line : lines()) {
        assertThat(line.intersects(inside)).as("a line crosses %s", box).isFalse();
      }
    }
  }

  private void assertOnCard(String what, Rectangle2D room) {
    Rectangle2D both = room.createUnion(viewBox());
    assertThat(both).as("'%s' at %s is on the card", what, room).isEqualTo(viewBox());
  }

  private static void assertApart(String what, List<Rectangle2D> rooms) {
    for (int i = 0; i < rooms.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(rooms.get(i).intersects(rooms.get(j)))
            .as("two %s overlap: %s, %s", what, rooms.get(i), rooms.get(j))
            .isFalse();
      }
    }
  }

  private static Rectangle2D bounds(double[] corners) {
    Rectangle2D bounds = new Rectangle2D.Double(corners[0], corners[1], 0, 0);
    for (int i = 2; i < corners.length; i += 2) {
      bounds.add(corners[i], corners[i + 1]);
    }
    return bounds;
  }

  private Stream<Element> elements(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static double[] coordinates(Element element) {
    return Stream.of(element.getAttribute("points").split("[ ,]"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static double number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }
}
