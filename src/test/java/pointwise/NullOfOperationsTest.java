package pointwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pointwise.Pointwise.*;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pointwise.engine.Engine;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.engine.fast.FastEngine;
import pointwise.op.Join;
import pointwise.op.Parameter;
import pointwise.op.Pass;
import pointwise.op.Step;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.window.Window;

/** What computes says in a sentence what it was not given: operations themselves and engines. */
class NullOfOperationsTest {
  private static final FastEngine ENGINE = Engines.loops(1);
  private static final Shape IMAGE = Shape.of(2, 4, 4, 2);
  private static final Shape FEATURES = Shape.of(2, 3);

  /** One of each operation. */
  static List<Step> steps() {
    return List.of(
        avgPool(2),
        batchNorm(),
        conv(4, 3).same(),
        conv(4, 3).groups(2),
        dense(2),
        depthwiseConv(3),
        dropout(0.5),
        flatten(),
        globalAvgPool(),
        lrn(3, 1, 1, 0.75),
        maxPool(2),
        partialConv(List.of(List.of(0), List.of(0, 1)), 3),
        radialBasis(2),
        relu(),
        sigmoid(),
        softmax(),
        softmin(),
        subsample(2),
        tanh(),
        transposedConv(3, 2).stride(2),
        Join.ADD,
        Join.CONCAT);
  }

