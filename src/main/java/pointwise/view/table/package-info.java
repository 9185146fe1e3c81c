/** Reports, models and tensors as tables in HTML. */
package pointwise.view.table;
