/**
 * The relational algebra that plans are written in: Calcite's builder over secured tables, the
 * operators that engines spell differently, and the dialects that spell them.
 */
@NullMarked
package io.mingshu.semantic.plan.algebra;

import org.jspecify.annotations.NullMarked;
