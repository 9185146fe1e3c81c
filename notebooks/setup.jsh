// What every notebook needs, loaded by its first cell: the library's names, and its pictures.

// %classpath is silent where a jar is missing and obscure where its folder is, so look first.
{
    String[] jars = new File("../target/lib").list((folder, name) -> name.startsWith("pointwise-"));
    if (jars == null || jars.length == 0) {
        throw new IllegalStateException(
            "The library is not built yet: run 'bash binder/lab --setup' (or"
                + " 'mvn -DskipTests package') in the project's folder, then run this cell again.");
    }
}
%classpath ../target/lib/*.jar

import java.nio.file.*;
import java.util.function.*;
import java.util.stream.*;
import pointwise.cost.*;
import pointwise.data.*;
import pointwise.engine.*;
import pointwise.engine.fast.*;
import pointwise.exercise.*;
import pointwise.exercise.answer.*;
import pointwise.learn.*;
import pointwise.model.*;
import pointwise.net.*;
import pointwise.op.*;
import pointwise.practice.*;
import pointwise.tensor.*;
import pointwise.timing.*;
import pointwise.view.*;
import pointwise.view.chart.*;
import pointwise.view.image.*;
import pointwise.view.notebook.*;
import pointwise.view.slider.*;
import pointwise.window.*;
import tech.tablesaw.api.*;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import static pointwise.Pointwise.*;

// The last expression of a cell is shown as a picture or HTML where the library has one; text is
// always there. JJava and IJava keep the renderer in different packages: naming none of its types
// suits both.
{
    // JJava warns that getKernelInstance() is deprecated, but IJava knows no other name.
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    var kernel = getKernelInstance();
    System.setErr(err);
    var renderer = kernel.getRenderer();
    for (Class<?> type : Views.types()) {
        renderer.createRegistration(type).preferring(Views.mediaType(type)).register(
            (value, context) -> {
                var output = context.getOutputContainer();
                // No HTML beside a picture: it would be preferred, and lose the picture if cleaned.
                Views.picture(value).ifPresentOrElse(
                    picture -> {
                        output.putData(
                            "image/png", Base64.getEncoder().encodeToString(picture.png()));
                        output.putMetaData("image/png", Map.of("width", picture.width()));
                    },
                    () -> {
                        Views.beside(value).forEach(picture -> display(picture));
                        output.putHTML(Views.html(value));
                    });
            });
    }

    // A comm must extend a class of the kernel, so the kernel compiles what talks to the sliders.
    Notebook.showsSliders(value -> display(value), () ->
        ((Function<Object, FrontEnd>) kernel.evalRaw(KernelComms.source(kernel))).apply(kernel));
}

// A training says how far it is in one line, which changes in place.
Progress.inPlace(
    status -> display(status.toString()), (id, status) -> updateDisplay(id, status.toString()));

// The fast engine is compiled while its reader reads: the first computation need not wait for it.
{
    Engines.fastest();
}
