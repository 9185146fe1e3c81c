/** Weights bound to operations: initialise, run, time. */
package pointwise.model;
