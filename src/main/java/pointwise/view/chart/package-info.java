/** Bars, curves and dots: what costs how much. */
package pointwise.view.chart;
