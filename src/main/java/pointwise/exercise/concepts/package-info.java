/** Values by hand, functions to write, and what things are for: the questions. */
package pointwise.exercise.concepts;
