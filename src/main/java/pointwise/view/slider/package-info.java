/** Sliders in a notebook: a value and its drawing for every setting of a number. */
package pointwise.view.slider;
