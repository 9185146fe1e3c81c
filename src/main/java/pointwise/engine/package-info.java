/** How an operation is computed: the definition as plain loops, and the same numbers fast. */
package pointwise.engine;
