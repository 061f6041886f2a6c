/** What is promised to be fast, measured with JMH; run by hand, see the folder's README. */
@NullMarked
package io.mingshu.benchmarks;

import org.jspecify.annotations.NullMarked;
