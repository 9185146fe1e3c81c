package pointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.cost.CostReport;
import pointwise.data.Dataset;
import pointwise.exercise.Proof;
import pointwise.exercise.Topic;
import pointwise.learn.History;
import pointwise.op.Network;
import pointwise.op.Op;
import pointwise.op.Step;
import pointwise.practice.Exercises;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.Picture;

/**
 * Whatever a stranger types into the vocabulary, a value or a sentence comes back.
 *
 * <p>The seed changes with the day, so that every build tries others; it is printed, and {@code
 * -Dpointwise.seed} repeats it.
 */
class HostileArgumentsTest {
  private static final int CALLS = 8_000;

  /** Pictures take a tenth of a second: one call out of so many. */
  private static final int DRAWN = 40;

  /** For what would never end. */
  private static final Duration HANGS = Duration.ofMinutes(3);

  /** What writes to the user's home. */
  private static final Set<String> NOT_CALLED = Set.of("drill", "progress");

  /** What takes seconds by design, or as long as a number in it says: called where refused. */
  private static final Set<String> SLOW =
      Set.of("model", "explain", "time", "timeAsCounted", "proof", "fit", "anki");

  /** What a layer is given by its graph, which has looked at it before. */
  private static final Set<String> INTERNAL = Set.of("trace", "prepare", "backward", "forward");

  /** A result of that many numbers takes time to compute and not only to describe. */
  private static final long LONG_WORK = 1 << 16;

  /** Words of the JVM's own, which tell nothing to who typed a number. */
  private static final Pattern RAW =
      Pattern.compile(
          "For input string|integer overflow|long overflow|Cannot invoke|out of bounds|"
              + "cannot be cast|java\\.lang|java\\.util|@[0-9a-f]{6}|TextLayout");

  private final HostileArguments arguments;
  private final Map<String, String> problems = new TreeMap<>();
  private volatile Supplier<String> current = () -> "";

  HostileArgumentsTest(@TempDir Path folder) throws IOException {
    arguments = new HostileArguments(folder);
  }

  @Test
  void aValueOrASentence() {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    long seed = Long.getLong("pointwise.seed", today);
    System.out.println(CALLS + " hostile calls with -Dpointwise.seed=" + seed);
    List<Method> methods = methods();
    assertThat(methods).hasSizeGreaterThan(300);
    Map<String, Integer> outcomes = new TreeMap<>();
    assertTimeoutPreemptively(
        HANGS,
        () -> {
          for (int i = 0; i < CALLS; i++) {
            Random random = new Random(seed * CALLS + i);
            Method method = methods.get(i % methods.size());
            outcomes.merge(outcome(method, random, "call " + i), 1, Integer::sum);
          }
        },
        () -> "This does not end: " + current.get());
    assertThat(problems.values()).as("The first problem of each method").isEmpty();
    assertThat(outcomes.keySet()).contains("value", "sentence");
  }

