/** What an operation or a network costs. */
package pointwise.cost;
