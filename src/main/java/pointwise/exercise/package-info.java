/** Exercises that are drawn from a seed and name the likely mistake in a wrong answer. */
package pointwise.exercise;
