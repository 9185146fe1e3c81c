package pointwise.view.slider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrintedTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream kernel = new PrintStream(screen, true, StandardCharsets.UTF_8);

  @BeforeEach
  void printToTheScreen() {
    System.setOut(kernel);
  }

  @AfterEach
  void printAsBefore() {
    System.setOut(out);
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatOneThreadPrintsIsKeptAndWhatOthersPrintIsPrinted() {
    String printed =
        Printed.during(
            () -> {
              System.out.print("3×3, ");
              System.out.write('5');
              CompletableFuture.runAsync(() -> System.out.print("×ünrelated")).join();
            });
    System.out.print(" after");
    assertThat(printed).isEqualTo("3×3, 5");
    assertThat(screen()).isEqualTo("×ünrelated after");
    assertThat(System.out).isSameAs(kernel);
  }

  @Test
  void whatWasPrintedBeforeAFailureIsPrinted() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Printed.during(
                    () -> {
                      System.out.print("so far");
                      throw new IllegalArgumentException();
                    }));
    assertThat(screen()).isEqualTo("so far");
    assertThat(System.out).isSameAs(kernel);
  }

  @Test
  void anEndlessPrinterIsCut() {
    String printed = Printed.during(() -> System.out.print("x".repeat(30_000)));
    assertThat(printed).hasSize(20_001).endsWith("x…");
  }

  /**
   * A kernel exchanges the streams when a cell begins, and puts back when it ends what it found.
   */
  @Test
  void streamsThatWereExchangedInTheMeantimeAreLeftAlone() {
    PrintStream[] found = new PrintStream[1];
    PrintStream cell = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Printed.during(
        () -> {
          found[0] = System.out;
          System.setOut(cell);
        });
    assertThat(System.out).isSameAs(cell);
    System.setOut(found[0]);
    assertThat(Printed.during(() -> System.out.print("mine"))).isEqualTo("mine");
    System.out.print("on the screen");
    assertThat(screen()).isEqualTo("on the screen");
  }
}
