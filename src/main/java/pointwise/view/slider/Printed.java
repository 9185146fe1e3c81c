package pointwise.view.slider;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What one thread prints while it works; what other threads print goes where it went before. */
final class Printed {
  private static final int MOST_BYTES = 20_000;

  private final Thread printer = Thread.currentThread();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private boolean cut;

  private Printed() {}

  /** What the work prints, at most a few pages; if it fails, that is printed after all. */
  static String during(Runnable work) {
    Printed printed = new Printed();
    Fork out = printed.fork(System.out);
    Fork err = printed.fork(System.err);
    System.setOut(out);
    System.setErr(err);
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      // A kernel may have set streams of its own in the meantime.
      if (System.out == out) {
        System.setOut(out.before);
      }
      if (System.err == err) {
        System.setErr(err.before);
      }
      if (!done) {
        out.before.print(printed);
      }
    }
    return printed.toString();
  }

  private Fork fork(PrintStream stream) {
    // A kernel may also have put back the stream of an earlier work.
    return new Fork(this, stream instanceof Fork fork ? fork.before : stream);
  }

  private void add(byte[] bytes, int from, int length) {
    int room = Math.min(length, MOST_BYTES - text.size());
    text.write(bytes, from, room);
    cut |= room < length;
  }

  @Override
  public String toString() {
    return text.toString(StandardCharsets.UTF_8) + (cut ? "…" : "");
  }

  private static final class Fork extends PrintStream {
    private final PrintStream before;

    Fork(Printed printed, PrintStream before) {
      super(new Split(printed, before), true, StandardCharsets.UTF_8);
      this.before = before;
    }
  }

  private static final class Split extends OutputStream {
    private final Printed printed;
    private final PrintStream before;

    Split(Printed printed, PrintStream before) {
      this.printed = printed;
      this.before = before;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (Thread.currentThread() == printed.printer) {
        printed.add(bytes, from, length);
      } else {
        before.write(bytes, from, length);
      }
    }

    @Override
    public void flush() {
      if (Thread.currentThread() != printed.printer) {
        before.flush();
      }
    }
  }
}
