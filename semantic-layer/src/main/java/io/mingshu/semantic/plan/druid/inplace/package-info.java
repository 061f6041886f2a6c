/**
 * What is done with the few rows that come back from an engine, without a database: as {@link
 * io.mingshu.semantic.engine.duckdb.Scratch} would do it, only without the milliseconds that its
 * statements take.
 */
@NullMarked
package io.mingshu.semantic.plan.druid.inplace;

import org.jspecify.annotations.NullMarked;
