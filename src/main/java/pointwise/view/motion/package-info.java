/** Drawings that move: a window that slides, number by number or to scale, and a growing field. */
package pointwise.view.motion;
