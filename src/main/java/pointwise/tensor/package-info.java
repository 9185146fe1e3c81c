/** Float32 arrays of any rank, row-major; images are height × width × channels, batches lead. */
package pointwise.tensor;
