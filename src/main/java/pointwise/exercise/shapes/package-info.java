/** Which shape comes out: the questions. */
package pointwise.exercise.shapes;
