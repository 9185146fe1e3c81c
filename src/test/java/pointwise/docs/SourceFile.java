package pointwise.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the library, as far as the pages about the code need it.
 *
 * @param path where it lies
 * @param text what it says
 */
record SourceFile(Path path, String text) {
  private static final Path LIBRARY = Path.of("src", "main", "java");
  private static final Pattern JAVADOC =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*$", Pattern.DOTALL);

  /** Up to a full stop before a capital letter, unless it belongs to an initial or "et al.". */
  private static final Pattern SENTENCE =
      Pattern.compile("(.*?(?<!\\b[A-Z]|\\bal)[.])(?=$| [A-Z{<])", Pattern.DOTALL);

  private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|linkplain) ([^}]*)}");

  /** All of them, by path. */
  static List<SourceFile> all() throws IOException {
    try (Stream<Path> files = Files.walk(LIBRARY)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(SourceFile::read)
          .toList();
    }
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path, Files.readString(path));
    } catch (IOException problem) {
      throw new IllegalStateException("Cannot read " + path, problem);
    }
  }

  String packageName() {
    return LIBRARY.relativize(path.getParent()).toString().replace('\\', '/').replace('/', '.');
  }

  String type() {
    return path.getFileName().toString().replace(".java", "");
  }

  boolean isPackageInfo() {
    return type().equals("package-info");
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** The first sentence of the type's or the package's javadoc, without markup. */
  String sentence() {
    Matcher start = declaration();
    String before = start.find() ? text.substring(0, start.start()) : "";
    Matcher javadoc = JAVADOC.matcher(before);
    if (!javadoc.find()) {
      return "";
    }
    String plain =
        javadoc
            .group(1)
            .replaceAll("\\s*\\n\\s*\\*? ?", " ")
            .split("<p>|<pre>|<ul>|@param|@throws")[0]
            .strip();
    Matcher sentence = SENTENCE.matcher(plain);
    String first = sentence.find() ? sentence.group(1) : plain;
    return TAG.matcher(first.replaceAll("</?i>", "*"))
        .replaceAll(match -> "`" + Matcher.quoteReplacement(shown(match.group(1))) + "`");
  }

  /** What a link shows: its label, or its target as it stands in code. */
  private static String shown(String link) {
    return link.contains(" ") && link.startsWith("#")
        ? link.substring(link.indexOf(' ') + 1)
        : link.replace('#', '.');
  }

  boolean isPublic() {
    return declaration()
        .results()
        .findFirst()
        .filter(m -> m.group().startsWith("public"))
        .isPresent();
  }

  private Matcher declaration() {
    String declared =
        isPackageInfo()
            ? "^package "
            : "^(?:public |abstract |final |sealed |non-sealed )*(?:class|record|interface|enum) "
                + type()
                + "\\b";
    return Pattern.compile(declared, Pattern.MULTILINE).matcher(text);
  }
}
