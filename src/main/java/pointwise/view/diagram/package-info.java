/** Volumes, layers and receptive fields, drawn to scale or as boxes. */
package pointwise.view.diagram;
