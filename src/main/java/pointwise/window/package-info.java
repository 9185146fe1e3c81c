/**
 * Where a window that slides over an image starts, what it reads, and how many outputs it gives.
 */
package pointwise.window;
