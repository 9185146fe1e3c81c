package pointwise;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package may use only the packages that stand above it in this list. */
class PackageOrderTest {
  private static final List<String> ORDER =
      List.of(
          "pointwise.tensor",
          "pointwise.window",
          "pointwise.engine",
          "pointwise.engine.fast.kernel",
          "pointwise.engine.fast.routine",
          "pointwise.engine.fast",
          "pointwise.op",
          "pointwise.model",
          "pointwise.cost",
          "pointwise.timing",
          "pointwise.net",
          "pointwise.data",
          "pointwise.learn",
          "pointwise.view",
          "pointwise.view.table",
          "pointwise.view.chart",
          "pointwise.view.image",
          "pointwise.view.diagram",
          "pointwise.view.motion",
          "pointwise.view.slider",
          "pointwise.view.notebook",
          "pointwise.exercise.answer",
          "pointwise.exercise",
          "pointwise.exercise.shapes",
          "pointwise.exercise.parameters",
          "pointwise.exercise.operations",
          "pointwise.exercise.memory",
          "pointwise.exercise.concepts",
          "pointwise.practice",
          "pointwise");

  private static final JavaClasses LIBRARY =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  static IntStream everyPackageButTheLast() {
    return IntStream.range(0, ORDER.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("everyPackageButTheLast")
  void usesOnlyPackagesAboveIt(int index) {
    EvaluationResult result = evaluate(ORDER, index, LIBRARY);
    assertThat(result.hasViolation()).as(result.getFailureReport().toString()).isFalse();
  }

  /** A package that the list does not know would escape the rule. */
  @Test
  void everyPackageIsListed() {
    assertThat(LIBRARY.stream().map(c -> c.getPackageName()).distinct()).isSubsetOf(ORDER);
  }

  /** The rule must be able to fail: this test uses AssertJ, which stands below it here. */
  @Test
  void tellsWhoUsesWhatFromBelow() {
    JavaClasses itself = new ClassFileImporter().importClasses(PackageOrderTest.class);
    EvaluationResult result = evaluate(List.of("pointwise", "org.assertj.core.api"), 0, itself);
    assertThat(result.getFailureReport().toString())
        .contains("PackageOrderTest.tellsWhoUsesWhatFromBelow()", "org.assertj.core.api");
  }

  private static EvaluationResult evaluate(List<String> order, int index, JavaClasses classes) {
    String[] below = order.subList(index + 1, order.size()).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(order.get(index))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below)
        .allowEmptyShould(true)
        .evaluate(classes);
  }
}
