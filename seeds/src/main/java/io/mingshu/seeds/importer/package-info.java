/**
 * Makes a served data set of anybody's CSV or Parquet file: a typed table, the rows that did not
 * fit kept beside it, and a first draft of a catalog whose owner edits words, not structure.
 */
@NullMarked
package io.mingshu.seeds.importer;

import org.jspecify.annotations.NullMarked;
