/** Analyses of behaviour, held equal to naive ones over small logs. */
@NullMarked
package io.mingshu.semantic.behaviour;

import org.jspecify.annotations.NullMarked;
