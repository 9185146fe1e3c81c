/**
 * Internal: each operation made ready as a {@link pointwise.engine.fast.routine.Routine}, which
 * cuts its output into tasks and has the kernels compute them.
 */
package pointwise.engine.fast.routine;
