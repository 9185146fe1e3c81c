/** What every view is made of: a display, a picture with its words, colours, markup. */
package pointwise.view;
