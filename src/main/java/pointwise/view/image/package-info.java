/** Images, feature maps and filters as they are: one tile a channel, one square a number. */
package pointwise.view.image;
