/**
 * The same numbers at the speed of the hardware. A notebook meets {@link
 * pointwise.engine.fast.Engines}, which chooses an engine; a model runs on a {@link
 * pointwise.engine.fast.FastEngine} and the routines it makes ready. The rest is internal.
 */
package pointwise.engine.fast;
