/**
 * What an operation is: its output shape, parameters, cost, window and value. One file an
 * operation.
 */
package pointwise.op;
