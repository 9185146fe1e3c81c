package pointwise.exercise.answer;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Permission;

/**
 * Keeps what a function does while it is tried away from the notebook: it prints to nowhere, and
 * only so much; where the JVM still lets it be held (up to 17), it cannot end the JVM.
 */
final class Quarantine implements AutoCloseable {
  private static final int PRINTED_BYTES = 1 << 20;

  private final Thread thread;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final boolean exitHeld;

  /** A function did what none may do; the message says what. */
  static final class Forbidden extends SecurityException {
    private static final long serialVersionUID = 1;

    Forbidden(String message) {
      super(message);
    }
  }

  private Quarantine(Thread thread) {
    this.thread = thread;
    System.setOut(new PrintStream(new Sink(thread, out), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(new Sink(thread, err), true, StandardCharsets.UTF_8));
    exitHeld = holdExit(thread);
  }

  static Quarantine of(Thread thread) {
    return new Quarantine(thread);
  }

  /** Stops the thread, as far as the JVM can: up to 19 it can always. */
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(100);
    if (thread.isAlive()) {
      try {
        Thread.class.getMethod("stop").invoke(thread);
        thread.join(100);
      } catch (ReflectiveOperationException gone) {
        // A newer JVM cannot; the thread has the lowest priority and ends with the kernel.
      }
    }
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    if (exitHeld) {
      releaseExit();
    }
  }

  @SuppressWarnings("removal")
  private static boolean holdExit(Thread thread) {
    if (Runtime.version().feature() > 17 || System.getSecurityManager() != null) {
      return false;
    }
    System.setSecurityManager(
        new SecurityManager() {
          @Override
          public void checkExit(int status) {
            if (Thread.currentThread() == thread) {
              throw new Forbidden(Texts.say("calls System.exit, which would end the kernel"));
            }
          }

          @Override
          public void checkPermission(Permission permission) {
            // everything else is allowed
          }
        });
    return true;
  }

  @SuppressWarnings("removal")
  private static void releaseExit() {
    System.setSecurityManager(null);
  }

  /** Swallows what the thread prints, until it is too much; others print as before. */
  private static final class Sink extends OutputStream {
    private final Thread thread;
    private final PrintStream before;
    private long bytes;

    Sink(Thread thread, PrintStream before) {
      this.thread = thread;
      this.before = before;
    }

    @Override
    public void write(int character) {
      write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
      if (Thread.currentThread() != thread) {
        before.write(content, offset, length);
        return;
      }
      bytes += length;
      if (bytes > PRINTED_BYTES) {
        throw new Forbidden(Texts.say("prints without end; it has only to return a number"));
      }
    }
  }
}
