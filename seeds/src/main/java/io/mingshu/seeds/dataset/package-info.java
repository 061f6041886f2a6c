/**
 * A data set on disk: a folder with data files, a manifest that is written last, and the embedded
 * engine's file. Everything that writes into such a folder does it here, under temporary names and
 * behind a lock, so that no reader ever meets half a data set.
 */
@NullMarked
package io.mingshu.seeds.dataset;

import org.jspecify.annotations.NullMarked;
