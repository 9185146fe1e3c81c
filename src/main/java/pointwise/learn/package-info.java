/** Learning: gradients, losses, optimisers, and the loop that trains a model. */
package pointwise.learn;
