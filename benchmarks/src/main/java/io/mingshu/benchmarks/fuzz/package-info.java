/** Looks for questions that break what understanding promises; run by hand, see the README. */
@NullMarked
package io.mingshu.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
