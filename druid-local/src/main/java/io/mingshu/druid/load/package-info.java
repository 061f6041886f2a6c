/**
 * Brings a data set into Druid by native batch ingestion: the rows are taken from the embedded
 * engine's file, so that both engines hold the same, and replace what a datasource held before.
 */
@NullMarked
package io.mingshu.druid.load;

import org.jspecify.annotations.NullMarked;
