package pointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static pointwise.Pointwise.*;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pointwise.cost.PublishedTable;
import pointwise.engine.fast.Engines;
import pointwise.exercise.Exercise;
import pointwise.model.Model;
import pointwise.net.AlexNet;
import pointwise.net.GoogLeNet;
import pointwise.net.LeNet;
import pointwise.net.MobileNet;
import pointwise.net.Vgg;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.practice.Exercises;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.timing.Timing;
import pointwise.timing.TimingReport;
import pointwise.view.Picture;
import pointwise.view.chart.Charts;
import pointwise.view.notebook.Views;

/** All that the library says is English with English numbers, whatever the machine speaks. */
class LanguageTest {
  private static final Shape VOLUME = Shape.of(30, 40, 200);
  private static final Op DIRECT = conv(55, 5).same();
  private static final Op REDUCED = sequence(conv(20, 1), relu(), conv(55, 5).same());

  private static final Locale BEFORE = Locale.getDefault();

  private static final Map<String, String> ENGLISH = new LinkedHashMap<>();

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
    ENGLISH.putAll(sayings());
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab", "zh-CN", "hi-IN-u-nu-deva"})
  void sayingsAreTheSame(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    Map<String, String> said = sayings();
    ENGLISH.forEach((what, saying) -> assertThat(said.get(what)).as(what).isEqualTo(saying));
  }

  /** The compiler refuses numbers in a format without a language, but not in a method reference. */
  @Test
  void noFormatHidesInAMethodReference() {
    JavaClasses library = new ClassFileImporter().importPath(Path.of("target", "classes"));
    assertThat(library.stream().flatMap(type -> type.getMethodReferencesFromSelf().stream()))
        .isNotEmpty()
        .noneMatch(reference -> reference.getName().matches("format(ted)?"));
  }

  private static Map<String, String> sayings() {
    Map<String, String> sayings = new LinkedHashMap<>();
    for (Network network : List.of(LeNet.lenet1998(), AlexNet.alexnet2012())) {
      reports(network)
          .forEach((what, report) -> add(sayings, network.title() + ": " + what, report));
    }
    others().forEach((what, value) -> add(sayings, what, value));
    for (String id : Exercises.ids()) {
      Exercise exercise = exercise(id, 7);
      add(sayings, id, exercise);
      add(
          sayings,
          id + ", answered",
          Stream.of(1L, 1000L, 123_456_789_012L).map(exercise::check).toList());
      add(sayings, id + ", solved", exercise.hint() + exercise.key());
    }
    refusals().forEach((what, refused) -> sayings.put(what, message(refused)));
    return sayings;
  }

  private static void add(Map<String, String> sayings, String what, Object value) {
    sayings.put(what + ", text", value.toString());
    sayings.put(what + ", HTML", Views.html(value));
    if (value instanceof Picture picture) {
      sayings.put(what + ", file", picture.base64());
    }
  }

  private static Map<String, Object> reports(Network network) {
    return Map.of(
        "count", count(network),
        "CSV", count(network).toCsv(),
        "summary", count(network).summary(),
        "conventions", conventions(network),
        "receptive fields", receptiveFields(network),
        "memory", memory(network),
        "boxes", draw(network),
        "field", drawReceptiveField(network),
        "shares", chartShares(network),
        "bars", chart(count(network)));
  }

  private static Map<String, Object> others() {
    Model model = model(REDUCED, VOLUME, 1);
    TimingReport times =
        new TimingReport(
            VOLUME,
            1234.5,
            List.of(
                new Timing("direct", 330_000_000, new double[] {1234.5, 1235.5}),
                new Timing("reduced", 37_800_000, new double[] {0.125, 0.25})));
    Map<String, Object> others = new LinkedHashMap<>();
    others.put("timing in words", times.inWords());
    others.put("comparison", compare(VOLUME, DIRECT, REDUCED));
    others.put("comparison, drawn", chart(compare(VOLUME, DIRECT, REDUCED)));
    others.put("variants", compare(Vgg.a(), Vgg.b()));
    others.put("volumes", draw(REDUCED, VOLUME));
    others.put("break-even", breakEven(VOLUME, DIRECT, width -> conv(width, 1), 300));
    others.put("bars", Charts.bars("a", "b", List.of("c"), Map.of("d", List.of(1234.5))));
    others.put("audit", audit(PublishedTable.googlenetTable1(), GoogLeNet.caffe()));
    others.put("slips", audit(PublishedTable.mobilenetTable2(), MobileNet.v1()));
    others.put("model", model);
    for (Op op : List.of(REDUCED, conv(64, 3), depthwiseConv(3), transposedConv(8, 3).stride(2))) {
      others.put(op + ", explained", model(op, VOLUME, 1).explain(Engines.loops(2)));
    }
    others.put("times", times);
    others.put("times, one by one", times.rows());
    others.put("times, drawn", chart(times));
    others.put("tensor", Tensor.random(Shape.of(10, 10, 3), 1, 12345.678));
    others.put("literal", Tensor.parse("[[1234567, 0.001], [-1e9, 1e-9]]").toLiteral());
    others.put("operations", lrn(5, 1, 1e-4, 0.75) + " " + conv(1234, 1).pad(1000, 2, 3, 4));
    return others;
  }

  /** One mistake for each number that a sentence can hold. */
  private static Map<String, ThrowingCallable> refusals() {
    Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
    Stream.<ThrowingCallable>of(
            () -> conv(-1234, 3),
            () -> conv(8, 12345678),
            () -> conv(8, 3).pad(12345678),
            () -> conv(1000, 3).groups(3333),
            () -> depthwiseConv(3).multiplier(-1234),
            () -> count(conv(8, 1234), Shape.of(1000, 1000, 3)),
            () -> count(conv(8, 3).groups(8), Shape.of(1000, 1000, 1001)),
            () -> count(concat(conv(8, 1), conv(8, 3)), Shape.of(1234, 1234, 3)),
            () -> count(transposedConv(8, 3).stride(1 << 14), Shape.of(1 << 18, 5, 8)),
            () -> count(conv(1 << 20, 64), Shape.of(1 << 20, 1 << 20, 1 << 20)),
            () -> count(dense(10), Shape.of(1234, 5, 5)),
            () -> Shape.of(1234, -1234),
            () -> Shape.of(12, 34).position(1234, 0),
            () -> Shape.of(12, 34).index(123456),
            () -> Tensor.of(Shape.of(1234), 1, 2),
            () -> Tensor.zeros(Shape.of(1 << 15, 1 << 16)),
            () -> Tensor.zeros(Shape.of(1234)).reshape(1000),
            () -> Tensor.parse("[1234, 5678"),
            () -> model(REDUCED, VOLUME, 1).withWeights(Tensor.zeros(Shape.of(1))),
            () -> Vgg.d().on(Shape.of(1234, 1234, 1000)),
            () -> Vgg.d().on(Shape.of(1, 1, 3)),
            () -> exercise("1234"))
        .forEach(refused -> refusals.put("refusal " + refusals.size(), refused));
    return refusals;
  }

  private static String message(ThrowingCallable refused) {
    try {
      refused.call();
    } catch (IllegalArgumentException | IndexOutOfBoundsException problem) {
      return problem.getMessage();
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
    throw new AssertionError("Not refused");
  }
}
