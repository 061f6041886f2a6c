/**
 * DuckDB, embedded: the default engine. One file, opened read-only, closed off from the file system
 * and with its settings locked before the first query.
 */
@NullMarked
package io.mingshu.semantic.engine.duckdb;

import org.jspecify.annotations.NullMarked;
