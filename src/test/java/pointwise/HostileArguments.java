package pointwise;

import static pointwise.Pointwise.*;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongToDoubleFunction;
import pointwise.cost.Convention;
import pointwise.cost.PublishedTable;
import pointwise.data.Augmentation;
import pointwise.data.Dataset;
import pointwise.data.Split;
import pointwise.engine.NaiveEngine;
import pointwise.engine.fast.Engines;
import pointwise.exercise.Group;
import pointwise.learn.Adam;
import pointwise.learn.History;
import pointwise.learn.Progress;
import pointwise.learn.Schedule;
import pointwise.learn.Sgd;
import pointwise.model.Model;
import pointwise.net.LeNet;
import pointwise.op.Op;
import pointwise.tensor.Shape;
import pointwise.tensor.Tensor;
import pointwise.timing.Timing;
import pointwise.timing.TimingReport;

/** What nobody should pass, what anybody might, and what came back from earlier calls. */
final class HostileArguments {
  private static final int KEPT = 30;
  private static final int MOST = Integer.MAX_VALUE;

  private final Map<Class<?>, List<Object>> pools = new LinkedHashMap<>();

  /** Also what learning, practice and files are about. */
  HostileArguments(Path emptyFolder) throws IOException {
    this();
    Collections.addAll(pool(Group.class), (Object[]) Group.values());
    learning();
    practice();
    files(emptyFolder);
  }

  HostileArguments() {
    numbers();
    texts();
    for (int[] sizes : new int[][] {{1}, {7}, {4, 4, 3}, {2, 4, 4, 3}, {1, 1, 1, 1, 1}}) {
      add(Shape.of(sizes));
      add(Tensor.random(Shape.of(sizes), 1));
    }
    for (int[] sizes : new int[][] {{MOST}, {MOST, 1, 1}, {1, MOST, 3}, {MOST, MOST, 1}}) {
      add(Shape.of(sizes));
    }
    add(Shape.of(1 << 20, 1 << 20, 1 << 20));
    add(Tensor.of(Shape.of(3), Float.NaN, Float.NEGATIVE_INFINITY, 0));
    operations();
    Shape image = Shape.of(4, 4, 3);
    add(LeNet.lenet1998());
    add(network("mine", image, conv(2, 3)));
    add(network("empty", image));
    add(model(conv(2, 3), image, 1));
    add(model(sequence(), image, 1));
    add(count(conv(2, 3), image));
    add(compare(image, conv(2, 3), conv(2, 1)));
    add(compare(image, relu(), relu()));
    add(new TimingReport(image, 1, List.of(new Timing("a", 0, new double[] {0, 0}))));
    add(PublishedTable.vggTable2());
    Collections.addAll(pool(Convention.class), (Object[]) Convention.values());
  }

  private void learning() {
    Dataset images = Dataset.of(Tensor.random(Shape.of(2, 4, 4, 3), 1), new int[] {0, 1}, 2);
    Model classifier = model(sequence(flatten(), dense(2)), images.shape(), 1);
    add(classifier);
    add(images);
    add(new Split(images, images));
    add(trainer(classifier, new Split(images, images)));
    add(evaluate(classifier, images));
    add(trials("a", 2, seed -> seed));
    add(new History(2, 2, List.of()));
    add(Sgd.of(0.1).momentum(0.9));
    add(Adam.of(0.1));
    add(new NaiveEngine());
    add(Engines.loops(1));
    add(Progress.none());
    Schedule none = share -> Double.NaN;
    add(none);
    Augmentation lost = (batch, seed) -> null;
    add(lost);
    LongToDoubleFunction trial = seed -> Double.NaN;
    IntFunction<Op> design = width -> width == 2 ? null : conv(width, 1);
    add(trial);
    add(design);
  }

  private void practice() {
    add(exercise("bottleneck"));
    add(exercises());
    add(paper("a/b <i>", 1).ask("bottleneck", 2));
    add(paper("", 1));
    Function<Random, Object> nothing = random -> null;
    add(nothing);
  }

