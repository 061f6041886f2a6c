/** What tests of data sets share. */
@NullMarked
package io.mingshu.seeds;

import org.jspecify.annotations.NullMarked;
