/** What is multiplied: the questions. */
package pointwise.exercise.operations;
