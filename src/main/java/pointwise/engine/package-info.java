/** How an operation is computed: the contract, and the definition as plain loops. */
package pointwise.engine;
