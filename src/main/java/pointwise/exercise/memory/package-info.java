/** What is kept in memory and what a unit sees of the image: the questions. */
package pointwise.exercise.memory;