  /** The vocabulary, and what can be asked of all that it gives. */
  private static List<Method> methods() {
    Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
    types.addAll(List.of(Pointwise.class, Shape.class, Tensor.class));
    types.addAll(List.of(Network.class, Dataset.class, History.class));
    Stream.of(Pointwise.class.getMethods())
        .map(Method::getReturnType)
        .filter(type -> type.getName().startsWith("pointwise."))
        .forEach(types::add);
    return types.stream()
        .flatMap(type -> Stream.of(type.getMethods()))
        .filter(method -> method.getDeclaringClass().getName().startsWith("pointwise."))
        .filter(method -> !method.isBridge() && !method.isSynthetic())
        .filter(method -> !NOT_CALLED.contains(method.getName()))
        .filter(method -> !isInternal(method))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  private static boolean isInternal(Method method) {
    Class<?> type = method.getDeclaringClass();
    return (Op.class.isAssignableFrom(type) || Step.class.isAssignableFrom(type))
        && INTERNAL.contains(method.getName());
  }

  private String outcome(Method method, Random random, String which) {
    if (method.getReturnType() == Picture.class && random.nextInt(DRAWN) > 0) {
      return "left out";
    }
    Object target = Modifier.isStatic(method.getModifiers()) ? null : target(method, random);
    Object[] given =
        Stream.of(method.getGenericParameterTypes())
            .map(type -> arguments.draw(type, random))
            .toArray();
    if (target == null && !Modifier.isStatic(method.getModifiers()) || takesLong(method, given)) {
      return "left out";
    }
    current = () -> which + ": " + spelled(method, target, given);
    try {
      return outcome(method, target, given);
    } catch (AssertionError problem) {
      problems.putIfAbsent(method.toString(), problem.getMessage());
      return "problem";
    }
  }

  private String outcome(Method method, Object target, Object[] given) {
    try {
      Object value = method.invoke(target, given);
      arguments.add(value);
      return "value";
    } catch (InvocationTargetException thrown) {
      Throwable problem = thrown.getCause();
      if (!(problem instanceof IllegalArgumentException
          || problem instanceof IllegalStateException
          || problem instanceof UncheckedIOException)) {
        throw new AssertionError(current.get() + " throws " + problem, problem);
      }
      assertThat(problem.getMessage())
          .as(() -> current.get())
          .isNotBlank()
          .matches("(?s).*\\S \\S.*\\S \\S.*")
          .doesNotContainPattern(RAW)
          .doesNotMatch("(?s).*[:,;\\s]");
      return "sentence";
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(current.get(), impossible);
    }
  }

  /** Something that has the method; null only while nothing of that type is known. */
  private Object target(Method method, Random random) {
    Object target = arguments.draw(method.getDeclaringClass(), random);
    for (int i = 0; target == null && i < 100; i++) {
      target = arguments.draw(method.getDeclaringClass(), random);
    }
    return target;
  }

  /** Whether a call would really convolve or draw for long: that is no mistake to be told of. */
  private static boolean takesLong(Method method, Object[] given) {
    Shape shape = first(Shape.class, given);
    Op op = first(Op.class, given);
    if (Tensor.class.isAssignableFrom(method.getReturnType())) {
      return shape != null && isLong(shape.size());
    }
    String name = method.getName();
    if (method.getDeclaringClass() == Proof.class) {
      return first(Topic.class, given) != null;
    }
    if (!SLOW.contains(name)) {
      return false;
    }
    boolean seconds = !name.equals("model") && !name.equals("explain");
    Op[] designs = first(Op[].class, given);
    return name.equals("fit")
        || name.equals("anki") && (int) given[0] > 1
        || Stream.of(given).anyMatch(Exercises.ids()::contains)
        || isLong(op, shape, seconds)
        || designs != null && Stream.of(designs).allMatch(design -> isLong(design, shape, true));
  }

  private static boolean isLong(Op op, Shape shape, boolean always) {
    try {
      CostReport costs = CostReport.of(op, shape);
      return always
          || isLong(costs.parameters())
          || isLong(costs.activations())
          || isLong(costs.multiplications());
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  /** More numbers than are computed at once, and fewer than no heap can hold. */
  private static boolean isLong(long numbers) {
    return numbers > LONG_WORK && numbers < 1L << 40;
  }

  private static <T> T first(Class<T> type, Object[] given) {
    return Stream.of(given).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  private static String spelled(Method method, Object target, Object[] given) {
    String words =
        Stream.of(given).map(HostileArgumentsTest::spelled).collect(Collectors.joining(", "));
    return (target == null ? "" : spelled(target) + ".") + method.getName() + "(" + words + ")";
  }

  private static String spelled(Object value) {
    String text = value instanceof Object[] array ? Arrays.toString(array) : "" + value;
    text = value instanceof int[] array ? Arrays.toString(array) : text;
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
