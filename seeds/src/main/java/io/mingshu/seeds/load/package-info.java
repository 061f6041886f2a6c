/** Brings a data set's files into the embedded engine's one file, whole or not at all. */
@NullMarked
package io.mingshu.seeds.load;

import org.jspecify.annotations.NullMarked;
