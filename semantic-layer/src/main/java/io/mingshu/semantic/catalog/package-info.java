/**
 * The semantic catalog: what the shop's facts, dimensions, metrics and calendar mean. Immutable
 * records, read from YAML and validated as a whole; see {@code docs/catalog.md}.
 */
@NullMarked
package io.mingshu.semantic.catalog;

import org.jspecify.annotations.NullMarked;
