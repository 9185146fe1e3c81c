/** What is learned and stored: the questions. */
package pointwise.exercise.parameters;
