package pointwise.view.slider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Internal: the {@link FrontEnd} of JJava and IJava, as source text. A comm has to extend a class
 * of the kernel; the kernels keep the same classes in different packages, and the library is
 * compiled without either.
 */
public final class KernelComms {
  private KernelComms() {}

  /**
   * An expression for a kernel to evaluate: a function from the kernel to its {@link FrontEnd}.
   *
   * @param kernel the running kernel
   * @throws ReflectiveOperationException if it has no comms as these two kernels have
   */
  public static String source(Object kernel) throws ReflectiveOperationException {
    Class<?> manager = kernel.getClass().getMethod("getCommManager").getReturnType();
    String comms = manager.getPackageName(); // such as io.github.spencerpark.jupyter.kernel.comm
    String base = comms.substring(0, comms.length() - ".kernel.comm".length());
    Class<?> message =
        Class.forName(base + ".messages.comm.CommMsgCommand", false, manager.getClassLoader());
    String json = message.getMethod("getData").getReturnType().getPackageName();
    return text().replace("$jupyter", base).replace("$gson", json);
  }

  private static String text() {
    try (InputStream file = KernelComms.class.getResourceAsStream("KernelComms.jsh")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