  @Test
  void everyOperationIsAsked() throws IOException, URISyntaxException {
    URI classes = Step.class.getResource("Step.class").toURI();
    try (Stream<Path> files = Files.list(Path.of(classes).getParent())) {
      Set<String> all =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.contains("$"))
              .map(name -> name.replace(".class", ""))
              .filter(NullOfOperationsTest::isOperation)
              .collect(Collectors.toSet());
      Set<String> asked =
          steps().stream()
              .map(step -> step instanceof Join ? "Join" : step.getClass().getSimpleName())
              .collect(Collectors.toSet());
      assertThat(asked).isEqualTo(all);
    }
  }

  private static boolean isOperation(String name) {
    try {
      Class<?> type = Class.forName("pointwise.op." + name);
      return Step.class.isAssignableFrom(type) && !type.isInterface();
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @ParameterizedTest
  @MethodSource("steps")
  void anOperationNamesWhatIsMissing(Step step) {
    Shape shape = Set.of("dense", "rbf").contains(step.kind()) ? FEATURES : IMAGE;
    Tensor x = Tensor.random(shape, 1);
    Tensor y = Tensor.random(step.output(List.of(shape)), 1);
    Map<String, Tensor> weights = new HashMap<>();
    for (Parameter parameter : step.parameters(List.of(shape))) {
      weights.put(parameter.name(), Tensor.random(parameter.shape(), 1));
    }
    Class<?> type = step instanceof Join ? Step.class : step.getClass();
    List<String> raw = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (Set.of("forward", "backward", "prepare").contains(method.getName())) {
        Type[] types = method.getGenericParameterTypes();
        Object[] given = new Object[types.length];
        for (int i = 0; i < given.length; i++) {
          Object whole = i == 0 ? types[0].getTypeName().contains("Shape") ? shape : x : y;
          Object one = types[i] == Pass.class ? Pass.training(ENGINE, 1) : ENGINE;
          given[i] = one(method.getParameterTypes()[i], whole, weights, one);
        }
        assertThatCode(() -> method.invoke(step, given)).doesNotThrowAnyException();
        raw.addAll(raw(step, method, given));
      }
    }
    assertThat(raw).isEmpty();
  }

  @Test
  void withoutAWindowThereIsNoOperation() {
    assertThatIllegalArgumentException().isThrownBy(() -> conv(1, 1).withWindow(null));
    assertThatIllegalArgumentException().isThrownBy(() -> depthwiseConv(1).withWindow(null));
    assertThatIllegalArgumentException().isThrownBy(() -> transposedConv(1, 1).withWindow(null));
    assertThatIllegalArgumentException().isThrownBy(() -> maxPool(1).withWindow(null));
    assertThatIllegalArgumentException().isThrownBy(() -> avgPool(1).withWindow(null));
    assertThatIllegalArgumentException().isThrownBy(() -> subsample(1).withWindow(null));
  }

  @Test
  void aMissingWeightIsNamed() {
    Tensor x = Tensor.zeros(Shape.of(4, 4, 2));
    Map<String, Tensor> withoutBias = Map.of("weights", Tensor.zeros(Shape.of(3, 3, 2, 4)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv(4, 3).forward(x, Map.of(), ENGINE))
        .withMessage("Expected weights among the weights, but there are []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conv(4, 3).forward(x, withoutBias, ENGINE))
        .withMessage("Expected bias among the weights, but there are [weights]");
    assertThatCode(() -> conv(4, 3).noBias().forward(x, withoutBias, ENGINE))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.conv2d(x, null, null, Window.of(3, 3), 1))
        .withMessage("Expected the filters of a convolution, but got null");
  }

  @Test
  void aWeightOfAnotherShapeIsNamed() {
    Tensor x = Tensor.zeros(Shape.of(4, 4, 2));
    Tensor one = Tensor.zeros(Shape.of(1));
    Map<String, Tensor> ones =
        Map.of("mean", one, "variance", one, "gamma", one, "beta", one, "coefficient", one);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> batchNorm().forward(x, ones, ENGINE))
        .withMessage("The weights 'mean' must have shape 2, but have 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subsample(2).forward(x, ones, ENGINE))
        .withMessage("The weights 'coefficient' must have shape 2, but have 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> radialBasis(2).forward(one, Map.of("patterns", one), ENGINE))
        .withMessage("The weights 'patterns' must have shape 1×2, but have 1");
  }

  @Test
  void aGradientOfAnotherShapeIsNamed() {
    Tensor x = Tensor.zeros(Shape.of(4, 4, 2));
    Pass pass = Pass.training(ENGINE, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> relu().backward(x, x, Tensor.zeros(Shape.of(3)), Map.of(), pass))
        .withMessage("The gradient of the output of relu() must have shape 4×4×2, but has 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Join.CONCAT.backward(List.of(x, x), x, x, Map.of(), pass))
        .withMessage("The gradient of the output of CONCAT must have shape 4×4×4, but has 4×4×2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Join.ADD.backward(List.of(x, x), x, Tensor.zeros(Shape.of(3)), Map.of(), pass))
        .withMessage("The gradient of the output of ADD must have shape 4×4×2, but has 3");
  }

  private static Object one(Class<?> type, Object whole, Map<String, Tensor> weights, Object how) {
    if (type == List.class) {
      return List.of(whole);
    }
    return type == Map.class ? weights : type.isInstance(whole) ? whole : how;
  }

  static List<Arguments> engines() {
    return List.of(
        Arguments.of(new NaiveEngine(), Engine.class),
        Arguments.of(ENGINE, FastEngine.class),
        Arguments.of(Engines.fastest(), Engine.class));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void anEngineNamesWhatIsMissing(Engine engine, Class<?> type) {
    List<String> raw = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() > 0 && method.getDeclaringClass() != Object.class) {
        Object[] given = givenToAnEngine(method);
        assertThatCode(() -> method.invoke(engine, given)).doesNotThrowAnyException();
        raw.addAll(raw(engine, method, given));
      }
    }
    assertThat(raw).isEmpty();
  }

  /** An image of one pixel, or one feature. */
  private static Object[] givenToAnEngine(Method method) {
    boolean features = method.getName().equals("dense");
    Shape one = features ? Shape.of(1) : Shape.of(1, 1, 1);
    Tensor weight = Tensor.zeros(features ? Shape.of(1, 1) : Shape.of(1, 1, 1, 1));
    Function<List<Tensor>, Tensor> copy = tensors -> tensors.get(0);
    IntConsumer task = i -> {};
    List<Object> all =
        List.of(1, 1.0, true, one, Window.of(1, 1), new float[1], List.of(one), copy, task);
    Class<?>[] types = method.getParameterTypes();
    Object[] given = new Object[types.length];
    for (int i = 0; i < given.length; i++) {
      Class<?> wanted = MethodType.methodType(types[i]).wrap().returnType();
      given[i] =
          wanted == Tensor.class
              ? i == 2 ? Tensor.zeros(Shape.of(1)) : weight
              : all.stream().filter(wanted::isInstance).findFirst().orElseThrow();
    }
    return given;
  }

  /** What answers with something else than a sentence when one of these arguments is missing. */
  private static List<String> raw(Object target, Method method, Object[] given) {
    List<String> raw = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      if (!method.getParameterTypes()[i].isPrimitive()) {
        for (Object nothing : nothings(method.getParameterTypes()[i])) {
          Object[] changed = given.clone();
          changed[i] = nothing;
          try {
            Object unused = method.invoke(target, changed);
          } catch (InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof IllegalArgumentException)) {
              String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
              String types = Arrays.toString(method.getParameterTypes());
              raw.add(
                  name + types + " with " + nothing + " as " + (i + 1) + ": " + thrown.getCause());
            }
          } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
          }
        }
      }
    }
    return raw;
  }

  /** What may be there in an argument's place without being one. */
  private static List<Object> nothings(Class<?> type) {
    List<Object> nothings = new ArrayList<>(Collections.singletonList(null));
    if (type == List.class) {
      nothings.add(List.of());
      nothings.add(Collections.singletonList(null));
    }
    if (type == Map.class) {
      nothings.add(Map.of());
    }
    return nothings;
  }
}
