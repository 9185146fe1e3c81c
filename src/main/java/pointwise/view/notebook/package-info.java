/** How a notebook shows each type. */
package pointwise.view.notebook;