  private void files(Path folder) throws IOException {
    add(Files.createDirectory(folder.resolve("folder")));
    add(Files.writeString(folder.resolve("damaged.npz"), "PK"));
    add(Files.writeString(folder.resolve("damaged.csv"), "part,said,\"\nid,a,b\n"));
    for (String name : List.of("a.npz", "a.npy", "a.png", "a.svg", "none/a.csv", "none/a.png")) {
      add(folder.resolve(name));
    }
  }

  private void numbers() {
    List<Integer> whole = List.of(0, -1, 1, 2, 3, 5, 7, 1 << 14, 20_000, 1 << 30, MOST, -MOST - 1);
    pool(int.class).addAll(whole);
    pool(Integer.class).addAll(whole);
    pool(long.class).addAll(List.of(0L, -1L, 1L, 7L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE));
    List<Double> real = List.of(0.0, -1.0, 0.5, 1.0, 1e-300, 1e300, Double.NaN, 1 / 0.0, -1 / 0.0);
    pool(double.class).addAll(real);
    real.forEach(number -> pool(float.class).add(number.floatValue()));
    pool(boolean.class).addAll(List.of(true, false));
  }

  private void texts() {
    pool(String.class)
        .addAll(
            List.of(
                "",
                " ",
                "conv1",
                "a/b",
                "%s %d {0} $1 \\",
                "<svg onload=x>&",
                "\n\0\u202e",
                "ÄÖ 日本 ٩",
                "a".repeat(5_000),
                "[1, 2]",
                "[[1], [2, 3]]",
                "[".repeat(20_000),
                "[1e999999, 0x1]",
                "name,parameters,operations\na,,",
                "name,parameters,operations\n\"a,1,1",
                "bottleneck"));
  }

  private void operations() {
    for (Op op :
        List.of(
            relu(),
            conv(2, 3).same(),
            conv(MOST, 1),
            conv(1, 1 << 14).dilation(1 << 14),
            conv(2, 3).pad(1 << 14),
            depthwiseConv(3).multiplier(MOST),
            transposedConv(2, 3).stride(1 << 14),
            maxPool(2).pad(5),
            avgPool(3).same().stride(2),
            globalAvgPool(),
            dense(MOST),
            dense(3),
            batchNorm(),
            lrn(MOST, 1, 1, 1),
            dropout(0.5),
            flatten(),
            softmax(),
            sequence(),
            concat(conv(2, 1), relu()),
            residual(conv(3, 1)),
            sideHead(relu()),
            inception(1, 1, 1, 1, 1, 1),
            partialConv(List.of(List.of(0, 2), List.of(1)), 1),
            radialBasis(2))) {
      add(op);
    }
  }

  /** Keeps what a call gave, to be passed to later ones. */
  void add(Object value) {
    if (value == null || value instanceof Tensor tensor && tensor.shape().size() > 1000) {
      return;
    }
    List<Object> pool = pool(value instanceof Op ? Op.class : value.getClass());
    if (pool.size() < KEPT) {
      pool.add(value);
    }
  }

  /** A value of that type, or null where there can be one. */
  Object draw(Type type, Random random) {
    if (type instanceof GenericArrayType array) {
      return array(raw(array.getGenericComponentType()), random);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(generic.getActualTypeArguments()[0], random);
    }
    Class<?> raw = raw(type);
    if (!raw.isPrimitive() && random.nextInt(8) == 0) {
      return null;
    }
    if (raw.isArray()) {
      return array(raw.getComponentType(), random);
    }
    List<Object> fitting =
        raw.isPrimitive()
            ? pool(raw)
            : pools.values().stream().flatMap(List::stream).filter(raw::isInstance).toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }

  private Object array(Class<?> component, Random random) {
    int length = random.nextInt(5);
    Object array = Array.newInstance(component, length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, draw(component, random));
    }
    return array;
  }

  private List<Object> list(Type element, Random random) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    return Arrays.asList(
        random.ints(random.nextInt(4)).mapToObj(any -> draw(element, random)).toArray());
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  private List<Object> pool(Class<?> type) {
    return pools.computeIfAbsent(type, any -> new ArrayList<>());
  }
}
