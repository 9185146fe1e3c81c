package pointwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pointwise.cost.PublishedTable;
import pointwise.data.Dataset;
import pointwise.learn.History;
import pointwise.op.Graph;
import pointwise.op.Network;
import pointwise.practice.Exercises;
import pointwise.tensor.Npy;
import pointwise.tensor.Npz;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.view.chart.Charts;
import pointwise.view.diagram.Diagrams;
import pointwise.view.image.Images;
import pointwise.window.Padding;
import pointwise.window.Window;

/** Where an argument is missing, every method says which one: what was not given, in a sentence. */
class NullArgumentsTest {
  /** A missing argument meets so many choices of the others. */
  private static final int CHOICES = 4;

  /** What writes to the user's home. */
  private static final Set<String> NOT_CALLED = Set.of("drill", "progress");

  private final HostileArguments arguments;
  private int values;

  NullArgumentsTest(@TempDir Path folder) throws IOException {
    arguments = new HostileArguments(folder);
  }

  @Test
  void aMissingArgumentIsNamed() {
    List<String> raw = new ArrayList<>();
    int asked = 0;
    for (Class<?> type : types()) {
      for (Method method : methods(type)) {
        for (int missing = 0; missing < method.getParameterCount(); missing++) {
          if (!method.getParameterTypes()[missing].isPrimitive()) {
            asked++;
            raw.addAll(problem(type, method, missing));
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(300);
    assertThat(raw).isEmpty();
    assertThat(values).as("calls that may leave something out").isPositive();
  }

  private List<String> problem(Class<?> type, Method method, int missing) {
    for (int choice = 0; choice < CHOICES; choice++) {
      Random random = new Random(choice);
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      Object target = isStatic ? null : given(type, random);
      if (target == null && !isStatic) {
        return List.of(); // nothing of that type is known
      }
      Type[] types = method.getGenericParameterTypes();
      Object[] given = new Object[types.length];
      for (int i = 0; i < given.length; i++) {
        given[i] = i == missing ? null : given(types[i], random);
      }
      try {
        values += method.invoke(target, given) == null ? 0 : 1;
      } catch (InvocationTargetException thrown) {
        Throwable problem = thrown.getCause();
        if (!(problem instanceof IllegalArgumentException
            || problem instanceof IllegalStateException)) {
          return List.of(
              String.format(Locale.ROOT, "%s, argument %d: %s", method, missing + 1, problem));
        }
      } catch (IllegalAccessException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return List.of();
  }

  private Object given(Type type, Random random) {
    Object value = arguments.draw(type, random);
    for (int i = 0; !isSmall(value) && i < 100; i++) {
      value = arguments.draw(type, random);
    }
    return value;
  }

  /** So that nothing but the argument that is missing is wrong, and nothing takes long. */
  private static boolean isSmall(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue() > 0 && number.doubleValue() < 4;
    }
    return value instanceof Shape shape ? shape.size() < 100 : value != null;
  }

  /** The vocabulary, what it gives, and what notebooks name besides. */
  private static Set<Class<?>> types() {
    Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
    types.addAll(List.of(Pointwise.class, Shape.class, Tensor.class, Npy.class, Npz.class));
    types.addAll(List.of(Window.class, Padding.class, Network.class, Graph.class));
    types.addAll(List.of(Charts.class, Diagrams.class, Images.class, Exercises.class));
    types.addAll(List.of(Dataset.class, History.class, PublishedTable.class));
    Stream.of(Pointwise.class.getMethods())
        .map(Method::getReturnType)
        .filter(type -> type.getName().startsWith("pointwise."))
        .forEach(types::add);
    return types;
  }

  private static List<Method> methods(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getDeclaringClass().getName().startsWith("pointwise."))
        .filter(method -> !method.isBridge() && !method.isSynthetic())
        .filter(method -> !NOT_CALLED.contains(method.getName()))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }
}
