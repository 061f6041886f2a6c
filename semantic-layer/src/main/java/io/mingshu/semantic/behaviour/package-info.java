/**
 * Analyses of behaviour as folds over a stream of what people did, in order, one person after the
 * other. They know no SQL and no engine, and hold one person and the result in memory.
 */
@NullMarked
package io.mingshu.semantic.behaviour;

import org.jspecify.annotations.NullMarked;
