/** Images, feature maps and filters as they are: one tile per channel, one square per number. */
package pointwise.view.image;
