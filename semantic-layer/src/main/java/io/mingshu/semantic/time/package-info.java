/**
 * Periods on the business clock: what relative and named periods are at a moment of asking, which
 * buckets they have, and what they are compared with.
 */
@NullMarked
package io.mingshu.semantic.time;

import org.jspecify.annotations.NullMarked;
