/** The published networks, each reading like the table of its paper. */
package pointwise.net;
