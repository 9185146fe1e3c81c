/**
 * The same numbers at the speed of the hardware. Internal but for {@link
 * pointwise.engine.fast.Engines}, which chooses an engine, and what a model runs on: {@link
 * pointwise.engine.fast.FastEngine} and its {@link pointwise.engine.fast.Routine}s.
 */
package pointwise.engine.fast;
