/**
 * Internal: the innermost loops, in Java's Vector API and, where that is missing or does not become
 * fast, in plain Java.
 *
 * <p>Most kernels return at once if they are asked for nothing, before anything of the Vector API
 * runs: such calls are what the warm-up has C2 compile them with.
 */
package pointwise.engine.fast.kernel;
