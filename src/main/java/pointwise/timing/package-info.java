/** How long designs take on this machine, measured in turn. */
package pointwise.timing;
