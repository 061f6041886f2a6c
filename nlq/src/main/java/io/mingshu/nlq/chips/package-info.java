/**
 * The reading of a query as chips: each part with what could stand in its place, as whole queries
 * that can be answered.
 */
@NullMarked
package io.mingshu.nlq.chips;

import org.jspecify.annotations.NullMarked;
