package pointwise.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pointwise.Pointwise.conv;
import static pointwise.Pointwise.explain;
import static pointwise.Pointwise.relu;
import static pointwise.Pointwise.sequence;
import static pointwise.Pointwise.time;
import static pointwise.Pointwise.timeAsCounted;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pointwise.engine.fast.Engines;
import pointwise.model.Model;
import pointwise.op.Op;
import pointwise.tensor.Shape;

class TimingTest {
  @Test
  void theMedianIsTheMiddleSampleAndTheQuartilesHoldHalfOfThem() {
    Timing timing = new Timing("t", 6_000_000, new double[] {5, 1, 3, 2, 4});
    assertThat(timing.medianMillis()).isEqualTo(3);
    assertThat(timing.lowerQuartileMillis()).isEqualTo(2);
    assertThat(timing.upperQuartileMillis()).isEqualTo(4);
    assertThat(timing.gmacs()).isEqualTo(2);
  }

  @Test
  void anEvenNumberOfSamplesIsInterpolated() {
    assertThat(new Timing("t", 1, new double[] {1, 2}).medianMillis()).isEqualTo(1.5);
  }

  @Test
  void theRatioIsTheLastToTheFirst() {
    TimingReport report =
        new TimingReport(
            Shape.of(1),
            2,
            List.of(new Timing("a", 1, new double[] {4}), new Timing("b", 1, new double[] {1})));
    assertThat(report.ratio()).isEqualTo(0.25);
  }

  @Test
  void theReportSaysWhichDesignIsFasterAndWhatTheCountHadSaid() {
    TimingReport report =
        new TimingReport(
            Shape.of(1),
            2,
            List.of(
                new Timing("direct", 100, new double[] {7.9, 8, 8.1}),
                new Timing("pair", 20, new double[] {1.9, 2, 2.1}),
                new Timing("third", 200, new double[] {2.05, 2.06, 9})));
    assertThat(report.inWords())
        .isEqualTo(
            """
            pair is faster than direct: it takes 0.25 times as long; the count says 0.20.
            third is faster than direct: it takes 0.26 times as long; the count says 2.00.""");
    assertThat(report.inWords("direct", "pair"))
        .isEqualTo("direct is slower than pair: it takes 4.00 times as long; the count says 5.00.");
  }

  @Test
  void smallRatiosKeepTheirDigits() {
    TimingReport report =
        new TimingReport(
            Shape.of(1),
            2,
            List.of(
                new Timing("dense", 10_000, new double[] {200}),
                new Timing("average", 204, new double[] {1.08})));
    assertThat(report.inWords())
        .isEqualTo(
            "average is faster than dense: it takes 0.0054 times as long; the count says 0.0204.");
  }

  @Test
  void designsWhoseQuartilesOverlapAreNotToldApart() {
    Timing a = new Timing("a", 100, new double[] {1, 2, 3, 4, 5});
    Timing b = new Timing("b", 50, new double[] {3, 4, 5, 6, 7});
    assertThat(a.overlaps(b)).isTrue();
    assertThat(b.overlaps(a)).isTrue();
    assertThat(a.overlaps(new Timing("c", 50, new double[] {4.1, 4.2}))).isFalse();
    assertThat(new TimingReport(Shape.of(1), 2, List.of(a, b)).inWords())
        .isEqualTo(
            "b and a cannot be told apart here (4.000 to 6.000 ms and 2.000 to 4.000 ms);"
                + " the count says 0.50.");
  }

  @Test
  void aNameThatNoDesignHasIsRefusedWithThoseThereAre() {
    TimingReport report =
        new TimingReport(Shape.of(1), 2, List.of(new Timing("a", 1, new double[] {1})));
    assertThatThrownBy(() -> report.inWords("b", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No design is called b; there are [a]");
  }

  @Test
  void timesEveryDesign() {
    Shape input = Shape.of(8, 8, 16);
    TimingReport report =
        time(
            input,
            conv(8, 3).same().named("direct"),
            sequence(conv(2, 1), relu(), conv(8, 3).same()));
    assertThat(report.rows())
        .extracting(Timing::name)
        .containsExactly("direct", "sequence(conv(2, 1), relu(), conv(8, 3).same())");
    assertThat(report.rows().get(0).multiplications()).isEqualTo(8 * 8 * 9 * 16 * 8);
    assertThat(report.rows()).allSatisfy(row -> assertThat(row.medianMillis()).isPositive());
    assertThat(report.rows())
        .allSatisfy(row -> assertThat(report.shareOfPeak(row)).isPositive().isFinite());
    assertThat(report.toString()).contains("73,728", "GMAC/s", "ratio");
  }

  @Test
  void explainsWhichPathAStepTakes() {
    assertThat(explain(sequence(conv(8, 3).named("a"), relu()), Shape.of(8, 8, 16)))
        .matches("a: direct: 1 tasks of .* GMAC/s");
    assertThat(explain(conv(64, 3).same(), Shape.of(28, 28, 64))).contains("Winograd F(4×4, 3×3)");
    assertThat(explain(conv(55, 5).same(), Shape.of(30, 40, 200)))
        .contains("64 multiplications for 400");
  }

  @Test
  void timesWithEveryMultiplicationThatIsCounted() {
    Shape input = Shape.of(14, 14, 32);
    Op square = conv(32, 5).same();
    assertThat(Model.of(square, input, 1).explain(Engines.direct())).contains("direct");
    TimingReport report = timeAsCounted(square, input);
    assertThat(report.shareOfPeak(report.rows().get(0))).isPositive().isFinite();
  }

  @Test
  void anInterruptStopsIt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> time(conv(8, 3), Shape.of(8, 8, 16)))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("nterrupted");
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aThreadThatComputesMeanwhileIsNoticed() throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    AtomicBoolean stopped = new AtomicBoolean();
    Thread loop =
        new Thread(
            () -> {
              while (!stopped.get()) {
                Thread.onSpinWait();
              }
            },
            "endless loop");
    OtherThreads alone = new OtherThreads();
    long start = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() < start + 50_000_000) {
      Thread.onSpinWait();
    }
    assertThat(alone.busy()).doesNotContainKey("endless loop");
    OtherThreads others = new OtherThreads();
    loop.start();
    // As long as this thread has computed; the machine may be busy with others.
    while (threads.getThreadCpuTime(loop.getId()) < 50_000_000) {
      Thread.sleep(1);
    }
    // Another test's thread may still compute in this process, and be busier.
    assertThat(others.busy()).containsKey("endless loop");
    assertThat(others.busiest())
        .containsPattern("^the thread .+ of this process computed meanwhile, ")
        .endsWith(" % as much as this one, so the times are too long: restart the kernel");
    stopped.set(true);
    loop.join();
  }
}
