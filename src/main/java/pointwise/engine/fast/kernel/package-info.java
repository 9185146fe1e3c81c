/**
 * Internal: the innermost loops, in Java's Vector API and, where that is missing or does not become
 * fast, in plain Java.
 */
package pointwise.engine.fast.kernel;
