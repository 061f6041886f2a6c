/** How a plan becomes an engine's work: one interface, and the engine that takes plans whole. */
@NullMarked
package io.mingshu.semantic.plan.execution;

import org.jspecify.annotations.NullMarked;
