/** What is done with exercises: asked for by name, put on papers, drilled. */
package pointwise.practice;
