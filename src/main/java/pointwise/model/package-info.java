/** Weights bound to operations: initialise, run, load, save. */
package pointwise.model;
