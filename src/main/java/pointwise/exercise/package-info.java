/**
 * How an exercise is made, drawn, answered and judged: {@link pointwise.exercise.Question} is where
 * to begin.
 */
package pointwise.exercise;
