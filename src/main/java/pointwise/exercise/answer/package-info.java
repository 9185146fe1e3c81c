/** Answers of every kind, and how what somebody typed is read and judged. */
package pointwise.exercise.answer;
