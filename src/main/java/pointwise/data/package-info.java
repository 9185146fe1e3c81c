/** Real inputs with their classes, and ways to vary them. */
package pointwise.data;
